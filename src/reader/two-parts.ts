import type { Draft } from './draft.ts';
import type { Item } from './item.ts';

/** What a part of a question asks by itself. */
const asking = new Set(['count', 'harm', 'grouping', 'who', 'where-word', 'when', 'ends', 'which']);

/** The texts of a question that asks two things: "how many attacks were there, and who was behind them?"; undefined for one that asks one. */
export function twoParts({ text, tokens, path, chart }: Draft): [string, string] | undefined {
  const items = path.items.filter((i) => i.cat !== 'move' && i.cat !== 'pronoun');
  for (let at = 1; at < tokens.length - 1; at++) {
    if (!(chart.at[at] ?? []).some(({ cat }) => cat === 'and' || cat === 'plus')) continue;
    if (items.some((i) => i.start <= at && at < i.end)) continue;
    const [before, after] = [items.filter((i) => i.end <= at), items.filter((i) => i.start > at)];
    if (asks(before) && begins(after))
      return [text.slice(0, tokens[at]?.start).replace(/[\s,]+$/, ''), text.slice(tokens[at]?.end).trim()];
  }
  return undefined;
}

const asks = (items: readonly Item[]): boolean => items.some((i) => asking.has(i.cat) && i.cat !== 'which');

/** Whether the part begins with what it asks: "how many …", "who …", "total killed". */
function begins([first, second, ...rest]: readonly Item[]): boolean {
  if (!first) return false;
  if (first.cat === 'count')
    return (
      second !== undefined && (['harm', 'people', 'kinds'].includes(second.cat) || rest.some((i) => i.cat === 'harm'))
    );
  if (first.cat === 'which' || first.cat === 'measure') return second !== undefined && asking.has(second.cat);
  return (
    first.cat === 'who' ||
    first.cat === 'when' ||
    first.cat === 'where-word' ||
    first.cat === 'harm' ||
    (first.cat === 'grouping' && (first as Item<'grouping'>).value.how === 'which')
  );
}
