/** Plain text from data: one line, no control or direction characters, at most `most` UTF-16 units; cut text says so, and no surrogate pair is split. */
export function clean(text: string, most = 400): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 7)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}… (cut)`;
}

/** Words of our own, bounded: what is set apart in them (U+2068 … U+2069) ends before the cut. */
export function bounded(text: string, most: number): string {
  if (!text.includes('\u2068')) return clean(text, most);
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 2);
  return `${cut}…${cut.lastIndexOf('\u2068') > cut.lastIndexOf('\u2069') ? '\u2069' : ''}`;
}

// Made once: making it is what takes time.
const figures = new Intl.NumberFormat('en-GB');
export const number = (n: number): string => figures.format(n);

export const plural = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

/** "a, b and c" */
export const list = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ends like a sentence. */
export const sentence = (text: string): string => (/[.!?…]["”’)]?$/.test(text) ? text : `${text}.`);
