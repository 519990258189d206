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
export const typeFamily = (type: string): string => families[type] ?? 'ground';

/** Which kinds may be one story: what was told first, then what is told next. */
const goesOn: Record<string, readonly string[]> = {
  any: ['any', 'ground', 'bomb', 'air', 'fire'],
  ground: ['ground', 'bomb', 'any', 'unrest'],
  bomb: ['bomb', 'ground', 'any'],
  air: ['air', 'any'],
  fire: ['fire', 'any'],
  unrest: ['unrest', 'ground', 'any', 'security'],
  security: ['security', 'ground', 'any'],
};

/** Whether an incident of the first kinds may be the one that the second kinds go on about. */
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

/** What is done after the main thing. */
const aftermath = new Set(['arson', 'looting', 'arrest', 'seizure']);

/** The kinds without the general ones that a particular one already says. */
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

/** A weapon says the kind more closely where the words for it are general. */
export const refineTypes = (types: readonly string[], instruments: readonly string[]): string[] =>
  types.every((t) => general.has(t))
    ? instruments.filter((i) => types.some((t) => generals[t]?.test(i)))
    : instruments.filter((i) => types.some((t) => t !== 'violence' && generals[t]?.test(i)));
