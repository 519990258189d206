import type { Aggregate, Development, IncidentRecord } from '../incidents/incident.ts';
import { placeTerms } from './find-story.ts';
import { matchOf, termsOf } from './lexicon.ts';

const enough = 0.8;
const fewest = 3;

const counting = /\b(?:how many|how much|number of|how often|what number|which number|total)\b/i;

/** The total that a source states which a counting question asks for: nearly all its words, and two of its own at least. */
export function totalAsked(question: string, records: readonly IncidentRecord[]): Aggregate | undefined {
  if (!counting.test(question)) return undefined;
  const wanted = termsOf(question);
  if (wanted.length < fewest) return undefined;
  const ranked = records.flatMap((r) => {
    if (r.kind !== 'aggregate' || r.count === null) return [];
    const terms = termsOf([r.statement, r.where.place, r.where.admin1, r.where.country].filter(Boolean).join(' '));
    const share = wanted.reduce((n, t) => n + matchOf(t, terms), 0) / wanted.length;
    const words = wanted.filter((t) => matchOf(t, terms) > 0).length;
    return share >= enough && words >= fewest ? [{ r, share }] : [];
  });
  return ranked.sort((a, b) => b.share - a.share)[0]?.r;
}

/** The development that has every word of a question which names nothing else: "what is the C-RAM?" */
export function developmentAsked(question: string, records: readonly IncidentRecord[]): Development | undefined {
  const wanted = termsOf(question);
  if (wanted.length === 0) return undefined;
  const found = records.filter((r) => r.kind === 'development');
  return found.find((r) => {
    const terms = termsOf([r.statement, r.where.place, r.where.admin1, r.where.country].filter(Boolean).join(' '));
    // The name of a place alone asks for nothing.
    return wanted.every((t) => matchOf(t, terms) > 0) && wanted.some((t) => !placeTerms(r).includes(t));
  });
}
