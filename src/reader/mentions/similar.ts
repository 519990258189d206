import { isObscure, isWide, type PlaceCandidate } from '../../entities/entity-linker.ts';
import { isNationality } from '../../entities/gazetteer/countries.ts';
import { levelInName } from '../../entities/place-kinds.ts';
import type { Chart } from '../grammar.ts';
import type { Lattice } from '../lattice.ts';
import { addCorrected } from './corrected.ts';
import { nameAround } from './fragments.ts';
import { addPhrases } from './phrases.ts';
import { byLevel, known, levelFeature, push, type Source, saidBy, wordsIn } from './span.ts';

const closeEnough = 0.85;
/** What so many strange words resemble is looked for in one question: each costs some milliseconds. */
const mostLoose = 8;

/** Words that nothing knows, where a name may stand: as the names that they resemble. */
export function addLoose(
  source: Source,
  covered: readonly boolean[],
  timed: readonly boolean[],
  fragments: readonly boolean[],
): void {
  const { chart } = source;
  const strange = chart.tokens.map((_, i) => !covered[i] && !timed[i] && isStrange(source, i));
  const acting = addPhrases(source, timed, strange);
  let left = mostLoose;
  const open = strange.map((is, i) => is || fragments[i] === true);
  for (let start = 0; start < open.length && left > 0; start++) {
    if (!open[start]) continue;
    const end = endOfRun(chart, open, start);
    for (let i = start; i < end; i++)
      if (strange[i] && left-- > 0 && !addCorrected(source, i, i + 1)) addRun(source, i, i + 1, acting);
    const [from, to] = nameAround(source, start, end);
    if (to - from > 1 && left > 0) addRun(source, from, to, acting, isInCapitals(source, from, to));
    addBeside(source, covered, acting, start, end);
    start = end;
  }
}

/** Where the strange words from this one on, and hyphens between them, end. */
function endOfRun({ tokens }: Chart, strange: readonly boolean[], start: number): number {
  const joins = (i: number) => (tokens[i]?.text === '-' && tokens[i]?.tight ? i + 1 : i);
  let end = start + 1;
  while (strange[joins(end)]) end = joins(end) + 1;
  return end;
}

const isInCapitals = ({ chart: { tokens }, lattice }: Source, start: number, end: number): boolean =>
  !lattice.shouted && tokens.slice(start, end).every((t) => t.kind !== 'word' || /^\p{Lu}/u.test(t.text));

/** Misspelt words beside one that is known: "Kabaleros Templarios". */
function addBeside(
  source: Source,
  covered: readonly boolean[],
  acting: readonly boolean[],
  start: number,
  end: number,
): void {
  const isWord = (i: number) => source.chart.tokens[i]?.kind === 'word';
  if (covered[start - 1] && isWord(start - 1) && isWord(end - 1)) addRun(source, start - 1, end, acting, false);
  if (covered[end] && isWord(start) && isWord(end)) addRun(source, start, end + 1, acting, false);
}

/** Whether neither the lexicon nor English has the word. */
function isStrange({ chart, lattice }: Source, i: number): boolean {
  const token = chart.tokens[i];
  if (token?.kind !== 'word' || lattice.senses[i] || lattice.ordinary[i] || isNationality(token.text)) return false;
  const capital = /^\p{Lu}/u.test(token.text) && i > 0 && !lattice.shouted;
  return token.lower.length >= 3 && (lattice.mended[i] === undefined || capital || token.lower.length >= 4);
}

/** Without vowels much is alike: then only what the data holds, or is wide. */
const isLikely = (place: PlaceCandidate, { language }: Lattice): boolean =>
  language === 'ar' ? place.incidents > 0 || isWide(place) : !(isObscure(place) && place.score < 0.99);

/** "fought X", "with X", "between X": told by the words as written. */
const isBetween = ({ chart, text }: Source, start: number): boolean =>
  /(?:^|\s)(?:by|involving|against|with|fought|between)(?: the)? $/i.test(text.slice(0, chart.tokens[start]?.start));

function addRun(source: Source, start: number, end: number, acting: readonly boolean[], ask = true): void {
  const { chart, names, lattice } = source;
  const said = saidBy(source, start, end);
  const level = levelInName(said);
  const cued = acting[start] === true || isBetween(source, start);
  // Letters that stand for something resemble nothing.
  const acronym = /^\p{Lu}{2,5}$/u.test(said) && !lattice.shouted;
  const places = acronym ? [] : names.places(said, { limit: 8, ...(level ? { level } : {}) });
  const actors = acronym ? [] : names.actors(said, { limit: 4 });
  const length = wordsIn(chart, start, end);
  const [place, actor] = [places[0], actors[0]];
  const price = (c: { score: number; incidents: number }) =>
    -6 * (1 - c.score) -
    (c.incidents === 0 && c.score < 0.97 ? 1.5 : 0) -
    (lattice.mended[start] !== undefined ? 1 : 0);
  const assumed = (name: string | undefined) => (name ? { kind: 'name' as const, said, name } : undefined);
  if (place && place.score >= closeEnough && isLikely(place, lattice))
    push(
      chart,
      'place',
      { said, candidates: places.filter((c) => c.score >= place.score - 0.05) },
      start,
      end,
      length,
      {
        'place:similar': price(place) + (cued ? -0.5 : 0.2),
        [`place:${levelFeature(place)}`]: byLevel[levelFeature(place)] as number,
        known: known(place.incidents),
      },
      assumed(place.name),
    );
  if (actor && actor.score >= closeEnough)
    push(
      chart,
      'actor',
      { said, candidates: actors.filter((c) => c.score >= actor.score - 0.05) },
      start,
      end,
      length,
      {
        'actor:similar': price(actor) + (cued ? 0.5 : 0.2),
        known: known(actor.incidents),
      },
      assumed(actor.name),
    );
  const led = (chart.at[start - 1] ?? []).some(
    ({ cat }) =>
      cat === 'in' || cat === 'near' || cat === 'by' || cat === 'against' || cat === 'between' || cat === 'and',
  );
  const capital = /^\p{Lu}/u.test(said) && !lattice.shouted;
  const guessed = Math.max(place?.score ?? 0, actor?.score ?? 0) >= 0.75;
  if (ask && (led || (capital && start > 0) || guessed))
    push(
      chart,
      'unknown',
      {
        said,
        kind: cued ? 'actor' : 'any',
        places: places.filter((c) => c.score >= 0.6).slice(0, 3),
        actors: actors.filter((c) => c.score >= 0.6).slice(0, 3),
      },
      start,
      end,
      length,
      {
        unknown: -0.8 - length,
      },
    );
}
