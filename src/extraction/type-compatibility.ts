const families: Record<string, string> = {
  airstrike: 'air',
  'drone-strike': 'air',
  shelling: 'fire',
  rocket: 'fire',
  mortar: 'fire',
  artillery: 'fire',
  missile: 'fire',
  bombing: 'bomb',
  'car-bomb': 'bomb',
  'suicide-bombing': 'bomb',
  'roadside-bomb': 'bomb',
  grenade: 'bomb',
  protest: 'unrest',
  riot: 'unrest',
  'mob-violence': 'unrest',
  raid: 'security',
  arrest: 'security',
  seizure: 'security',
  'security-operation': 'security',
  violence: 'any',
};
/** The family of an event type: types of one family may describe the same event. */
export const typeFamily = (type: string): string => families[type] ?? 'ground';

/** Pairs of families that one incident may have: that of the first sentences, then that of the next. */
const goesOn: Record<string, readonly string[]> = {
  any: ['any', 'ground', 'bomb', 'air', 'fire'],
  ground: ['ground', 'bomb', 'any', 'unrest'],
  bomb: ['bomb', 'ground', 'any'],
  air: ['air', 'any'],
  fire: ['fire', 'any'],
  unrest: ['unrest', 'ground', 'any', 'security'],
  security: ['security', 'ground', 'any'],
};

/** Whether a sentence with the types `next` may be about an incident with the types `before`. */
export const areTypesCompatible = (before: readonly string[], next: readonly string[]): boolean =>
  next.length === 0 || before.some((a) => next.some((b) => goesOn[typeFamily(a)]?.includes(typeFamily(b))));

const covers: [string, RegExp][] = [
  ['violence', /./],
  ['bombing', /^(?:car-bomb|suicide-bombing|roadside-bomb|grenade|airstrike|drone-strike)$/],
  ['shelling', /^(?:rocket|mortar|artillery|missile)$/],
  ['airstrike', /^drone-strike$/],
  ['armed-assault', /^(?:ambush|assassination|battle)$/],
  ['attack-on-civilians', /^(?:abduction|sexual-violence)$/],
];

/** Types of what follows an attack. */
const aftermath = new Set(['arson', 'looting', 'arrest', 'seizure']);

/** The types without general ones that a more specific one implies. */
export function mostSpecificTypes(types: readonly string[]): string[] {
  const all = [...new Set(types)].sort((a, b) => Number(aftermath.has(a)) - Number(aftermath.has(b)));
  return all.filter(
    (t) => !covers.some(([general, pattern]) => t === general && all.some((o) => o !== t && pattern.test(o))),
  );
}

const general = new Set(['violence', 'bombing', 'shelling', 'armed-assault']);
const generals: Record<string, RegExp> = {
  violence: /./,
  bombing: /bomb|grenade|airstrike|drone/,
  shelling: /rocket|mortar|artillery|missile/,
};

/** The types that weapons (`instruments`) add to general ones. */
export const refineTypes = (types: readonly string[], instruments: readonly string[]): string[] =>
  types.every((t) => general.has(t))
    ? instruments.filter((i) => types.some((t) => generals[t]?.test(i)))
    : instruments.filter((i) => types.some((t) => t !== 'violence' && generals[t]?.test(i)));
