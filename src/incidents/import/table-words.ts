import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { casualtyKinds } from '../incident.ts';

const list = z.array(z.string().min(1));
const file = new URL('../../../data/table-words.json', import.meta.url);

/**
 * What people write in tables for what they do not know, for "no", beside numbers, and in the names of columns. Source:
 * data/table-words.json.
 */
const words = z
  .strictObject({
    missing: z.strictObject({ asWritten: list, inAnyCase: list }),
    no: list,
    atLeast: list,
    about: list,
    harms: z.record(z.enum(casualtyKinds), list),
    groups: z.record(z.string(), list),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const asWritten = new Set(words.missing.asWritten);
const inAnyCase = new Set(words.missing.inAnyCase);
/** The first letter and the length of each: most cells are told by them to be something else. */
const shapeOf = (word: string): number => word.charCodeAt(0) * 64 + word.length;
const shapes = new Set([...asWritten, ...inAnyCase].flatMap((w) => [w, w.toLowerCase(), w.toUpperCase()].map(shapeOf)));
const no = new Set(words.no);

/** Whether a cell says that its value is not known: "NA", "Unknown", "-". "Nan" and "Na" are places. */
export const saysMissing = (value: string): boolean =>
  value.length < 64 && shapes.has(shapeOf(value)) && (asWritten.has(value) || inAnyCase.has(value.toLowerCase()));

/** Whether a cell says yes: anything but a word for no, and nothing. */
export const saysYes = (value: string | undefined): boolean => {
  const said = value?.trim().toLowerCase() ?? '';
  return said !== '' && !no.has(said) && !saysMissing(said);
};

/** What was done to people by the word for it in the names of columns, and groups of people by their names there. */
export const harmWords = new Map(casualtyKinds.flatMap((harm) => words.harms[harm].map((w) => [w, harm] as const)));
export const groupNames = new Map(
  Object.entries(words.groups).flatMap(([group, names]) => names.map((name) => [name, group] as const)),
);

const escaped = (list: readonly string[]) => list.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

/** A number with words or signs for "at least" or "about" before it; the rest is the last group. */
export const atLeastWords = new RegExp(`^(?:${escaped(words.atLeast)})\\s*(\\d.*)$`, 'i');
export const aboutWords = new RegExp(`^(?:${escaped(words.about)})\\s*(\\d.*)$`, 'i');
