import { mostPeople } from '../incidents/schema.ts';
import { numberOf, numberPattern } from '../reading/numbers.ts';

/** A number of people in a text. `words`: as written, if it is not a plain figure. */
export interface Amount {
  toll: { low: number; best: number; high: number } | 'number unknown';
  words?: string;
}

const n = `(?:${numberPattern})(?![\\w%]|-year|,\\d|\\.\\d)`;
const hedge =
  '(?:at least|no fewer than|more than|over|up to|as many as|about|around|some|nearly|almost|approximately|roughly|an estimated|a total of|the|all|another|a further|only|just) ';
const vague =
  'dozens|scores|hundreds|thousands|several|some|many|a number|a few|a handful|a couple|numerous|multiple|an unknown number|an unspecified number';

/** A pattern for an amount: "three", "at least 12", "8 to 10", "dozens"; "a" and "an" count one. */
export const amountPattern = `(?:${hedge}){0,2}(?:${n}(?: (?:to|or|and) ${n}|-(?=\\d)${n})?)|(?:at least )?(?:${vague})|an?(?: single| further)?|one`;

const figure = new RegExp(`(?<![\\w-])(?:${numberPattern})(?![\\w-])`, 'gi');
const leads =
  /at least|no fewer|more than|over|up to|as many|about|around|some|nearly|almost|approx|roughly|estimated/i;

/** The toll of what `amountPattern` matched; more people than there can be are a number that nobody knows. */
export function amountOf(words: string): Amount {
  const figures = [...words.matchAll(figure)].map(([found]) => numberOf(found));
  const [a, b] = figures;
  if (a === undefined)
    return /^(?:an?|one)\b(?! (?:number|few|handful|couple))/i.test(words) ? exactly(1) : unknown(words);
  const [low, high] = [Math.min(a, b ?? a), Math.max(a, b ?? a)];
  if (high > mostPeople) return unknown(words);
  return leads.test(words) || b !== undefined
    ? { toll: { low, best: low, high }, words: words.trim() }
    : { toll: { low, best: a, high } };
}

const exactly = (value: number): Amount => ({ toll: { low: value, best: value, high: value } });
const unknown = (words: string): Amount => ({ toll: 'number unknown', words: words.trim() });
