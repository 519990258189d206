import { readFileSync } from 'node:fs';
import { z } from 'zod';

const file = new URL('../../data/country-codes.json', import.meta.url);
/** ISO 3166-1 alpha-3 by alpha-2. */
const codes = z.record(z.string().length(2), z.string().length(3)).parse(JSON.parse(readFileSync(file, 'utf8')));
const alpha2 = new Map(Object.entries(codes).flatMap(([two, three]) => [[two, two] as const, [three, two] as const]));

/** The ISO 3166-1 codes of all countries, of two letters. */
export const alpha2Codes: readonly string[] = Object.keys(codes);

/** The code of two letters for one of two or three capital letters; undefined for other words. */
export const alpha2Of = (code: string): string | undefined => alpha2.get(code);
