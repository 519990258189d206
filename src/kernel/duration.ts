/** Lengths of time in milliseconds, for clocks that count from 1970; calendars have days of their own, in Temporal. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
