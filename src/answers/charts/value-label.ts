import type { ChartPoint } from '../document/chart.ts';
import { directed, drawable } from '../drawing/fonts.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';

/** "120", "120 (100 to 150)". */
export const valueLabel = ({ value, low, high }: ChartPoint, words: PictureLabels): string =>
  low === undefined || high === undefined || low === high ? words.number(value) : words.range(value, low, high);

/** Words that Vega draws. */
export const directedText = (text: string, { rightToLeft }: PictureLabels): string => {
  const letters = drawable(text, rightToLeft);
  return rightToLeft ? directed(letters) : letters;
};
