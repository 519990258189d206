import { splitTimestamps } from '../timestamp-spans.ts';

/** What Slack would read as a mention, a link or an entity; the three that its documentation names. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const lookAlikes: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** For mrkdwn: also nothing becomes bold, code or an emoji. mrkdwn has no way to escape these, so look-alikes stand in. */
const literal = (text: string): string =>
  escapeText(text)
    .replace(/[*_~`]/g, (c) => lookAlikes[c] as string)
    .replace(/:(?=[\w+-]+:)/g, '∶');

/** Small print: literal words, with moments in the reader's own time. */
export const smallPrint = (text: string): string =>
  splitTimestamps(text)
    .map((piece) =>
      typeof piece === 'string'
        ? literal(piece)
        : `<!date^${piece.at.getTime() / 1000}^{date_short_pretty} {time}|${piece.words}>`,
    )
    .join('');

/** An address as Slack takes it in a link; undefined when it is none of the web. */
function webAddress(url: string, most: number): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    const safe = href.replace(/[|<>\s]/g, encodeURIComponent);
    return (protocol === 'https:' || protocol === 'http:') && safe.length <= most ? safe : undefined;
  } catch {
    return undefined;
  }
}

/** A link in mrkdwn, or the words alone. */
export function link(words: string, url: string | undefined, most: number): string {
  const address = url === undefined ? undefined : webAddress(url, most);
  return address === undefined ? literal(words) : `<${escapeText(address)}|${literal(words)}>`;
}
