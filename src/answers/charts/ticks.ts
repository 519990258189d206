import { type TimeUnit, unitRange } from '../../incidents/time-units.ts';
import { widthOf } from '../drawing/fonts.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';

/** Every how many units a label may stand. */
const steps: Record<TimeUnit, number[]> = {
  day: [1, 2, 7, 14, 28, 56, 112, 336],
  week: [1, 2, 4, 8, 13, 26, 52],
  month: [1, 2, 3, 6, 12, 24, 60, 120],
  quarter: [1, 2, 4, 8, 20, 40],
  half: [1, 2, 4, 10, 20],
  year: [1, 2, 5, 10, 20],
};

/** How many of them are a year, of units that years are made up of. */
const perYear: Partial<Record<TimeUnit, number>> = { month: 12, quarter: 4, half: 2, year: 1 };

/** "2016", "Mar 2016", "14 Mar". */
function label(key: string, by: TimeUnit, step: number, { tick }: PictureLabels): string {
  const { start } = unitRange(key);
  const ofYear = perYear[by];
  if (ofYear && step % ofYear === 0) return key.slice(0, 4);
  if (ofYear || (by === 'day' && step >= 28) || (by === 'week' && step >= 8)) return tick.month(start);
  return tick.day(start);
}

/** Units since the year 0, of which so many are a year. */
function numberOf(key: string, ofYear: number): number {
  const month = new Date(unitRange(key).start).getUTCMonth();
  return Number(key.slice(0, 4)) * ofYear + (month * ofYear) / 12;
}

/** Whole years and parts of them, rather than any first one. */
function aligned(key: string, index: number, by: TimeUnit, step: number): boolean {
  const ofYear = perYear[by];
  if (ofYear) return numberOf(key, ofYear) % step === 0;
  if (by === 'day' && step >= 28) return key.endsWith('-01') && numberOf(key, 12) % (step / 28) === 0;
  return index % step === 0;
}

/** The labels of a time axis by key: as many as stand beside one another without touching. */
export function tickLabels(
  keys: readonly string[],
  by: TimeUnit,
  { width, size, words }: { width: number; size: number; words: PictureLabels },
): Map<string, string> {
  const labelled = (step: number) =>
    new Map(keys.flatMap((key, i) => (aligned(key, i, by, step) ? [[key, label(key, by, step, words)] as const] : [])));
  for (const step of steps[by]) {
    const labels = labelled(step);
    const room = (width / Math.max(1, keys.length)) * step;
    if ([...labels.values()].every((said) => widthOf(said, size) + size * 0.8 <= room)) return labels;
  }
  return labelled(steps[by].at(-1) as number);
}
