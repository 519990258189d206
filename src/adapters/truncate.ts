import { cut } from '../kernel/cut.ts';

const mark = '… (cut)';

/** At most `most` UTF-16 units: a longer text ends in "… (cut)", and no surrogate pair is split. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = cut(text, Math.max(0, most - mark.length));
  return `${kept.trimEnd()}${mark}`.slice(0, most);
}
