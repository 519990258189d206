const mark = '… (cut)';

/** At most `most` UTF-16 units: a longer text ends in "… (cut)", and no surrogate pair is split. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, Math.max(0, most - mark.length)).replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}${mark}`.slice(0, most);
}
