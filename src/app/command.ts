import type { z } from 'zod';
import type { Command } from './ports.ts';

/** Keeps the options' type while a command is told. */
export const command = <O extends z.ZodObject>(told: Command<O>): Command => told as unknown as Command;
