import { columnKey } from '../read/columns.ts';

/** The key of a column's name with its words apart: "DateOccurred", "CivilianKIA" → date_occurred, civilian_kia. */
export const wordsOfName = (name: string): string =>
  columnKey(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'));

// What says no more than that a row is an incident and a column its figure.
const fillers = new Set(
  'number no num of total the count incident event events reported estimated est people persons'.split(' '),
);

/** A name without words that say nothing: "Number of Dead", "Country of Incident" → dead, country. */
export const bareName = (name: string): string =>
  wordsOfName(name)
    .split('_')
    .filter((word) => !fillers.has(word))
    .join('_');
