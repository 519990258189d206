/** How many more occurrences may be looked at while one text is read: times inside times cost the product of both. */
export interface Steps {
  left: number;
}

/** What people write takes a few dozen, "Friday to evening" two hundred. */
const most = 2_000;

export const allSteps = (): Steps => ({ left: most });

/** One step for each occurrence that is made; false when none is left. */
export const spend = (steps: Steps): boolean => steps.left-- > 0;
