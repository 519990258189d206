import type { ActorCandidate, EntityLinker } from '../../entities/entity-linker.ts';
import { isNationality, peoplesIn } from '../../entities/gazetteer/countries.ts';
import { combine } from '../select-spans.ts';
import type { Span } from '../span.ts';
import { overlaps, type Word } from '../text.ts';
import { type NameReading, readExactNames, readLooseName, taken } from './candidates.ts';
import { governmentOf, readPeoples } from './demonyms.ts';
import { isCalendarWord, placeCue } from './place-types.ts';

const placeOnly =
  /(?:^|\s)(?:in|near|around|outside|within|inside|throughout|close to)(?: the)? (?:(?:al|el|as|ad|ar|an)[- ])?$/i;
const actorOnly =
  /(?:^|\s)(?:by|involving|against|blamed on|claimed by|fought)(?: the)? (?:(?:al|el|as|ad|ar|an)[- ])?$/i;
const either =
  /(?:^|\s)(?:from|at|across|next to|to|of|on|with|between|and|targeting|attacked|versus|vs\.?)(?: the)? (?:(?:al|el|as|ad|ar|an)[- ])?$/i;
const inside = /^(?:of|the|al|el|de|la|los|las|bin|abu|ibn|von|di|da)$/i;

/** Names in what other readers left: exact ones everywhere, loose ones only where a name must stand. */
export function readNames(text: string, words: Word[], names: EntityLinker, taken: Span[]): NameReading[] {
  const peoples = peoplesIn(text);
  // One word is told by itself.
  const ofWords = peoples.filter((p) => text.slice(p.start, p.end).includes(' '));
  const named = [...readLongActors(text, words, names), ...readExactNames(text, words, names, taken)];
  // "South African" is no Africa; "Central African Republic" is more than it.
  const exact = combine<NameReading>(
    named
      .filter((r) => !isPeople(r) && !ofWords.some((p) => p.start <= r.start && r.end <= p.end))
      .map((r) => favour(text, r))
      .map((r) => asActor(text, r, names)),
    new Set(),
  );
  const claimed = [...taken, ...exact, ...ofWords];
  const free = words.filter(
    (w) => !isNationality(w.text) && !isCalendarWord(w.text) && !claimed.some((t) => overlaps(t, w)),
  );
  const found = runsOf(text, free, names, words[0]).reduce((all, run) => withLoose(text, run, all, names), exact);
  return [...found, ...readPeoples(text, peoples, names, found).filter((r) => !taken.some((t) => overlaps(t, r)))];
}

/** "Israeli": what another language calls a country is here whose something is. */
function isPeople(reading: NameReading): boolean {
  const [best] = reading.facet === 'place' ? reading.value.candidates : [];
  return best?.level === 'country' && best.name !== reading.words && isNationality(reading.words);
}

const mostWords = 14;

