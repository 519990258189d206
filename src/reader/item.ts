import type { ActorCandidate, PlaceCandidate } from '../entities/entity-linker.ts';
import type {
  Aspect,
  ChangeFilter,
  Filter,
  Having,
  Measure,
  Period,
  PlacePart,
  Quantity,
  Query,
  Unit,
} from '../incidents/query.ts';
import type { DeclineReason } from '../reading/parse-result.ts';
import type { Assumed } from '../reading/span.ts';

export type Level = PlaceCandidate['level'];

/** A name and what it may mean, best first. */
export interface PlaceMention {
  said: string;
  candidates: PlaceCandidate[];
  level?: Level;
  /** Those of the name on other levels, where the level was said. */
  namesakes?: PlaceCandidate[];
  /** Adjective of a people or country: "Iraqi". */
  people?: boolean;
  /** Only this part of it: "northern Iraq". */
  part?: PlacePart;
}
export interface ActorMention {
  said: string;
  candidates: ActorCandidate[];
}
/** How the members of a list are joined; `vs` for "vs", "against", "/" and dashes. */
export type Joint = 'and' | 'or' | 'vs';
export interface Several<T> {
  all: T[];
  joint: Joint;
}
/** Where: in, near or within `km` of any of the places, on the line from the first to the second, along the border of the first with the second, or around a position. */
export interface Where {
  relation: 'in' | 'near' | 'between' | 'along';
  places: PlaceMention[];
  km?: number;
  point?: { lat: number; lon: number };
  joint?: Joint;
}
export type Role = 'attacker' | 'target' | 'either';
interface Party {
  role: Role;
  all: ActorMention[];
  joint?: Joint;
  /** Role of a bare name, which the words around it may still decide. */
  bare?: boolean;
}
export interface Excluded {
  places?: Where;
  actors?: ActorMention[];
  kinds?: string[];
  times?: Period[];
  text?: string;
  /** "not the city": the part of the place that is called so. */
  unit?: Grouping['by'];
}
/** People as the question calls them. `as`: what the data can tell; undefined where it cannot tell them apart. */
interface People {
  said: string;
  as: 'people' | 'civilian' | undefined;
  /** On whose side they fight: their dead are told apart where the data has deaths by side. */
  lost?: Query['lost'];
  /** The word that reports use for them, where it is not what was said. */
  text?: string;
}
export interface Harm {
  of: Quantity;
  people?: People;
  /** "killed", "died", which may also describe what happened to one who is named. */
  verb?: boolean;
}
export interface Bound {
  min?: number;
  max?: number;
}
export interface Threshold extends Bound {
  of: 'killed' | 'civilians' | 'wounded';
}
export interface Grouping {
  by: Unit;
  /** each: "per month"; by: "by month"; which: one of them is asked for, or they are put in order. */
  how: 'each' | 'by' | 'which';
  limit?: number;
  order?: Superlative;
}
export type Superlative = 'most' | 'fewest' | 'deadliest' | 'longest' | 'newest' | 'oldest';
export interface Ends {
  order: Superlative;
  limit?: number;
  /** "the latest" without a noun. */
  several?: boolean;
  /** "the last time". */
  once?: boolean;
  /** What is put in order, where its words stand inside those of the order. */
  kinds?: string[];
}
export interface Unknown {
  said: string;
  kind: 'place' | 'actor' | 'any';
  places: PlaceCandidate[];
  actors: ActorCandidate[];
}

/** What each category of the grammar means. Those of one word alone hold its sense from the lexicon. */
export interface Values {
  number: number;
  time: Period;
  times: Several<Period>;
  place: PlaceMention;
  places: Several<PlaceMention>;
  where: Where;
  actor: ActorMention;
  actors: Several<ActorMention>;
  party: Party;
  pair: ActorMention[];
  kind: string;
  kinds: string[];
  excluded: Excluded;
  people: People;
  harm: Harm;
  bound: Bound;
  threshold: Threshold;
  /** A condition on groups; the kinds of incident that it counts. */
  having: Having & { kinds?: string[] };
  km: number;
  distance: number;
  compass: { part: PlacePart; said: string };
  unit: Grouping['by'];
  /** A unit in the singular, which may say what kind of place a name is. */
  'one-unit': Grouping['by'];
  grouping: Grouping;
  superlative: Superlative | 'latest' | 'last-time' | 'first-time';
  ends: Ends;
  limit: number;
  measure: Measure;
  compare: string;
  point: { lat: number; lon: number };
  unknown: Unknown;
  text: string;
  source: string;
  /** A dataset's id. */
  dataset: string;
  aspect: Aspect;
  attribution: { statuses: string[]; asks: boolean; unless?: string[] };
  precision: { where?: string[]; when?: string[] };
  asOf: NonNullable<Filter['asOf']>;
  changes: Pick<ChangeFilter, 'actions' | 'lastImport'>;
  review: true;
  order: Query['order'];
  decline: DeclineReason;
  /** What reports call it, where that is not what was said. */
  object: string;
  'loose-unit': Grouping['by'];
}
type Valued = keyof Values;
/** Categories of the lexicon with no meaning beyond their sense. */
export type Category = Valued | (string & {});
export type ValueOf<C> = C extends Valued ? Values[C] : string;

/** A part of the question, from token `start` to token `end`, read as something. */
export interface Item<C extends Category = Category> {
  cat: C;
  value: ValueOf<C>;
  start: number;
  end: number;
  /** Sum of weights of what it was made from. */
  score: number;
  /** Names of the weights in the score that are its own, one for each time that it counts; those of its parts aside. */
  features: readonly string[];
  /** What it was made from. */
  parts?: readonly Item[];
  assumed?: Assumed;
}
