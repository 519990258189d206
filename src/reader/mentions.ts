import {
  type ActorCandidate,
  type EntityLinker,
  isObscure,
  isWide,
  type PlaceCandidate,
} from '../entities/entity-linker.ts';
import { isNationality, peoplesIn } from '../entities/gazetteer/countries.ts';
import { countryOfCode } from '../entities/gazetteer/country-codes.ts';
import { levelInName } from '../entities/place-kinds.ts';
import { foldWithoutPlaceType } from '../kernel/normalise.ts';
import { add, type Chart } from './grammar.ts';
import type { ActorMention, Item, PlaceMention, Unknown } from './item.ts';
import type { Lattice } from './lattice.ts';
import { repeated, weightOf } from './weights.ts';

type Names = Pick<EntityLinker, 'places' | 'actors' | 'correct' | 'isOrdinaryWord' | 'longest'>;

interface Source {
  text: string;
  chart: Chart;
  lattice: Lattice;
  names: Names;
}

/** Adds every place and actor that spans of the question name exactly, then what unknown words resemble. */
export function addMentions(source: Source, timed: readonly boolean[]): void {
  const { chart, names } = source;
  const covered = new Array<boolean>(chart.tokens.length).fill(false);
  for (let start = 0; start < chart.tokens.length; start++) {
    if (chart.tokens[start]?.kind === 'sign' || beginsNoName(source, start)) continue;
    for (let end = Math.min(start + 2 * names.longest, chart.tokens.length); end > start; end--) {
      if (chart.tokens[end - 1]?.kind === 'sign' || wordsIn(chart, start, end) > names.longest) continue;
      if (
        (end - start === 1 && isCompass(source, start)) ||
        timed.slice(start, end).every(Boolean) ||
        chart.tokens.slice(start, end).some((t) => /^[,;:()?!+]$/.test(t.text))
      )
        continue;
      if (addExact(source, start, end)) covered.fill(true, start, end);
    }
  }
  addPeoples(source);
  addLoose(source, covered, timed);
}

const isCompass = ({ chart, lattice }: Source, i: number): boolean =>
  lattice.language !== 'en' &&
  !/^\p{Lu}/u.test(chart.tokens[i]?.text ?? '') &&
  (chart.at[i] ?? []).some(({ cat }) => cat === 'compass');

/** In other languages no name begins with a small article, nor is a small point of the compass one: "le nord", "d'Alep". */
const beginsNoName = ({ chart, lattice }: Source, i: number): boolean =>
  lattice.language !== 'en' &&
  !/^\p{Lu}/u.test(chart.tokens[i]?.text ?? '') &&
  (chart.at[i] ?? []).some(({ cat, end }) => (cat === 'the' || cat === 'of') && end === i + 1);

const wordsIn = ({ tokens }: Chart, start: number, end: number) =>
  tokens.slice(start, end).filter((t) => t.kind !== 'sign').length;

/** The words of a span as a name may have them: "العراق" of "للعراق". */
const saidBy = ({ text, chart: { tokens } }: Source, start: number, end: number) =>
  tokens
    .slice(start, end)
    .map((t, i) => (i > 0 ? text.slice(tokens[start + i - 1]?.end, t.start) : '') + (t.name ?? t.text))
    .join('');

const known = (n: number) => Math.min(1, Math.log10(1 + n) / 4);

/** How ordinary the words of a span are: a name that consists of ordinary words needs strong reason. */
function ordinariness({ chart: { tokens }, lattice }: Source, start: number, end: number): number {
  const at = Array.from({ length: end - start }, (_, i) => start + i).filter((i) => tokens[i]?.kind !== 'sign');
  if (at.some((i) => tokens[i]?.kind === 'word' && !lattice.ordinary[i] && !lattice.senses[i])) return 0;
  // Letters in capitals stand for a name.
  if (at.length === 1 && !lattice.shouted && /^\p{Lu}{3,6}$/u.test(tokens[start]?.text ?? '')) return 0.4;
  const first = start === 0 || /^[.:]$/.test(tokens[start - 1]?.text ?? '');
  const capital = at.some((i) => /^\p{Lu}/u.test(tokens[i]?.text ?? ''));
  const marked = !lattice.shouted && capital && !(first && at.length === 1);
  const senses = at.every((i) => lattice.senses[i]);
  return (senses ? 3 : 2) - (marked ? 1.6 : 0) - (at.length > 1 ? 0.6 : 0);
}

