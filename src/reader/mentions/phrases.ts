import { beginsAt } from '../grammar.ts';
import { known, push, type Source, saidBy, wordsIn } from './span.ts';

/** After these stands one who acts or fights. */
const agentive = new Set(['by', 'against', 'involve']);
const longestPhrase = 12;
const sameName = 0.9;
const nearlySame = 0.97;
const offered = 0.6;

/**
 * Adds what stands after "by" and "against" as one name: "by Western Education is a Sin". Returns which words stand
 * there, whether or not they name anybody.
 */
export function addPhrases(source: Source, timed: readonly boolean[], strange: readonly boolean[]): boolean[] {
  const { at, tokens } = source.chart;
  const acting = new Array<boolean>(tokens.length).fill(false);
  for (let i = 0; i < tokens.length; i++)
    if (at.some((items) => items.some((item) => item.end === i && agentive.has(item.cat))))
      acting.fill(true, i, addPhrase(source, i, timed, strange));
  return acting;
}

/** The end of the phrase from this word on: as far as it may go on without a time, a comma or a place. */
function addPhrase(source: Source, start: number, timed: readonly boolean[], strange: readonly boolean[]): number {
  const { chart } = source;
  const isPlaced = (i: number) =>
    (chart.at[i] ?? []).some((item) => item.end === i + 1 && item.cat === 'in' && !beginsAt(chart, i, 'of'));
  const isSign = (i: number) =>
    chart.tokens[i]?.kind === 'sign' && (!chart.tokens[i]?.tight || /^[?!.,;:]$/.test(chart.tokens[i]?.text ?? ''));
  const isDash = (i: number) => isSign(i) && /^[-–—]$/.test(chart.tokens[i]?.text ?? '');
  const isEnd = (i: number) => timed[i] || (isSign(i) && !isDash(i));
  const until = (stops: (i: number) => boolean | undefined) => {
    let end = start;
    while (end < chart.tokens.length && end - start < longestPhrase && !stops(end)) end++;
    return end;
  };
  const [wide, narrow] = [until(isEnd), until((i) => isEnd(i) || isDash(i) || isPlaced(i))];
  if (wide !== narrow && addActor(source, start, wide, nearlySame)) return wide;
  const faction = until((i) => isEnd(i) || isPlaced(i));
  if (faction !== narrow && addActor(source, start, faction, sameName)) return faction;
  if (!addActor(source, start, narrow, sameName)) addUnknown(source, start, narrow, strange);
  return narrow;
}

function addActor(source: Source, start: number, end: number, least: number): boolean {
  const said = saidBy(source, start, end);
  const found = wordsIn(source.chart, start, end) < 2 ? [] : source.names.actors(said, { limit: 3 });
  const candidates = found.filter((c) => c.score >= least && c.incidents > 0);
  const [best] = candidates;
  if (!best) return false;
  push(source.chart, 'actor', { said, candidates }, start, end, wordsIn(source.chart, start, end), {
    'actor:phrase': -6 * (1 - best.score),
    known: known(best.incidents),
  });
  return true;
}

/** A name of several words in capitals, some of them strange, is one that nobody knows. */
function addUnknown(source: Source, start: number, end: number, strange: readonly boolean[]): void {
  const { chart, names } = source;
  if (wordsIn(chart, start, end) < 2 || !strange.slice(start, end).some(Boolean)) return;
  const words = chart.tokens.slice(start, end).filter((t) => t.kind === 'word' && t.lower.length > 2);
  if (words.some((t) => /^\p{Ll}/u.test(t.text))) return;
  const said = saidBy(source, start, end);
  const actors = names.actors(said, { limit: 3 }).filter((c) => c.score >= offered);
  const length = wordsIn(chart, start, end);
  push(chart, 'unknown', { said, kind: 'actor', places: [], actors }, start, end, length, { unknown: -0.8 - length });
}
