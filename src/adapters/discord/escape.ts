import { splitTimestamps } from '../timestamp-spans.ts';

/** Literal words: nothing becomes bold, a quote, a heading, a mention, a link or a spoiler. */
const literal = (text: string): string =>
  text
    .replace(/[\\*_~`|<>[\]()@]/g, '\\$&')
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.')
    // An address in data stays one to read, not one to press.
    .replace(/\bhttps?:(?=\/\/)/gi, '$&\u2060');

/** Literal words, with moments in the reader's own time. */
export const markdown = (text: string): string =>
  splitTimestamps(text)
    .map((piece) => (typeof piece === 'string' ? literal(piece) : `<t:${piece.at.getTime() / 1000}:f>`))
    .join('');

/** Words inside a block of code, which only backticks could end. */
export const inCode = (text: string): string => text.replaceAll('`', 'ˋ');

/** A link, or the words alone where the address is none of the web. */
export function link(words: string, url: string | undefined, most: number): string {
  const label = markdown(words);
  if (url === undefined || !URL.canParse(url)) return label;
  const { protocol, href } = new URL(url);
  const safe = href.replace(/[()<>\s\\]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return /^https?:$/.test(protocol) && safe.length <= most ? `[${label}](<${safe}>)` : label;
}
