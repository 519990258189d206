import { compareActors } from './actor-similarity.ts';
import { totalsOf } from './casualty-totals.ts';
import { daysBetween } from './day-spans.ts';
import { eventTypeById } from './event-types.ts';
import type { Incident } from './incident.ts';

/**
 * A reason for two incidents to be the same. `days` and `km` are those between them, `killed` the two best estimates.
 */
export type DuplicateReason =
  | { kind: 'time'; days: number }
  | { kind: 'place'; name: string }
  | { kind: 'distance'; km: number }
  | { kind: 'actors'; names: string[] }
  | { kind: 'toll'; killed: [number, number] }
  | { kind: 'type'; type: string }
  | { kind: 'report'; publisher: string }
  | { kind: 'words'; words: string[] };

/** `score`: log odds that the two are the same, before other candidates are considered. */
export interface DuplicateScore {
  score: number;
  reasons: DuplicateReason[];
}

/** What one comparison adds to the log odds. */
type Part = { score: number; reason?: DuplicateReason };

/** Incidents further apart than this are never duplicates. */
export const duplicateWindow = { days: 3, km: 60 } as const;
const excluded: Part = { score: Number.NEGATIVE_INFINITY };
const undecided: Part = { score: 0 };

interface Range {
  start: string;
  end: string;
}
const isDated = (when: Incident['when']): when is Incident['when'] & Range => when.start !== null && when.end !== null;

/** Days between two ranges; 0 if they share a day. */
const gap = (a: Range, b: Range): number => Math.max(0, daysBetween(b.end, a.start), daysBetween(a.end, b.start));

function time({ when: a }: Incident, { when: b }: Incident): Part {
  if (!isDated(a) || !isDated(b)) return excluded;
  const days = gap(a, b);
  if (days > duplicateWindow.days) return excluded;
  const same = a.start === b.start && a.end === b.end;
  // A range of more than a week says little about the day.
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
    : byDistance(a, b, km, precise);
}

/** Places without a name in common. */
function byDistance(a: Incident, b: Incident, km: number | undefined, precise: boolean): Part {
  if (km !== undefined && km > duplicateWindow.km) return excluded;
  if (km === undefined) return a.where.admin1 && a.where.admin1 === b.where.admin1 ? { score: 0 } : { score: -1.5 };
  if (!precise) return { score: km < 5 ? 0.5 : km < 25 ? 0 : -1.5, reason: { kind: 'distance', km } };
  return { score: km < 3 ? 2 : km < 10 ? 1 : km < 25 ? -0.5 : -2, reason: { kind: 'distance', km } };
}

function ancestors(type: string): string[] {
  const node = eventTypeById(type);
  return node ? [node.id, ...(node.parent ? ancestors(node.parent) : [])] : [type];
}

// UCDP and ACLED code who fought whom, others the weapon: these types may be the same as any other.
const broad = new Set(['state-based', 'non-state', 'one-sided', 'battle', 'attack-on-civilians', 'violence']);

function type(a: Incident, b: Incident): Part {
  const [one, other] = [a.eventTypes.flatMap(ancestors), b.eventTypes.flatMap(ancestors)];
  const same = a.eventTypes.find((t) => other.includes(t)) ?? b.eventTypes.find((t) => one.includes(t));
  if (same) return { score: 0.7, reason: { kind: 'type', type: same } };
  if (one.at(-1) !== other.at(-1)) return { score: -3 };
  return { score: a.eventTypes.some((t) => broad.has(t)) || b.eventTypes.some((t) => broad.has(t)) ? 0 : -1 };
}

function actors(a: Incident, b: Incident): Part {
  const { shared, overlap } = compareActors(a, b);
  if (overlap === undefined) return undecided;
  if (overlap === 0) return { score: -4 };
  return { score: overlap === 1 ? 1.2 : 0.3, reason: { kind: 'actors', names: shared } };
}

function toll(a: Incident, b: Incident): Part {
  const [mine, theirs] = [totalsOf(a).best, totalsOf(b).best];
  if (mine === null || theirs === null) return undecided;
  const [low, high] = [Math.min(mine, theirs), Math.max(mine, theirs)];
  const reason: DuplicateReason = { kind: 'toll', killed: [mine, theirs] };
  if (low === high) return { score: high === 0 ? 0.3 : Math.min(2.5, 0.6 + Math.log2(high) / 2), reason };
  if (high - low <= 1 || high / Math.max(1, low) <= 1.35) return { score: 0.4, reason };
  return { score: high / Math.max(1, low) > 3 && high - low > 3 ? -2.5 : -0.8 };
}

const headline = (report: Incident['reports'][number]) => report.headline?.trim().toLowerCase();

/** A report with the same headline, or long words in common. */
function words(a: Incident, b: Incident): Part {
  const heads = new Set(b.reports.map(headline).filter((head) => head !== undefined));
  const report = a.reports.find((r) => heads.has(headline(r) ?? ''));
  if (report) return { score: 2.5, reason: { kind: 'report', publisher: report.publisher } };
  const wordSet = (i: Incident) =>
    new Set(wordsOf([i.title, i.summary, ...i.reports.map((r) => r.headline)].join(' ')));
  const [mine, theirs] = [wordSet(a), wordSet(b)];
  if (mine.size < 4 || theirs.size < 4) return undecided;
  const shared = [...mine.intersection(theirs)].filter((word) => word.length > 4);
  const share = shared.length / Math.min(mine.size, theirs.size);
  return share > 0.3 ? { score: 1, reason: { kind: 'words', words: shared.slice(0, 4) } } : undecided;
}

const parts = [time, place, type, actors, toll, words];
/** Log odds of two incidents in the window being the same, before anything is compared. */
const prior = -4;

/**
 * Scores two incidents as duplicates by time, place, type, actors, toll and words (record linkage by log odds).
 * Returns undefined if they cannot be the same, and otherwise the sum with the reasons in favour.
 */
export function scoreDuplicate(a: Incident, b: Incident): DuplicateScore | undefined {
  let score: number = prior;
  const reasons: DuplicateReason[] = [];
  for (const part of parts) {
    const result = part(a, b);
    if (result === excluded) return undefined;
    score += result.score;
    if (result.reason && result.score > 0) reasons.push(result.reason);
  }
  return { score, reasons };
}
