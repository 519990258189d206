import { splitTimestamps } from '../timestamp-spans.ts';

/** Escapes &, < and >, as Slack's documentation says: no mention, link or entity remains. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const lookAlikes: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** For mrkdwn, which cannot escape its own markup: look-alike characters keep text from becoming bold, code or emoji. */
const literal = (text: string): string =>
  escapeText(text)
    .replace(/[*_~`]/g, (c) => lookAlikes[c] as string)
    .replace(/:(?=[\w+-]+:)/g, '∶');

/** Literal text for mrkdwn, with timestamps in the reader's own time zone. */
export const smallPrint = (text: string): string =>
  splitTimestamps(text)
    .map((piece) =>
      typeof piece === 'string'
        ? literal(piece)
        : `<!date^${piece.at.getTime() / 1000}^{date_short_pretty} {time}|${piece.words}>`,
    )
    .join('');

/** A URL escaped for a link; undefined when it is not http(s) or longer than `most`. */
export function webAddress(url: string, most: number): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    const safe = href.replace(/[|<>\s]/g, encodeURIComponent);
    return (protocol === 'https:' || protocol === 'http:') && safe.length <= most ? safe : undefined;
  } catch {
    return undefined;
  }
}

/** A link in mrkdwn, or the text alone where the URL cannot be linked. */
export function link(words: string, url: string | undefined, most: number): string {
  const address = url === undefined ? undefined : webAddress(url, most);
  return address === undefined ? literal(words) : `<${escapeText(address)}|${literal(words)}>`;
}
