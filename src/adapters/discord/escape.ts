import { splitTimestamps } from '../timestamp-spans.ts';

/** Escapes Markdown: nothing becomes bold, a quote, a heading, a mention, a link or a spoiler. */
const literal = (text: string): string =>
  text
    .replace(/[\\*_~`|<>[\]()@]/g, '\\$&')
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.')
    // A word joiner keeps URLs in data from becoming links.
    .replace(/\bhttps?:(?=\/\/)/gi, '$&\u2060');

/** Literal text, with timestamps in the reader's own time zone. */
export const markdown = (text: string): string =>
  splitTimestamps(text)
    .map((piece) => (typeof piece === 'string' ? literal(piece) : `<t:${piece.at.getTime() / 1000}:f>`))
    .join('');

/** Text for a code block, which only backticks could end. */
export const inCode = (text: string): string => text.replaceAll('`', 'ˋ');

/** A link, or the text alone where the URL is not http(s) or longer than `most`. */
export function link(words: string, url: string | undefined, most: number): string {
  const label = markdown(words);
  if (url === undefined || !URL.canParse(url)) return label;
  const { protocol, href } = new URL(url);
  const safe = href.replace(/[()<>\s\\]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return /^https?:$/.test(protocol) && safe.length <= most ? `[${label}](<${safe}>)` : label;
}
