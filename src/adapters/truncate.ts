const mark = '… (cut)';

/** At most that many UTF-16 units; cut text says so, and no character is cut in half. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, Math.max(0, most - mark.length)).replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}${mark}`.slice(0, most);
}