const levelFeature = (c: PlaceCandidate) =>
  isWide(c)
    ? 'wide'
    : c.level === 'admin1' || c.level === 'region'
      ? 'province'
      : isObscure(c) || (c.level === 'admin2' && c.incidents === 0)
        ? 'obscure'
        : c.incidents > 0
          ? 'town'
          : 'elsewhere';
const byLevel: Record<string, number> = { wide: 1, province: 0.8, town: 0.6, elsewhere: 0, obscure: -1.6 };

/** "the civilians" are no group of the data. */
const isPeople = ({ chart, lattice }: Source, start: number, end: number): boolean =>
  lattice.people[end - 1] === true && [...chart.light.keys()].slice(start, end - 1).every((i) => chart.light[i]);

/** Whether a word says what kind of place a name is. */
const isLevel = (word: string): boolean => levelInName(`x ${word}`) !== undefined;

/** Those that the data itself calls so come first, most incidents first: West Darfur is not Central Darfur. */
function ownFirst(said: string, candidates: readonly PlaceCandidate[]): PlaceCandidate[] {
  const name = foldWithoutPlaceType(said);
  const isOwn = (c: PlaceCandidate) =>
    !isWide(c) && c.incidents > 0 && c.dataNames.some((n) => foldWithoutPlaceType(n) === name);
  // A district is meant only where that is said.
  const weight = (c: PlaceCandidate) =>
    (isOwn(c) ? 1.2 : 0) - (c.level === 'admin2' ? 4 : 0) + Math.log10(1 + c.incidents);
  if (isWide(candidates[0]) || !candidates.some(isOwn)) return [...candidates];
  return [...candidates].sort((a, b) => weight(b) - weight(a));
}

function addExact(source: Source, start: number, end: number): boolean {
  const { chart, names } = source;
  const said = saidBy(source, start, end);
  if (said.length < 2 || /^\d+$/.test(said)) return false;
  const single = end - start === 1;
  if (!(single ? /^\p{Lu}/u : /\p{Lu}/u).test(said) && namesNothing(source, said, start, end)) return false;
  const level = levelInName(said);
  const found = names.places(said, { exact: true, limit: 12, ...(level ? { level } : {}) });
  const places = found.length
    ? ownFirst(
        said,
        // "Iraq state" is no state of that name.
        found.filter((c) => c.score > 0.94 && !(level && level !== 'country' && isWide(c))),
      )
    : [];
  if (single && places[0]?.level === 'town' && places[0].incidents === 0 && places[0].population < 200_000)
    addCorrected(source, start, end);
  if (places.length === 0 && single && addCode(source, start)) return true;
  const actors = isPeople(source, start, end) ? [] : actorsNamed(names, said, places.length > 0 && end - start > 2);
  if (places.length + actors.length === 0) return false;
  const length = wordsIn(chart, start, end);
  const named: Named = { said, start, end, length, ordinary: Math.max(0, ordinariness(source, start, end)) };
  const adjective =
    single && isNationality(said) && places[0]?.name !== said && chart.tokens[start - 1]?.lower !== 'the';
  if (!adjective) addPlace(chart, named, places, level);
  addActor(chart, named, actors, places[0]?.level === 'country');
  return true;
}

/** "MMR", "IQ": a country by its ISO code, where the word means nothing else. */
function addCode({ chart, lattice, names }: Source, at: number): boolean {
  const said = chart.tokens[at]?.text ?? '';
  const country =
    lattice.shouted || lattice.senses[at] || (said.length === 2 && lattice.ordinary[at])
      ? undefined
      : countryOfCode(said);
  const candidates = country === undefined ? [] : names.places(country, { exact: true, level: 'country', limit: 1 });
  if (candidates.length === 0 || names.actors(said, { exact: true, limit: 1 }).length > 0) return false;
  push(chart, 'place', { said, candidates }, at, at + 1, 1, {
    'place:code': 0.6,
    known: known(candidates[0]?.incidents ?? 0),
  });
  return true;
}

/** Whether a span without capital letters is too small or too common for a name. */
function namesNothing(source: Source, said: string, start: number, end: number): boolean {
  const { chart, lattice } = source;
  if (end - start === 1) {
    const isCountry = () => source.names.places(said, { exact: true, limit: 1 })[0]?.level === 'country';
    const named = chart.tokens[start - 1]?.lower === 'the' && isCountry();
    if (!named && (lattice.filler[start] || /^\p{Ll}{1,2}$/u.test(said))) return true;
    if (named) return false;
    // A code in lower case names nothing: "car bombs", "are".
    const placed = (chart.at[start - 1] ?? []).some(({ cat }) => cat === 'in');
    const phrase = (chart.at[start] ?? []).some((i) => i.end > end);
    if (
      said.length <= 3 &&
      ordinariness(source, start, end) > 0 &&
      (phrase || !(placed || (said.length === 3 && isCountry())))
    )
      return true;
  }
  // "just the city", "the other province": small words and a word for its kind are no name.
  for (let i = start; i < end; i++) {
    const token = chart.tokens[i];
    if (token && token.kind !== 'sign' && !lattice.filler[i] && !isLevel(token.lower)) return false;
  }
  return end - start === 1 || !isWide(source.names.places(said, { exact: true, limit: 1 })[0]);
}

