import { eventTypeOfCode } from '../event-types.ts';
import type { Coding, IncidentRecord, Report, Unreviewed, Where } from '../incident.ts';
import { CellError } from './cell-values.ts';

/** The event type of a CAMEO code, or else of a class above it: 1952, then 195, then 19. Leading zeros count. */
function typeOfCameo(code: string): string[] {
  for (let length = code.length; length >= 2; length--) {
    const type = eventTypeOfCode('cameo', code.slice(0, length));
    if (type) return [type.id];
  }
  return [];
}

/** A CAMEO code: two to four digits (CAMEO codebook, 1.1b3). Throws CellError. */
export function cameoOf(value: string | undefined, column: string): string {
  const code = value?.trim() ?? '';
  if (!/^\d{2,4}[A-Z]?$/.test(code)) throw new CellError(column, code, 'is not a CAMEO code');
  return code;
}

/** The place that all codings agree on. */
function whereOf(codings: readonly Coding[]): Where {
  const one = <K extends keyof Coding>(key: K) => {
    const values = new Set(codings.map((c) => c[key]));
    return values.size === 1 ? codings[0]?.[key] : undefined;
  };
  const [place, country, lat, lon] = [one('place'), one('country'), one('lat'), one('lon')];
  const point = lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
  return {
    ...(place ? { place } : {}),
    ...(country ? { country } : {}),
    ...point,
    precision: place && point ? 'near' : country ? 'country' : 'unknown',
    basis: 'source',
  };
}

const summaryOf = ({ words, code, actors }: Coding): string =>
  [actors[0], words ?? `CAMEO ${code}`, actors[1]].filter(Boolean).join(' – ');

/** A news item with the events coded from it. */
export interface CodedSource {
  id: string;
  source: Report & { date: string };
  /** The item's own words; without them the codings are summarised. */
  statement?: string;
  codings: Coding[];
}

/** A report to review from a news item. All but its source follows from the set of codings, in any order. */
export function codedReport({ id, source, statement, codings }: CodedSource): Unreviewed {
  const sorted = [...new Map(codings.map((c) => [c.id, c])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const summary = [...new Set(sorted.map(summaryOf))].slice(0, 5).join('; ');
  return {
    kind: 'report',
    id,
    when: { start: source.date, end: source.date, precision: 'day', basis: 'source' },
    where: whereOf(sorted),
    actors: [...new Set(sorted.flatMap((c) => c.actors))].map((actor) => ({ actor, role: 'other' })),
    attributions: [],
    reports: [source],
    details: [],
    eventTypes: [...new Set(sorted.flatMap((c) => typeOfCameo(c.code)))],
    statement: statement ?? summary,
    confidence: 'low',
    codings: sorted,
    ...(statement ? { title: statement } : {}),
  };
}

/** Merges two reports of the same item: the codings of both, and the earlier date. */
export function mergeCoded(existing: IncidentRecord, added: IncidentRecord): IncidentRecord {
  if (existing.kind !== 'report' || added.kind !== 'report') return added;
  const [a, b] = [existing.reports[0], added.reports[0]];
  const date = [a?.date, b?.date].filter((d) => d !== undefined).sort()[0];
  if (!a || !date) return added;
  return codedReport({
    id: existing.id,
    source: { ...a, date },
    statement: existing.title,
    codings: [...existing.codings, ...added.codings],
  });
}
