/** From fine to coarse. */
const grains = [
  'clock',
  'part',
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
] as const;
export type Grain = (typeof grains)[number];

/** Whether the first is the finer one. */
export const finer = (a: Grain, b: Grain): boolean => grains.indexOf(a) < grains.indexOf(b);
