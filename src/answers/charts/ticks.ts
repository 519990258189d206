import { type TimeUnit, unitRange } from '../../incidents/time-units.ts';
import { widthOf } from '../drawing/fonts.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';

/** Every how many units a label may stand. */
const steps: Record<TimeUnit, number[]> = {
  day: [1, 2, 7, 14, 28, 56, 112, 336],
  week: [1, 2, 4, 8, 13, 26, 52],
  month: [1, 2, 3, 6, 12, 24, 60, 120],
  year: [1, 2, 5, 10, 20],
};

/** "2016", "Mar 2016", "14 Mar". */
function label(key: string, by: TimeUnit, step: number, { tick }: PictureLabels): string {
  const { start } = unitRange(key);
  if (by === 'year' || (by === 'month' && step % 12 === 0)) return key.slice(0, 4);
  if (by === 'month' || (by === 'day' && step >= 28) || (by === 'week' && step >= 8)) return tick.month(start);
  return tick.day(start);
}

/** Months since the year 0. */
const monthOf = (key: string): number => Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7)) - 1;

/** Whole numbers of years and quarters, rather than any first month. */
function aligned(key: string, index: number, by: TimeUnit, step: number): boolean {
  if (by === 'year') return Number(key) % step === 0;
  if (by === 'month' && step > 1) return monthOf(key) % step === 0;
  if (by === 'day' && step >= 28) return key.endsWith('-01') && monthOf(key) % (step / 28) === 0;
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
