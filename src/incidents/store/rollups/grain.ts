/**
 * The grains of roll-ups. An ISO day is cut to `length` characters; `begins` and `ends` complete it to the first day and
 * to a bound of the last; `longest` is the number of days of the longest unit.
 */
export const grains = {
  year: { length: 4, begins: '-01-01', ends: '-12-31', longest: 366 },
  month: { length: 7, begins: '-01', ends: '-31', longest: 31 },
  day: { length: 10, begins: '', ends: '', longest: 1 },
} as const;
/** A unit of time by which roll-ups are kept. */
export type Grain = keyof typeof grains;
