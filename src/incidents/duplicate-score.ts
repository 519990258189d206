import { compareActors } from './actor-similarity.ts';
import { totalsOf } from './casualty-totals.ts';
import { daysBetween } from './day-spans.ts';
import { eventTypeById } from './event-types.ts';
import type { Incident } from './incident.ts';

/** Why two incidents may be one. Days and kilometres are those between them. */
export type DuplicateReason =
  | { kind: 'time'; days: number }
  | { kind: 'place'; name: string }
  | { kind: 'distance'; km: number }
  | { kind: 'actors'; names: string[] }
  | { kind: 'toll'; killed: [number, number] }
  | { kind: 'type'; type: string }
  | { kind: 'report'; publisher: string }
  | { kind: 'words'; words: string[] };

/** `score`: log odds, before what rivals take from it. */
export interface DuplicateScore {
  score: number;
  reasons: DuplicateReason[];
}

type Part = { score: number; reason?: DuplicateReason };

/** Beyond these nothing is compared. */
export const duplicateWindow = { days: 3, km: 60 } as const;
const no: Part = { score: Number.NEGATIVE_INFINITY };
const unsure: Part = { score: 0 };

interface Range {
  start: string;
  end: string;
}
const isDated = (when: Incident['when']): when is Incident['when'] & Range => when.start !== null && when.end !== null;

/** Days between two ranges; 0 where they share a day. */
const gap = (a: Range, b: Range): number => Math.max(0, daysBetween(b.end, a.start), daysBetween(a.end, b.start));

function time({ when: a }: Incident, { when: b }: Incident): Part {
  if (!isDated(a) || !isDated(b)) return no;
  const days = gap(a, b);
  if (days > duplicateWindow.days) return no;
  const same = a.start === b.start && a.end === b.end;
  // A range of weeks says little about the day.
  const blur = Math.max(daysBetween(a.start, a.end), daysBetween(b.start, b.end));
  const score = same ? 2.5 : days === 0 ? (blur > 7 ? -0.5 : 1.5) : 0.5 - days;
  return { score, reason: { kind: 'time', days } };
}

const radians = Math.PI / 180;

function kmBetween(a: Incident['where'], b: Incident['where']): number | undefined {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return undefined;
  const [south, west] = [((b.lat - a.lat) * radians) / 2, ((b.lon - a.lon) * radians) / 2];
  const h = Math.sin(south) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(west) ** 2;
  return 12742.0176 * Math.asin(Math.sqrt(h));
}

const wordsOf = (text: string | undefined): string[] =>
  text
    ?.normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
const generic = new Set(
  'town city village district province area near the and camp governorate oblast region road airport base county state'.split(
    ' ',
  ),
);
const nameOf = (place: string | undefined) => new Set(wordsOf(place).filter((word) => !generic.has(word)));
const fine = new Set(['exact', 'near']);

function place(a: Incident, b: Incident): Part {
  const km = kmBetween(a.where, b.where);
  const named = nameOf(a.where.place).intersection(nameOf(b.where.place)).size > 0;
  const precise = fine.has(a.where.precision) && fine.has(b.where.precision);
  return named && (km === undefined || km < 30)
    ? { score: precise ? 2.5 : 1, reason: { kind: 'place', name: a.where.place as string } }
    : unnamed(a, b, km, precise);
}

/** Two places of different names. */
function unnamed(a: Incident, b: Incident, km: number | undefined, precise: boolean): Part {
  if (km !== undefined && km > duplicateWindow.km) return no;
  if (km === undefined) return a.where.admin1 && a.where.admin1 === b.where.admin1 ? { score: 0 } : { score: -1.5 };
  if (!precise) return { score: km < 5 ? 0.5 : km < 25 ? 0 : -1.5, reason: { kind: 'distance', km } };
  return { score: km < 3 ? 2 : km < 10 ? 1 : km < 25 ? -0.5 : -2, reason: { kind: 'distance', km } };
}

function line(type: string): string[] {
  const node = eventTypeById(type);
  return node ? [node.id, ...(node.parent ? line(node.parent) : [])] : [type];
}

// Datasets of fights and of attacks say nothing of the weapon, others nothing of the sides.
const broad = new Set(['state-based', 'non-state', 'one-sided', 'battle', 'attack-on-civilians', 'violence']);

function type(a: Incident, b: Incident): Part {
  const [one, other] = [a.eventTypes.flatMap(line), b.eventTypes.flatMap(line)];
  const same = a.eventTypes.find((t) => other.includes(t)) ?? b.eventTypes.find((t) => one.includes(t));
  if (same) return { score: 0.7, reason: { kind: 'type', type: same } };
  if (one.at(-1) !== other.at(-1)) return { score: -3 };
  return { score: a.eventTypes.some((t) => broad.has(t)) || b.eventTypes.some((t) => broad.has(t)) ? 0 : -1 };
}

function actors(a: Incident, b: Incident): Part {
  const { shared, overlap } = compareActors(a, b);
  if (overlap === undefined) return unsure;
  if (overlap === 0) return { score: -4 };
  return { score: overlap === 1 ? 1.2 : 0.3, reason: { kind: 'actors', names: shared } };
}

function toll(a: Incident, b: Incident): Part {
  const [mine, theirs] = [totalsOf(a).best, totalsOf(b).best];
  if (mine === null || theirs === null) return unsure;
  const [low, high] = [Math.min(mine, theirs), Math.max(mine, theirs)];
  const reason: DuplicateReason = { kind: 'toll', killed: [mine, theirs] };
  if (low === high) return { score: high === 0 ? 0.3 : Math.min(2.5, 0.6 + Math.log2(high) / 2), reason };
  if (high - low <= 1 || high / Math.max(1, low) <= 1.35) return { score: 0.4, reason };
  return { score: high / Math.max(1, low) > 3 && high - low > 3 ? -2.5 : -0.8 };
}

const headline = ({ headline: told }: Incident['reports'][number]) => told?.trim().toLowerCase();

/** The same report, or the same rare words in what is told. */
function words(a: Incident, b: Incident): Part {
  const heads = new Set(b.reports.map(headline).filter((head) => head !== undefined));
  const report = a.reports.find((r) => heads.has(headline(r) ?? ''));
  if (report) return { score: 2.5, reason: { kind: 'report', publisher: report.publisher } };
  const told = (i: Incident) => new Set(wordsOf([i.title, i.summary, ...i.reports.map((r) => r.headline)].join(' ')));
  const [mine, theirs] = [told(a), told(b)];
  if (mine.size < 4 || theirs.size < 4) return unsure;
  const shared = [...mine.intersection(theirs)].filter((word) => word.length > 4);
  const share = shared.length / Math.min(mine.size, theirs.size);
  return share > 0.3 ? { score: 1, reason: { kind: 'words', words: shared.slice(0, 4) } } : unsure;
}

const parts = [time, place, type, actors, toll, words];
/** How rarely two incidents as near as this are one, before anything is compared. */
const prior = -4;

/** Whether two incidents may be one; undefined when something speaks wholly against it. */
export function scoreDuplicate(a: Incident, b: Incident): DuplicateScore | undefined {
  let score: number = prior;
  const reasons: DuplicateReason[] = [];
  for (const part of parts) {
    const found = part(a, b);
    if (found.score === Number.NEGATIVE_INFINITY) return undefined;
    score += found.score;
    if (found.reason && found.score > 0) reasons.push(found.reason);
  }
  return { score, reasons };
}
