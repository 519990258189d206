import type { ActorCandidate, EntityLinker } from '../../entities/entity-linker.ts';
import type { People } from '../../entities/gazetteer/countries.ts';
import { meansOne } from '../specificity.ts';
import { overlaps } from '../text.ts';
import type { ActorReading, NameReading, PlaceReading } from './candidates.ts';

const how =
  'air|aerial|drone|missile|artillery|military|naval|ground|army|special|armed|security|border|state|precision|retaliatory|cross-border';
const deeds =
  'attacks?|strikes?|airstrikes?|air ?raids?|raids?|bombings?|bombardments?|shellings?|offensives?|operations?|incursions?|invasions?|assaults?|drones?|missiles?|rockets?';
const forces =
  'forces|troops|soldiers|army|military|jets|warplanes|planes|aircraft|police|navy|air force|government|authorities|regime';
/** What a state does or does it with, after the word that says which. */
const ofState = new RegExp(
  `^(?: (?:deadly|heavy|new|recent|alleged|suspected|${how}))*[ -](?:${deeds}|${forces})\\b`,
  'i',
);
/** The same as French and Arabic have it: "airstrikes Israeli on Syria". */
const behind = new RegExp(`\\b(?:${deeds}|${forces}) $`, 'i');
const noNoun = /^(?: (?:in|on|against|near|at|since|before|after|between|from|during|of|to)\b|\W*$)/i;
const onlyOfState = new RegExp(
  `\\b(?:${how}|${forces}|airstrikes?|offensives?|operations?|incursions?|invasions?)\\b`,
  'i',
);

/** No state whose forces these would be. */
const stateless = new Set(['Palestinian Territories']);

/** Of theirs who may be anywhere. */
const abroad =
  /^ (?:embass(?:y|ies)|consulates?|ambassadors?|diplomats?|nationals|citizens|expatriates|tourists?|contractors?|peacekeepers?|pilgrims?|ships?|vessels?|tankers?|oil|companies|company|firms?|targets|interests|bases?)\b/i;

const targeted = /\b(?:on|against|targeting|at)(?: the)? $/i;
const language = /\b(?:in|into) $/i;
const nothingAfter = /^(?:\W*$|,? please)/i;
const half = /\b(?:pro|anti|non)-$/i;

const stands = (text: string, { start, end }: People): boolean =>
  !half.test(text.slice(0, start)) &&
  text[end] !== '-' &&
  !(language.test(text.slice(0, start)) && nothingAfter.test(text.slice(end)));

const countryOf = ({ value: { candidates } }: PlaceReading) => candidates[0]?.country ?? candidates[0]?.name;

/** "Israeli airstrikes in Syria", "Nigerian airstrikes in Borno"; "Nigerian attacks in Borno" are anybody's. */
function acts(text: string, { start, end, country }: People, elsewhere: readonly (string | undefined)[]): boolean {
  const after = text.slice(end);
  const deed = after.match(ofState)?.[0] ?? (noNoun.test(after) ? text.slice(0, start).match(behind)?.[0] : undefined);
  if (deed === undefined || stateless.has(country) || elsewhere.length === 0) return false;
  return onlyOfState.test(deed) || elsewhere.some((other) => other !== country);
}

/** A country that acts is its government; one that no incident names is told under the same name. */
export function governmentOf(names: EntityLinker, country: string): ActorCandidate {
  const known = names.actors(country, { exact: true, limit: 4 }).find(({ name }) => /\bof\b/.test(name));
  const code = names.places(country, { exact: true, level: 'country', limit: 1 })[0]?.countryCode ?? '';
  const name = `Government of ${country}`;
  const none = {
    key: `state:${code}`,
    name,
    dataNames: [],
    factions: [],
    country,
    incidents: 0,
    score: 1,
    matched: country,
  };
  return known ?? none;
}

function actorOf(text: string, { start, end, country }: People, names: EntityLinker): ActorReading {
  const best = governmentOf(names, country);
  const words = text.slice(start, end);
  const assumed = { kind: 'name' as const, said: words, name: best.name };
  return { facet: 'actor', start, end, words, score: 0.8, value: { candidates: [best] }, assumed };
}

function placeOf(text: string, { start, end, country }: People, names: EntityLinker): PlaceReading[] {
  const candidates = names.places(country, { exact: true, level: 'country', limit: 1 });
  const words = text.slice(start, end);
  return candidates.length
    ? [{ facet: 'place', start, end, words, score: 0.8, value: { said: country, candidates } }]
    : [];
}

/** "Iraqi": whose forces where a place is named besides, else where: "Iraqi civilians", "the Rwandan genocide". */
export function readPeoples(
  text: string,
  peoples: readonly People[],
  names: EntityLinker,
  named: readonly NameReading[],
): NameReading[] {
  const free = peoples.filter((p) => stands(text, p) && !named.some((n) => overlaps(n, p)));
  if (free.length === 0) return [];
  const places = named.filter((n) => n.facet === 'place');
  const targets = named.filter((n) => n.facet === 'actor').filter(({ start }) => targeted.test(text.slice(0, start)));
  const elsewhere = (one: People) => [
    ...places.map(countryOf),
    ...targets.map(({ value }) => value.candidates[0]?.country),
    ...free.filter((other) => other.country !== one.country).map(({ country }) => country),
  ];
  const isWhere = ({ end }: People) => places.length === 0 && !meansOne(text) && !abroad.test(text.slice(end));
  const [first] = free.filter((one) => acts(text, one, elsewhere(one)));
  return [
    ...(first ? [actorOf(text, first, names)] : []),
    ...free.filter((one) => one !== first && isWhere(one)).flatMap((one) => placeOf(text, one, names)),
  ];
}
