import { readFileSync } from 'node:fs';
import { z } from 'zod';

const file = new URL('../../../data/capitals.json', import.meta.url);

/** The capital of each country, by ISO code. */
export const capitals: Readonly<Record<string, string>> = z
  .record(z.string().length(2), z.string())
  .parse(JSON.parse(readFileSync(file, 'utf8')));
