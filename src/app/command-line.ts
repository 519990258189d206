import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { z } from 'zod';
import { isZone } from '../config/config.ts';
import { cut } from '../kernel/cut.ts';
import type { Command } from './ports.ts';

/** Wrong usage: the message says what is wrong and how to mend it; `see` is the command that explains more, "help search". */
export class UsageError extends Error {
  readonly see: string | undefined;
  constructor(message: string, see?: string) {
    super(message);
    this.see = see;
  }
}

/** Options that every command takes on the command line. */
interface Common {
  db?: string;
  now?: Date;
  zone?: string;
  locale?: string;
  json: boolean;
  batch?: string;
  /** Where to write a file that the answer contains. */
  out?: string;
}

export interface Call {
  command: Command | undefined;
  options: Record<string, unknown>;
  common: Common;
}

const commonOptions: ParseArgsOptionsConfig = {
  db: { type: 'string' },
  now: { type: 'string' },
  zone: { type: 'string' },
  locale: { type: 'string' },
  json: { type: 'boolean' },
  batch: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

type OptionType = 'boolean' | 'number' | 'string' | 'array';

function optionType(field: z.ZodType): OptionType {
  const json = z.toJSONSchema(field, { io: 'input' }) as { type?: string };
  if (json.type === 'boolean') return 'boolean';
  if (json.type === 'array') return 'array';
  return json.type === 'number' || json.type === 'integer' ? 'number' : 'string';
}

const optionTypes = (command: Command): [string, OptionType][] =>
  Object.entries(command.options.shape).map(([name, field]) => [name, optionType(field as z.ZodType)]);
const kebabCase = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

function parseInstant(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  if (!z.iso.datetime({ offset: true }).safeParse(text).success)
    throw new UsageError(`--now: “${text}” is not an ISO 8601 time; use one like 2020-07-14T09:00:00Z.`);
  return new Date(text);
}

function readCommon(values: Record<string, unknown>): Common {
  const text = (name: string) => values[name] as string | undefined;
  const zone = text('zone');
  if (zone !== undefined && !isZone(zone))
    throw new UsageError(`--zone: “${zone}” is not a time zone; use one like Asia/Baghdad.`);
  return {
    db: text('db'),
    now: parseInstant(text('now')),
    zone,
    locale: text('locale'),
    json: values.json === true,
    batch: text('batch'),
    out: text('out'),
  };
}

/** Splits words typed in a chat as a shell would: quoted words stay together. Typographic quotes and dashes count as plain ones. */
export const splitWords = (text: string): string[] =>
  text
    .replace(/[“”„«»]/g, '"')
    .replace(/(^|\s)[—–](?=\p{L})/gu, '$1--')
    .match(/"[^"]*"|\S+/g)
    ?.map((word) => word.replace(/^"|"$/g, '')) ?? [];

/**
 * Parses words into a command of the menu with its options, not validated yet; `command` is undefined without a name.
 * A chat has other `globalOptions` than the command line. Throws UsageError.
 */
export function parseCommandLine(argv: string[], menu: readonly Command[], globalOptions = commonOptions): Call {
  const named = argv[0] !== undefined && !argv[0].startsWith('-');
  const [name, rest] = named ? [argv[0], argv.slice(1)] : [undefined, argv];
  const command = name === undefined ? undefined : menu.find((c) => c.name === name);
  if (name !== undefined && !command) throw new UsageError(unknownCommand(name, menu));
  const fields = command ? optionTypes(command) : [];
  const options = Object.fromEntries(
    fields.flatMap(([field, kind]) =>
      [...new Set([field, kebabCase(field)])].map((n) => [
        n,
        { type: kind === 'boolean' ? 'boolean' : 'string', multiple: kind === 'array' } as const,
      ]),
    ),
  );
  const { values, positionals } = parseArguments(rest, { ...options, ...globalOptions }, name);
  const help = values.help === true ? menu.find((c) => c.name === 'help') : undefined;
  if (help) return { command: help, options: name ? { command: name } : {}, common: readCommon(values) };
  if (positionals.length && !command?.main)
    throw new UsageError(`${name ?? 'Sitrep'} does not take “${positionals[0]}”.`, ['help', name].join(' ').trim());
  const provided = Object.fromEntries(
    fields.flatMap(([field, kind]) => optionOf(field, kind, values, command?.main === field ? positionals : [])),
  );
  return { command, options: provided, common: readCommon(values) };
}

function optionOf(
  field: string,
  kind: OptionType,
  values: Record<string, unknown>,
  positionals: string[],
): [string, unknown][] {
  const value = values[field] ?? values[kebabCase(field)];
  if (kind === 'array')
    return positionals.length || value ? [[field, [...((value as string[] | undefined) ?? []), ...positionals]]] : [];
  if (value !== undefined && positionals.length) throw givenTwice(field);
  const text = value ?? (positionals.length ? positionals.join(' ') : undefined);
  if (text === undefined) return [];
  return [[field, kind === 'number' ? Number(text) : text]];
}

function parseArguments(args: string[], options: ParseArgsOptionsConfig, name: string | undefined) {
  const { values, positionals, tokens } = parseStrictly(args, options, name);
  const given = tokens.flatMap((token) => (token.kind === 'option' ? kebabCase(token.name) : []));
  const repeated = given.find((option, i) => given.indexOf(option) < i && isSingle(option, options));
  if (repeated !== undefined) throw givenTwice(repeated);
  return { values: values as Record<string, unknown>, positionals };
}

function parseStrictly(args: string[], options: ParseArgsOptionsConfig, name: string | undefined) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    const words = (error as Error).message.split('. ')[0];
    throw new UsageError(`${words}.`, ['help', name].join(' ').trim());
  }
}

const isSingle = (option: string, options: ParseArgsOptionsConfig): boolean =>
  options[option]?.type === 'string' && !options[option].multiple;

const givenTwice = (option: string) =>
  new UsageError(`--${kebabCase(option)} is given twice; only one can be given here.`);

function unknownCommand(name: string, menu: readonly Command[]): string {
  const near = menu.find((c) => c.name.startsWith(name.slice(0, 2)));
  return `There is no command “${cut(name, 40)}”.${near ? ` Did you mean ${near.name}?` : ''} The menu: ${menu.map((c) => c.name).join(', ')}.`;
}
