import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType as Type } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../../app/ports.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';

/** What zod tells of a field, as JSON Schema, with the metadata the commands give. */
interface FieldSchema {
  type?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  description?: string;
  suggest?: string;
}

export const fieldSchema = (field: z.ZodType): FieldSchema => z.toJSONSchema(field, { io: 'input' }) as FieldSchema;

/** "minKilled" → "min-killed", as on the command line. */
export const dashed = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

// Discord's own bounds of numbers are 2^53; zod names them for every integer.
const bound = (n: number | undefined) => (n === undefined || Math.abs(n) >= Number.MAX_SAFE_INTEGER ? undefined : n);

function optionOf(name: string, field: z.ZodType, required: boolean): APIApplicationCommandBasicOption {
  const told = fieldSchema(field);
  const shared = {
    name: dashed(name),
    description: truncate(told.description ?? name, limits.commandDescription),
    required,
  };
  const min_value = bound(told.minimum ?? told.exclusiveMinimum);
  const max_value = bound(told.maximum);
  const range = {
    ...(min_value === undefined ? {} : { min_value }),
    ...(max_value === undefined ? {} : { max_value }),
  };
  if (told.type === 'boolean') return { ...shared, type: Type.Boolean };
  if (told.type === 'integer') return { ...shared, type: Type.Integer, ...range };
  if (told.type === 'number') return { ...shared, type: Type.Number, ...range };
  if (told.enum) return { ...shared, type: Type.String, choices: told.enum.map((value) => ({ name: value, value })) };
  return { ...shared, type: Type.String, ...(told.suggest ? { autocomplete: true } : {}) };
}

/** Discord wants the required ones first. */
export function optionsOf({ options }: Command): APIApplicationCommandBasicOption[] {
  const all = Object.entries(options.shape).map(([name, field]) =>
    optionOf(name, field as z.ZodType, !(field as z.ZodType).safeParse(undefined).success),
  );
  return [...all.filter((o) => o.required), ...all.filter((o) => !o.required)];
}

/** What Discord sent, under the names and in the shapes the command's options have; a list comes as words. */
export function toCommandOptions({ options }: Command, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options.shape).flatMap(([name, field]) => {
      const value = values[dashed(name)];
      if (value === undefined) return [];
      const list = fieldSchema(field as z.ZodType).type === 'array';
      return [
        [
          name,
          list
            ? String(value)
                .split(/[\s,]+/)
                .filter(Boolean)
            : value,
        ],
      ];
    }),
  );
}
