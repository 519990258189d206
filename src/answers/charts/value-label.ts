import type { ChartPoint } from '../document/chart.ts';
import { directed, drawable } from '../drawing/fonts.ts';
import type { PictureWords } from '../messages/picture-labels.ts';

/** "120", "120 (100 to 150)". */
export const figure = ({ value, low, high }: ChartPoint, words: PictureWords): string =>
  low === undefined || high === undefined || low === high ? words.number(value) : words.range(value, low, high);

/** Words that Vega draws. */
export const said = (text: string, { rightToLeft }: PictureWords): string => {
  const letters = drawable(text, rightToLeft);
  return rightToLeft ? directed(letters) : letters;
};
