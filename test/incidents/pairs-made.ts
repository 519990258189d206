import { daysLater } from '../../src/incidents/day-spans.ts';
import { type Incident, incident } from '../../src/incidents/incident.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { seeded } from '../support/seeded.ts';

type Random = () => number;
const oneOf = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;
const otherNames = new Map(
  knownActors.flatMap((a) =>
    [a.name, ...a.datasetNames].map(
      (n) => [n, [a.name, ...a.aliases].filter((alias) => /^[\w .'-]+$/.test(alias))] as const,
    ),
  ),
);

/** As another dataset would call it. */
function renamed(actor: string, random: Random): string {
  const state = actor.match(/^Government of ([^(]+)/)?.[1]?.trim();
  if (state && random() < 0.7)
    return oneOf([`Military Forces of ${state} (2014-2019)`, `${state} army`, `Security forces of ${state}`], random);
  const names = otherNames.get(actor);
  return names?.length && random() < 0.6 ? oneOf(names, random) : actor;
}

function movedWhen({ when }: Incident, random: Random): Incident['when'] {
  if (when.start === null || when.end === null || random() < 0.7) return when;
  const days = random() < 0.5 ? 1 : -1;
  return { ...when, start: daysLater(when.start, days), end: daysLater(when.end, days) };
}

const kmPerDegree = 111;

function movedWhere({ where }: Incident, random: Random): Incident['where'] {
  const jitter = () => ((random() + random() + random() - 1.5) * 8) / kmPerDegree;
  const { place, description, ...rest } = where;
  const called = random() < 0.8 ? place?.replace(/ (?:town|city|village|district)$/, '') : undefined;
  const point =
    where.lat === undefined || where.lon === undefined ? {} : { lat: where.lat + jitter(), lon: where.lon + jitter() };
  return { ...rest, ...point, ...(called ? { place: called } : {}) };
}

function otherToll({ casualties }: Incident, random: Random): Incident['casualties'] {
  const all = casualties.find((c) => c.group === 'all')?.killed;
  const chance = random();
  if (typeof all !== 'object' || chance < 0.15) return [];
  const best = chance < 0.65 ? all.best : Math.max(0, Math.round(all.best * (0.75 + random() / 2)));
  return [{ group: 'all', killed: { low: best, best, high: best }, by: 'Copy' }];
}

const kinds: Record<string, string[]> = {
  'state-based': ['battle', 'armed-assault', 'shelling', 'artillery', 'state-based'],
  'non-state': ['battle', 'armed-assault', 'non-state'],
  'one-sided': ['attack-on-civilians', 'armed-assault', 'bombing', 'one-sided'],
};

/** The same incident as another dataset would tell it: other names, a day or some kilometres off, another toll. */
function retold(original: Incident, id: string, random: Random): Incident {
  const [report] = original.reports;
  const quoted = report && random() < 0.3;
  return incident.parse({
    kind: 'incident',
    id,
    when: movedWhen(original, random),
    where: movedWhere(original, random),
    eventTypes: [oneOf(kinds[original.eventTypes[0] as string] ?? original.eventTypes, random)],
    actors: original.actors.map((a) => ({ ...a, actor: renamed(a.actor, random) })),
    casualties: otherToll(original, random),
    reports: quoted
      ? [{ publisher: report.publisher, ...(report.headline ? { headline: report.headline } : {}) }]
      : [{ publisher: 'Local correspondent' }],
  });
}

export interface Split {
  /** What the first dataset tells. */
  first: Incident[];
  /** What the other tells: some of the same, and some that the first does not have. */
  second: Incident[];
  /** Ids of the same incident. */
  same: Map<string, string>;
}

/** A third in both datasets, a third only in the first, a third only in the second. */
export function madePairs(all: readonly Incident[], seed: number): Split {
  const random = seeded(seed);
  const split: Split = { first: [], second: [], same: new Map() };
  for (const [n, original] of all.entries()) {
    const third = Math.floor(random() * 3);
    if (third !== 2) split.first.push(original);
    if (third === 1) continue;
    const id = `copy:${n}`;
    split.second.push(retold(original, id, random));
    if (third === 0) split.same.set(id, original.id);
  }
  return split;
}
