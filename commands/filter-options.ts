import { z } from 'zod';

export const placeOption = z
  .string()
  .optional()
  .describe('A town, district, province or country')
  .meta({ suggest: 'place' });

/** When, what kind and who: the same for every command that asks about incidents. */
export const filterOptions = {
  from: z.string().optional().describe('First day, 2016-01-31'),
  to: z.string().optional().describe('Last day, 2016-12-31'),
  type: z.string().optional().describe('Kind of incident').meta({ suggest: 'type' }),
  actor: z.string().optional().describe('Who took part').meta({ suggest: 'actor' }),
};

/** Said options as the words of a question: the same readers read both, so both mean the same. */
export interface FilterOptions {
  place?: string;
  near?: number;
  from?: string;
  to?: string;
  type?: string;
  actor?: string;
  text?: string;
  minKilled?: number;
}

export function filterWords({ place, near, from, to, type, actor, text, minKilled }: FilterOptions): string {
  return [
    type ?? 'incidents',
    actor ? `involving ${actor}` : '',
    place ? (near ? `within ${near} km of ${place}` : `in ${place}`) : '',
    text ? `"${text}"` : '',
    minKilled ? `with at least ${minKilled} killed` : '',
    from && to ? `from ${from} to ${to}` : from ? `since ${from}` : to ? `until ${to}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
