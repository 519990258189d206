import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { countryName } from './countries.ts';

const file = new URL('../../../data/country-codes.json', import.meta.url);
/** ISO 3166-1 alpha-3 by alpha-2. */
const codes = z.record(z.string().length(2), z.string().length(3)).parse(JSON.parse(readFileSync(file, 'utf8')));
const alpha2 = new Map(Object.entries(codes).flatMap(([two, three]) => [[two, two] as const, [three, two] as const]));

/** The English name of the country with an ISO code of two or three capital letters; undefined for other words. */
export const countryOfCode = (code: string): string | undefined => {
  const two = alpha2.get(code);
  return two === undefined ? undefined : countryName(two);
};