/** `called`: also groups that are called after a town, "Santa Rosa de Lima". */
function actorsNamed(names: Names, said: string, called: boolean): ActorCandidate[] {
  const named = names.actors(said, { exact: true, limit: 6 });
  return named.length || !called
    ? named
    : names.actors(said, { limit: 2 }).filter((c) => c.score >= 0.9 && c.incidents > 0);
}

/** A span of words that name something. */
interface Named {
  said: string;
  start: number;
  end: number;
  /** In words. */
  length: number;
  ordinary: number;
}

function addPlace(
  chart: Chart,
  { said, start, end, length, ordinary }: Named,
  candidates: PlaceCandidate[],
  level: PlaceCandidate['level'] | undefined,
): void {
  const [best] = candidates;
  if (!best) return;
  // "AA", "MMR": letters in capitals are hardly a town of which the data has nothing.
  if (/^\p{Lu}{2,4}$/u.test(said) && best.level === 'town' && best.incidents === 0) return;
  const feature = `place:${levelFeature(best)}`;
  const [held, each]: [string, number] = isWide(best)
    ? ['wide', 0.5]
    : best.incidents > 0
      ? ['known', 1]
      : ['unknown', 1.6];
  const strange = ordinary > 0 ? `ordinary-place:${held}` : 'strange-place';
  push(chart, 'place', { said, candidates, ...(level ? { level } : {}) }, start, end, length, {
    [feature]: byLevel[levelFeature(best)] as number,
    [strange]: -each * ordinary,
    known: known(best.incidents),
  });
}

function addActor(
  chart: Chart,
  { said, start, end, length, ordinary }: Named,
  candidates: ActorCandidate[],
  isCountry: boolean,
): void {
  const [best] = candidates;
  if (!best) return;
  const feature = best.incidents > 0 ? 'actor:known' : 'actor:unknown';
  // A country's name alone is the country, and its government only where something acts.
  const price = 1.2 * ordinary + (isCountry ? 1.8 : 0);
  push(chart, 'actor', { said, candidates }, start, end, length, {
    [feature]: (best.incidents > 0 ? 0.7 : 0) - price,
    known: known(best.incidents),
  });
}

function push(
  chart: Chart,
  cat: 'place' | 'actor' | 'unknown',
  value: PlaceMention | ActorMention | Unknown,
  start: number,
  end: number,
  length: number,
  byHand: Record<string, number>,
  assumed?: Item['assumed'],
): void {
  const features = [...Object.keys(byHand), ...repeated('longer-name', length - 1)];
  const score =
    length +
    (length - 1) * weightOf('longer-name', 0.9) +
    Object.entries(byHand).reduce((sum, [feature, hand]) => sum + weightOf(feature, hand), 0);
  add(chart, { cat, value, start, end, score, features, ...(assumed ? { assumed } : {}) } as Item);
}

/** "Iraqi", "South African": an adjective of a country, which is where, or with its forces who. */
function addPeoples(source: Source): void {
  const { text, chart, names } = source;
  for (const people of peoplesIn(text)) {
    const start = chart.tokens.findIndex((t) => t.end > people.start);
    const end = chart.tokens.findIndex((t) => t.end >= people.end) + 1;
    if (start < 0 || end <= start) continue;
    if (/\b(?:pro|anti|non)-$/i.test(text.slice(0, people.start))) continue;
    const candidates = names.places(people.country, { exact: true, level: 'country', limit: 1 });
    if (candidates.length === 0) continue;
    const said = saidBy(source, start, end);
    push(chart, 'place', { said, candidates, people: true }, start, end, end - start, {
      'place:people': 0.5,
    });
  }
}

const closeEnough = 0.85;
/** After these stands one who acts or fights. */
const agentive = new Set(['by', 'against', 'involve']);

/** What so many strange words resemble is looked for in one question: each costs some milliseconds. */
const mostLoose = 8;

