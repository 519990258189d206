import { made, type Rule, rule } from '../grammar.ts';
import type { ActorMention, Joint, PlaceMention, Role, Several } from '../item.ts';

const one = (actor: ActorMention): Several<ActorMention> => ({ all: [actor], joint: 'and' });
const party = (role: Role, { all, joint }: Several<ActorMention>, bare = false) =>
  made('party', { role, all, joint, ...(bare ? { bare } : {}) });
const two = ({ all, joint }: Several<ActorMention>, joints: readonly Joint[]) =>
  all.length === 2 && joints.includes(joint) ? made('pair', all) : undefined;

/** Makes the government of a country an actor; set by the reader of names. */
export type GovernmentOf = (place: PlaceMention) => ActorMention | undefined;

/** "Iraqi forces", "the Nigerian army". */
export const governments = (governmentOf: GovernmentOf): Rule[] => [
  rule(
    'people forces',
    ['place', 'forces'],
    (place, forces) => {
      const actor = place.candidates[0]?.level === 'country' ? governmentOf(place) : undefined;
      const assumed = { kind: 'name' as const, said: place.said, name: actor?.candidates[0]?.name ?? '' };
      return (
        actor && made('actor', actor, { assumed, ...(forces === 'weak' ? { weighed: ['weak-forces', -1.6] } : {}) })
      );
    },
    0.6,
  ),
  rule(
    'by country',
    ['by', 'place'],
    (_, place) => {
      const actor = place.candidates[0]?.level === 'country' && !place.people ? governmentOf(place) : undefined;
      return actor && made('party', { role: 'attacker', all: [actor] });
    },
    0.2,
  ),
];

/** "the Kachin (KIA)", "KIA (Kachin)": one group told twice. */
export const appositions: Rule[] = [
  rule('place (actor)', ['place', 'open', 'actor', 'close'], (_, __, actor) => made('actor', actor), 0.8),
  rule('actor (actor)', ['actor', 'open', 'actor', 'close'], (actor) => made('actor', actor), 0.8),
  rule(
    'place (actor/actor)',
    ['place', 'open', 'actor', 'slash', 'actor', 'close'],
    (_, __, a, ___, b) => (sameActor(a, b) ? made('actor', a) : undefined),
    1,
  ),
  rule('actor (actor/actor)', ['actor', 'open', 'actor', 'slash', 'actor', 'close'], (a) => made('actor', a), 1),
  rule('actor/actor', ['actor', 'slash', 'actor'], (a, _, b) => (sameActor(a, b) ? made('actor', a) : undefined), 1),
];
const sameActor = (a: ActorMention, b: ActorMention) => a.candidates[0]?.key === b.candidates[0]?.key;

/** "the army": of which country, the rest of the question says. */
export const bareForces = rule(
  'forces',
  ['forces'],
  (said) => (said === 'weak' ? undefined : made('actor', { said, candidates: [] })),
  -0.3,
);

/** A country that stands against a group, or between it and "between", is its government: "Turkey vs PKK". */
export const governmentsOpposed = (governmentOf: GovernmentOf): Rule[] => {
  const pair = (place: PlaceMention, actor: ActorMention, first: boolean) => {
    const state = place.candidates[0]?.level === 'country' ? governmentOf(place) : undefined;
    return state && made('pair', first ? [state, actor] : [actor, state]);
  };
  return [
    rule('country vs actor', ['place', 'vs', 'actor'], (p, _, a) => pair(p, a, true), 1.2),
    rule('actor vs country', ['actor', 'vs', 'place'], (a, _, p) => pair(p, a, false), 1.2),
    rule('country-actor', ['place', 'dash', 'actor'], (p, _, a) => pair(p, a, true), 0.8),
    rule('country/actor', ['place', 'slash', 'actor'], (p, _, a) => pair(p, a, true), 0.8),
    rule('actor-country', ['actor', 'dash', 'place'], (a, _, p) => pair(p, a, false), 0.8),
    rule('between country and actor', ['between', 'place', 'and', 'actor'], (_, p, __, a) => pair(p, a, true), 1.2),
    rule('between actor and country', ['between', 'actor', 'and', 'place'], (_, a, __, p) => pair(p, a, false), 1.2),
  ];
};

export const parties: Rule[] = [
  rule('actor', ['actor'], (a) => party('either', one(a), true), 0),
  rule('actors', ['actors'], (all) => party('either', all, true), 0),
  rule('by actor', ['by', 'actor'], (_, a) => party('attacker', one(a)), 0.5),
  rule('by actors', ['by', 'actors'], (_, all) => party('attacker', all), 0.5),
  rule('against actor', ['against', 'actor'], (_, a) => party('target', one(a)), 0.4),
  rule('against actors', ['against', 'actors'], (_, all) => party('target', all), 0.4),
  rule('of actor', ['of', 'actor'], (_, a) => party('either', one(a)), 0.2),
  rule('involving actor', ['involve', 'actor'], (_, a) => party('either', one(a)), 0.5),
  rule('involving actors', ['involve', 'actors'], (_, all) => party('either', all), 0.5),
  rule('actor deed', ['actor', 'deed'], (a) => party('attacker', one(a), true), -1.1),
  rule('between actors', ['between', 'actors'], (_, all) => two(all, ['and', 'vs']), 1.2),
  rule('both actors', ['both', 'actors'], (_, all) => two(all, ['and']), 1.2),
  rule('actor vs actor', ['actors'], (all) => two(all, ['vs']), 0.4),
  rule('actors clash', ['actors', 'clash'], (all) => two(all, ['and', 'vs']), 0.6),
  rule('clash actors', ['clash', 'actors'], (_, all) => two(all, ['and', 'vs']), 0.5),
  rule('actor clash actor', ['actor', 'clash', 'actor'], (a, _, b) => made('pair', [a, b]), 1),
  rule('actor clash with actor', ['actor', 'clash', 'involve', 'actor'], (a, _, __, b) => made('pair', [a, b]), 1.2),
  rule('actor clash against actor', ['actor', 'clash', 'against', 'actor'], (a, _, __, b) => made('pair', [a, b]), 1.2),
  rule(
    'clash of actor with actor',
    ['clash', 'of', 'actor', 'involve', 'actor'],
    (_, __, a, ___, b) => made('pair', [a, b]),
    1.2,
  ),
  rule('actor with actor clash', ['actor', 'involve', 'actor', 'clash'], (a, _, b) => made('pair', [a, b]), 0.6),
  rule('actor against actor', ['actor', 'against', 'actor'], (a, _, b) => made('pair', [a, b]), 0.3),
  rule('actors each other', ['actors', 'clash', 'each-other'], (all) => two(all, ['and']), 1.5),
  rule('pair clash', ['pair', 'clash'], (pair) => made('pair', pair), 0),
  rule('clash pair', ['clash', 'pair'], (_, pair) => made('pair', pair), 0),
  rule('in pair', ['in', 'pair'], (_, pair) => made('pair', pair), 0),
];
