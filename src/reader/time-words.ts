import type { Language } from '../kernel/language.ts';
import { partsOf } from './orthography.ts';
import type { Token } from './tokens.ts';

/** Words of time in some language and what they are in English: "{number} derniers {unit}" is "last $1 $2". */
interface TimeWord {
  cat: string;
  english: string;
  /** Words, folded; "{month}" stands for any word of that category, "{number}" for figures too. */
  parts: readonly string[];
}

const isSlot = (part: string): boolean => part.startsWith('{');

/** Entries by the word that they begin with; those that begin with a slot apart. */
interface Starts {
  words: ReadonlyMap<string, readonly TimeWord[]>;
  slots: readonly TimeWord[];
}

/** All entries, and those of each category. */
export interface TimeTable {
  all: Starts;
  ofCat: ReadonlyMap<string, Starts>;
  /** Every word of a form. */
  words: readonly string[];
}

const startsOf = (entries: readonly TimeWord[]): Starts => ({
  words: Map.groupBy(
    entries.filter(({ parts: [first = ''] }) => !isSlot(first)),
    ({ parts: [first = ''] }) => first,
  ),
  slots: entries.filter(({ parts: [first = ''] }) => isSlot(first)),
});

export function timeTableOf(
  entries: readonly { cat: string; value: string; form: string }[],
  language: Language,
): TimeTable {
  const all = entries.map(
    ({ cat, value, form }): TimeWord => ({ cat, english: value, parts: partsOf(form, language) }),
  );
  return {
    all: startsOf(all),
    ofCat: new Map([...Map.groupBy(all, ({ cat }) => cat)].map(([cat, some]) => [cat, startsOf(some)])),
    words: [...new Set(all.flatMap(({ parts }) => parts))].filter((part) => !isSlot(part)),
  };
}

/** A text that the reader of times knows, and where each token of the question stands in it. */
export interface TimesText {
  text: string;
  tokens: readonly Token[];
}

interface Found {
  english: string;
  end: number;
  /** How much of it is words rather than slots. */
  words: number;
}

/** How much a word counts that is taken for another form. */
const asAnother = 0.5;

/** Stands for a word that tells no time. */
const other = 'zz';

/** What is looked at: `formsAt` and `numberAt` tell what each token may be. */
interface Source {
  tokens: readonly Token[];
  formsAt: (i: number) => readonly string[];
  numberAt: (i: number) => string | undefined;
  table: TimeTable;
}

/** The question in words of time as the reader of times has them. */
export function inEnglishTimes(source: Source): TimesText {
  const { tokens } = source;
  const find = finderOf(source);
  let text = '';
  const placed: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const found = token.kind === 'sign' ? undefined : find(at);
    const said = found?.english ?? (token.kind === 'word' ? other : token.lower);
    const joined =
      token.tight && (token.kind === 'sign' || (token.kind === 'number' && tokens[at - 1]?.kind !== 'word'));
    if (text && said && !joined) text += ' ';
    const start = text.length;
    text += said;
    const end = found?.end ?? at + 1;
    for (; at < end; at++) placed.push({ ...(tokens[at] as Token), start, end: text.length });
  }
  return { text, tokens: placed };
}

/** Finds the longest entry of the table that begins at a token. */
function finderOf({ tokens, formsAt, numberAt, table }: Source): (at: number) => Found | undefined {
  const held = new Map<string, Found | undefined>();
  const numberIn = (at: number): Found | undefined => {
    const english = numberAt(at);
    return english === undefined ? undefined : { english, end: at + 1, words: 0 };
  };
  const slot = (cat: string, at: number): Found | undefined => {
    const key = `${cat} ${at}`;
    if (!held.has(key)) held.set(key, cat === 'number' ? numberIn(at) : longest(at, table.ofCat.get(cat)));
    return held.get(key);
  };
  /** A word or slot of a form at a token, the hyphen before it aside. */
  const part = (said: string, at: number, first: boolean): Found | undefined => {
    const from = !first && tokens[at]?.text === '-' && tokens[at]?.tight ? at + 1 : at;
    if (from >= tokens.length) return undefined;
    if (isSlot(said)) return slot(said.slice(1, -1), from);
    const form = formsAt(from).indexOf(said);
    return form < 0 ? undefined : { english: '', end: from + 1, words: form === 0 ? 1 : asAnother };
  };
  const matched = ({ parts, english }: TimeWord, start: number): Found | undefined => {
    const caught: string[] = [];
    let [end, words] = [start, 0];
    for (const said of parts) {
      const found = part(said, end, end === start);
      if (!found) return undefined;
      if (isSlot(said)) caught.push(found.english);
      else words += found.words;
      end = found.end;
    }
    return { english: english.replace(/\$(\d)/g, (_, n) => caught[Number(n) - 1] ?? ''), end, words };
  };
  const longest = (at: number, starts: Starts | undefined): Found | undefined => {
    if (!starts) return undefined;
    const begun = [...formsAt(at).flatMap((form) => starts.words.get(form) ?? []), ...starts.slots];
    return best(begun.flatMap((entry) => matched(entry, at) ?? []));
  };
  return (at) => longest(at, table.all);
}

const best = (all: readonly Found[]): Found | undefined =>
  all.reduce<Found | undefined>(
    (a, b) => (a === undefined || b.end > a.end || (b.end === a.end && b.words > a.words) ? b : a),
    undefined,
  );