/** Words that nothing knows, where a name may stand: as the names that they resemble. */
function addLoose(source: Source, covered: readonly boolean[], timed: readonly boolean[]): void {
  const { chart, text } = source;
  const strange = chart.tokens.map((_, i) => !covered[i] && !timed[i] && isStrange(source, i));
  let left = mostLoose;
  for (let start = 0; start < strange.length && left > 0; start++) {
    if (!strange[start]) continue;
    const end = endOfRun(chart, strange, start);
    for (let i = start; i < end; i++)
      if (strange[i] && left-- > 0 && !addCorrected(source, i, i + 1)) addRun(source, i, i + 1, text);
    if (end - start > 1 && left > 0) addRun(source, start, end, text, false);
    addBeside(source, covered, start, end);
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

/** Misspelt words beside one that is known: "Kabaleros Templarios". */
function addBeside(source: Source, covered: readonly boolean[], start: number, end: number): void {
  const isWord = (i: number) => source.chart.tokens[i]?.kind === 'word';
  if (covered[start - 1] && isWord(start - 1) && isWord(end - 1)) addRun(source, start - 1, end, source.text, false);
  if (covered[end] && isWord(start) && isWord(end)) addRun(source, start, end + 1, source.text, false);
}

/** Whether neither the lexicon nor English has the word. */
function isStrange({ chart, lattice }: Source, i: number): boolean {
  const token = chart.tokens[i];
  if (token?.kind !== 'word' || lattice.senses[i] || lattice.ordinary[i] || isNationality(token.text)) return false;
  const capital = /^\p{Lu}/u.test(token.text) && i > 0 && !lattice.shouted;
  return token.lower.length >= 3 && (lattice.mended[i] === undefined || capital || token.lower.length >= 4);
}

/** A word one or two letters away from a name that the data holds, alone or with the word beside it. */
function addCorrected(source: Source, at: number, end: number): boolean {
  const { chart, names } = source;
  const token = chart.tokens[at];
  if (!token || end - at > 1 || source.lattice.people[at]) return false;
  let found = false;
  for (const { word, distance } of names.correct(token.lower).slice(0, 3)) {
    const price = -distance * (token.lower.length > 6 ? 0.7 : 1) - (source.lattice.mended[at] === undefined ? 0 : 1);
    const beside = [
      [at, end],
      [at - 1, end],
      [at, end + 1],
    ] as const;
    for (const [from, to] of beside) {
      if (
        from < 0 ||
        to > chart.tokens.length ||
        (to - from > 1 && chart.tokens.slice(from, to).some((t) => t.kind !== 'word'))
      )
        continue;
      // A word that is itself in a name is no mistake.
      const said = distance === 0 ? saidBy(source, from, to) : token.text;
      const assumed = (name: string) => (distance === 0 ? undefined : { kind: 'name' as const, said, name });
      const words = chart.tokens
        .slice(from, to)
        .map((t) => (t === token ? word : t.text))
        .join(' ');
      const places = names.places(words, { exact: true, limit: 6 }).filter((c) => c.incidents > 0 || isWide(c));
      const actors = names.actors(words, { exact: true, limit: 4 });
      const [place, actor] = [places[0], actors[0]];
      if (place)
        push(
          chart,
          'place',
          { said, candidates: places },
          from,
          to,
          to - from,
          {
            'place:corrected': price,
            [`place:${levelFeature(place)}`]: byLevel[levelFeature(place)] as number,
            known: known(place.incidents),
          },
          assumed(place.name),
        );
      if (actor)
        push(
          chart,
          'actor',
          { said, candidates: actors },
          from,
          to,
          to - from,
          { 'actor:corrected': price + 0.4, known: known(actor.incidents) },
          assumed(actor.name),
        );
      found ||= place !== undefined || actor !== undefined;
    }
  }
  return found;
}

/** Without vowels much is alike: then only what the data holds, or is wide. */
const isLikely = (place: PlaceCandidate, { language }: Lattice): boolean =>
  language === 'ar' ? place.incidents > 0 || isWide(place) : !(isObscure(place) && place.score < 0.99);

function addRun(source: Source, start: number, end: number, text: string, ask = true): void {
  const { chart, names, lattice } = source;
  const said = saidBy(source, start, end);
  const level = levelInName(said);
  const cued =
    /(?:^|\s)(?:by|involving|against|with|fought|between)(?: the)? $/i.test(
      text.slice(0, chart.tokens[start]?.start),
    ) || chart.at.some((items) => items.some((i) => i.end === start && agentive.has(i.cat)));
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
