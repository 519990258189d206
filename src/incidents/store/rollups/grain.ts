/** Days as text are cut to a grain: how much of them it keeps, what its first day and its end add, and its most days. */
export const grains = {
  year: { length: 4, begins: '-01-01', ends: '-12-31', longest: 366 },
  month: { length: 7, begins: '-01', ends: '-31', longest: 31 },
  day: { length: 10, begins: '', ends: '', longest: 1 },
} as const;
export type Grain = keyof typeof grains;
