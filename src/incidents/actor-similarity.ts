import { memoize } from '../kernel/memoize.ts';
import type { Incident } from './incident.ts';
import { knownActors } from './known-actors.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const known = new Map(
  knownActors.flatMap(({ id, name, aliases, datasetNames }) =>
    [name, ...aliases, ...datasetNames].map((n) => [plain(n), id] as const),
  ),
);

/** Words that are in too many names to identify an actor. */
const common = new Set(
  'the of and in for group groups forces force armed military army government police security militia militias unidentified unknown gunmen assailants attackers soldiers troops state civilians people members fighters local front movement party national united liberation'.split(
    ' ',
  ),
);
const nobody = /^(?:civilians?|unidentified|unknown|unnamed|gunmen|assailants|attackers|protesters|rioters|xxx\d)/;
const ofState = /\b(?:government|military|army|armed forces|police|security forces|soldiers|troops|air force|navy)\b/;

/**
 * What identifies an actor: its id among the known actors, and the uncommon words of its name; a state's forces are one
 * actor.
 */
const identifiers = memoize((name): Set<string> => {
  const text = plain(name.replace(/\(\d{4}-(?:\d{4})?\)/g, ''));
  if (nobody.test(text)) return new Set();
  const identity = known.get(text);
  const rare = text.split(' ').filter((word) => word.length > 2 && !common.has(word) && !/^\d+$/.test(word));
  const state = ofState.test(text) ? rare.map((word) => `state ${word}`) : [];
  return new Set([...(identity ? [identity] : []), ...(state.length ? state : rare)]);
}, 20_000);

const isNamed = ({ actor }: { actor: string }) => identifiers(actor).size > 0;

/** How far the actors of two incidents agree. */
export interface ActorSimilarity {
  /** Names in the first incident of actors that the second has too. */
  shared: string[];
  /** The shared part, 0 to 1, of the incident that names fewer actors; undefined if one of them names none. */
  overlap: number | undefined;
}

/** Compares the actors of two incidents, whatever each dataset calls them. */
export function compareActors(a: Incident, b: Incident): ActorSimilarity {
  const [mine, theirs] = [a.actors.filter(isNamed), b.actors.filter(isNamed)];
  if (mine.length === 0 || theirs.length === 0) return { shared: [], overlap: undefined };
  const shares = ({ actor }: { actor: string }, others: typeof theirs) =>
    others.some((other) => !identifiers(actor).isDisjointFrom(identifiers(other.actor)));
  const shared = mine.filter((one) => shares(one, theirs));
  const back = theirs.filter((one) => shares(one, mine));
  return {
    shared: shared.map((one) => one.actor),
    overlap: Math.min(1, Math.max(shared.length, back.length) / Math.min(mine.length, theirs.length)),
  };
}
