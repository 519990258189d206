import type { Reading } from '../understanding/reading.ts';
import { notes } from './notes.ts';
import type { Told } from './told.ts';
import { period } from './wording/dates.ts';
import { clean, number } from './wording/words.ts';

const names: Record<string, string> = {
  period: 'time',
  asOf: 'state of the record',
  changes: 'changes of the record',
  review: 'review',
  place: 'place',
  actor: 'actor',
  eventType: 'kind of incident',
  measure: 'what you want to know',
  quantity: 'what is counted',
  grouping: 'grouping',
  order: 'order',
  limit: 'how many to show',
  threshold: 'least or most killed',
  distance: 'distance',
  point: 'position',
  precision: 'precision',
  source: 'source',
  attribution: 'attribution',
  aspect: 'what about it',
  text: 'words of the report',
};

function meaning({ facet, value }: Reading): string {
  const told = value as {
    candidates?: { name: string; country?: string; level?: string }[];
    start?: string | null;
    end?: string | null;
  };
  const best = told?.candidates?.[0];
  if (best)
    return `: ${clean([best.name, best.level === 'country' ? undefined : best.country].filter(Boolean).join(', '), 80)}`;
  if (facet === 'period') return `: ${period({ start: told.start ?? null, end: told.end ?? null })}`;
  return '';
}

/** Why the answer is as it is: word by word, then what was taken for granted, left out and unread. */
export function explain(told: Told, readings: readonly Reading[]): string {
  const words = readings
    .filter((r) => names[r.facet])
    .map((r) => `“${clean(r.words.trim(), 60)}” as ${names[r.facet]}${meaning(r)}`);
  const first = words.length ? `I read ${words.join('; ')}.` : 'I read no more than what this thread was about before.';
  const found = `That found ${number(told.result.total)} of ${number(told.coverage.incidents)} incidents.`;
  const others = told.alternatives.length
    ? `Other readings: ${told.alternatives.map((a) => clean(a.label, 75)).join('; ')}.`
    : '';
  return [first, found, ...notes(told).map((n) => (n.kind === 'note' ? n.text : '')), others]
    .filter(Boolean)
    .join('\n');
}
