import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType as Type } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../../app/ports.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';

/** A field as JSON Schema, with the metadata that commands add. */
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

/** A zod field as JSON Schema. */
export const fieldSchema = (field: z.ZodType): FieldSchema => z.toJSONSchema(field, { io: 'input' }) as FieldSchema;

/** "minKilled" → "min-killed", as on the command line. */
export const dashed = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

// Discord's own bounds of numbers are 2^53; zod names them for every integer.
const bound = (n: number | undefined) => (n === undefined || Math.abs(n) >= Number.MAX_SAFE_INTEGER ? undefined : n);

function optionOf(name: string, field: z.ZodType, required: boolean): APIApplicationCommandBasicOption {
  const schema = fieldSchema(field);
  const shared = {
    name: dashed(name),
    description: truncate(schema.description ?? name, limits.commandDescription),
    required,
  };
  const min_value = bound(schema.minimum ?? schema.exclusiveMinimum);
  const max_value = bound(schema.maximum);
  const range = {
    ...(min_value === undefined ? {} : { min_value }),
    ...(max_value === undefined ? {} : { max_value }),
  };
  if (schema.type === 'boolean') return { ...shared, type: Type.Boolean };
  if (schema.type === 'integer') return { ...shared, type: Type.Integer, ...range };
  if (schema.type === 'number') return { ...shared, type: Type.Number, ...range };
  if (schema.enum)
    return { ...shared, type: Type.String, choices: schema.enum.map((value) => ({ name: value, value })) };
  return { ...shared, type: Type.String, ...(schema.suggest ? { autocomplete: true } : {}) };
}

/** A command's options, the required ones first, as Discord demands. */
export function optionsOf({ options }: Command): APIApplicationCommandBasicOption[] {
  const all = Object.entries(options.shape).map(([name, field]) =>
    optionOf(name, field as z.ZodType, !(field as z.ZodType).safeParse(undefined).success),
  );
  return [...all.filter((o) => o.required), ...all.filter((o) => !o.required)];
}

/** The values that Discord sent, by the command's own option names; a list is split at spaces and commas. */
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
