import { eventTypeOfCode } from '../event-types.ts';
import type { Coding, IncidentRecord, Report, Unreviewed, Where } from '../incident.ts';
import { CellError } from './cell-values.ts';

/** The type of a CAMEO code, or of the class it belongs to: 1952, then 195, then 19. Leading zeros are part of it. */
function typeOfCameo(code: string): string[] {
  for (let length = code.length; length >= 2; length--) {
    const type = eventTypeOfCode('cameo', code.slice(0, length));
    if (type) return [type.id];
  }
  return [];
}

/** Throws CellError where the cell holds no code: they have two to four figures. */
export function cameoOf(value: string | undefined, column: string): string {
  const code = value?.trim() ?? '';
  if (!/^\d{2,4}[A-Z]?$/.test(code)) throw new CellError(column, code, 'is no CAMEO code');
  return code;
}

/** Where all codings agree, and no finer. */
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

const said = ({ words, code, actors }: Coding): string =>
  [actors[0], words ?? `CAMEO ${code}`, actors[1]].filter(Boolean).join(' – ');

export interface CodedSource {
  id: string;
  source: Report & { date: string };
  /** What the item says of itself; left out, the codings say it. */
  statement?: string;
  codings: Coding[];
}

/** One news item and what a machine read out of it: all but its source follows from the set of codings. */
export function codedReport({ id, source, statement, codings }: CodedSource): Unreviewed {
  const sorted = [...new Map(codings.map((c) => [c.id, c])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const told = [...new Set(sorted.map(said))].slice(0, 5).join('; ');
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
    statement: statement ?? told,
    confidence: 'low',
    codings: sorted,
    ...(statement ? { title: statement } : {}),
  };
}

/** The same item met again: the codings of both, and the earlier date. */
export function mergeCoded(held: IncidentRecord, made: IncidentRecord): IncidentRecord {
  if (held.kind !== 'report' || made.kind !== 'report') return made;
  const [a, b] = [held.reports[0], made.reports[0]];
  const date = [a?.date, b?.date].filter((d) => d !== undefined).sort()[0];
  if (!a || !date) return made;
  return codedReport({
    id: held.id,
    source: { ...a, date },
    statement: held.title,
    codings: [...held.codings, ...made.codings],
  });
}