/** After "by" or "against": a name of many words, ordinary ones among them, "Movement of Liberators for Justice". */
function readLongActors(text: string, words: Word[], names: EntityLinker): NameReading[] {
  return words.flatMap((word, i) => {
    if (!actorOnly.test(text.slice(0, word.start))) return [];
    const rest = words.slice(i, i + mostWords);
    const end = rest.findIndex((w, n) => n > 0 && !/^[ '’./&(),-]{1,3}$/.test(text.slice(rest[n - 1]?.end, w.start)));
    const run = end < 0 ? rest : rest.slice(0, end);
    return longActor(text, run, names);
  });
}

function longActor(text: string, run: Word[], names: EntityLinker): NameReading[] {
  const range = (length: number) => ({ start: (run[0] as Word).start, end: (run[length - 1] as Word).end });
  for (let length = run.length; length >= 2; length--) {
    const { start, end } = range(length);
    const candidates = names.actors(text.slice(start, end), { exact: true, limit: 4 });
    if (candidates.length) return [actorReading(text, range(length), candidates, 0.9)];
  }
  const stop = run.findIndex(
    (w, n) => n > 1 && !/^\p{Lu}|\d/u.test(w.text) && /^(?:in|near|since|during|between|around|on)$/.test(w.lower),
  );
  const length = stop > 0 ? stop : run.length;
  if (length < 3) return [];
  const { start, end } = range(length);
  const candidates = names.actors(text.slice(start, end), { limit: 4 }).filter((c) => c.score >= 0.86);
  return candidates.length ? [actorReading(text, range(length), candidates, 0.8)] : [];
}

function actorReading(text: string, range: Span, candidates: ActorCandidate[], score: number): NameReading {
  const words = text.slice(range.start, range.end);
  return {
    facet: 'actor',
    ...range,
    words,
    score,
    value: { candidates },
    ...taken(words, candidates),
  };
}

const acted = /(?:^|\s)(?:by|blamed on|attributed to)(?: the)? $/i;

/** "by Saudi Arabia", of whose government the data has nothing: it acts all the same. */
function asActor(text: string, reading: NameReading, names: EntityLinker): NameReading {
  const [best] = reading.facet === 'place' ? reading.value.candidates : [];
  if (best?.level !== 'country' || !acted.test(text.slice(0, reading.start))) return reading;
  const { start, end, words, score } = reading;
  return { facet: 'actor', start, end, words, score, value: { candidates: [governmentOf(names, best.name)] } };
}

/** Where the same words name a place and an actor, the word before them decides. */
function favour(text: string, reading: NameReading): NameReading {
  const before = text.slice(0, reading.start);
  const fits = reading.facet === 'actor' ? actorOnly.test(before) : placeOnly.test(before);
  return fits ? { ...reading, score: reading.score + 0.05 } : reading;
}

/** A run beside a name may be the misspelled rest of it: "Cabaleros Templarios". Else it stands by itself. */
function withLoose(text: string, { range, kind, bare }: Run, found: NameReading[], names: EntityLinker): NameReading[] {
  const beside = found.find((f) => text.slice(f.end, range.start) === ' ' || text.slice(range.end, f.start) === ' ');
  if (beside && beside.facet !== 'unknown') {
    const whole = { start: Math.min(range.start, beside.start), end: Math.max(range.end, beside.end) };
    const [joined] = (beside.facet === 'place' ? (['place', 'actor'] as const) : [kind])
      .map((as) => readLooseName(text, whole, as, names))
      .filter((read) => read.facet !== 'unknown');
    if (joined) return [...found.filter((f) => f !== beside), joined];
  }
  const loose = readLooseName(text, range, kind, names);
  const read = loose.facet === 'unknown' ? (longerActor(text, range, kind, names) ?? loose) : loose;
  return bare && isElsewhere(read, found) ? found : [...found, read];
}

/** "cyber attacks in Ukraine": no word that only resembles some place in another country. */
function isElsewhere(loose: NameReading, found: readonly NameReading[]): boolean {
  const named = found.flatMap((r) => (r.facet === 'place' ? (r.value.candidates[0] ?? []) : []));
  if (named.length === 0 || loose.facet === 'actor') return false;
  if (loose.facet === 'unknown') return true;
  const here = (code: string | undefined) => named.some((n) => n.countryCode === code || n.level === 'world-region');
  return !loose.value.candidates.some((c) => here(c.countryCode));
}

/** "Islaamic State", "the Lord's Resstance Army": the capitals that follow belong to the name. */
function longerActor(text: string, range: Span, kind: Run['kind'], names: EntityLinker): NameReading | undefined {
  const rest = kind === 'place' ? undefined : text.slice(range.end).match(/^(?:'s)?(?: \p{Lu}[\p{L}'-]+){1,3}/u)?.[0];
  if (!rest) return undefined;
  const whole = readLooseName(text, { start: range.start, end: range.end + rest.length }, 'actor', names);
  return whole.facet === 'actor' ? whole : undefined;
}

interface Run {
  range: Span;
  kind: 'place' | 'actor' | 'any';
  /** No English word and nothing else: no capital, no preposition before it. */
  bare: boolean;
}

/** Runs of unclaimed words that stand where a name must: after a preposition, or no English word. */
function runsOf(text: string, free: Word[], names: EntityLinker, first: Word | undefined): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < free.length; i++) {
    const word = free[i] as Word;
    const kind = startsName(text, word, names, first);
    if (!kind) continue;
    let last = i;
    while (continues(text, free, last, names, first)) last++;
    while (last > i && inside.test((free[last] as Word).text)) last--;
    const bare = !capital(word, first) && !either.test(text.slice(0, word.start)) && kind === 'any';
    runs.push({ range: { start: word.start, end: (free[last] as Word).end }, kind, bare });
    i = last;
  }
  return runs;
}

const capital = (word: Word, first: Word | undefined) => word !== first && /^\p{Lu}/u.test(word.text);

function startsName(text: string, word: Word, names: EntityLinker, first: Word | undefined): Run['kind'] | undefined {
  if (/^\d+$/.test(word.text) || placeCue.test(word.text)) return undefined;
  const before = text.slice(0, word.start);
  if (/\b(?:pro|anti|non)-$/i.test(before)) return undefined;
  const strange = !names.isOrdinaryWord(word.lower) && word.lower.length >= 3;
  if (!strange && !capital(word, first)) return undefined;
  if (placeOnly.test(before)) return 'place';
  if (actorOnly.test(before)) return 'actor';
  return either.test(before) || capital(word, first) || word.lower.length >= 4 ? 'any' : undefined;
}

function continues(text: string, free: Word[], at: number, names: EntityLinker, first: Word | undefined): boolean {
  const [here, next, after] = [free[at] as Word, free[at + 1], free[at + 2]];
  if (!next || !/^[ '.-]{1,2}$/.test(text.slice(here.end, next.start)) || placeCue.test(next.text)) return false;
  const named = (word: Word) => !names.isOrdinaryWord(word.lower) || capital(word, first);
  return named(next) || (inside.test(next.text) && after !== undefined && named(after));
}
