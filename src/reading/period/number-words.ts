import { small, tens } from '../numbers.ts';

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const cardinal = new Map<string, number>([
  ['oh', 0],
  ...small.map((w, n) => [w, n] as const),
  ...tens.map((w, n) => [w, 20 + 10 * n] as const),
]);
const ordinal = new Map<string, number>([...ordinals.map((w, n) => [w, n + 1] as const), ['thirtieth', 30]]);
const anyWord = [...cardinal.keys(), ...ordinal.keys(), 'thousand', 'hundred']
  .sort((a, b) => b.length - a.length)
  .join('|');
const run = new RegExp(`\\b(?:${anyWord})(?:(?:[ -]|,? and )(?:${anyWord}))*\\b`, 'gi');

const suffix = (n: number) =>
  n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th';

interface NumberWord {
  from: number;
  to: number;
  figures: string;
}

type Worded = { word: string; from: number; to: number };

/** The number that begins at `i`, and how many words it takes. */
function numberAt(words: Worded[], i: number): { figures: string; took: number } | undefined {
  const at = (k: number) => words[i + k]?.word ?? '';
  const value = (k: number) => cardinal.get(at(k));
  const first = value(0);
  const nth = ordinal.get(at(0));
  if (nth !== undefined) return { figures: `${nth}${suffix(nth)}`, took: 1 };
  if (first === undefined) return undefined;
  if (at(1) === 'thousand') {
    const rest = numberAt(words, i + 2);
    const below = rest && /^\d{1,3}$/.test(rest.figures) ? Number(rest.figures) : 0;
    return { figures: String(first * 1000 + below), took: 2 + (below && rest ? rest.took : 0) };
  }
  if (at(1) === 'hundred') return { figures: String(first * 100), took: 2 };
  // "nineteen ninety nine", "nineteen oh five"
  const pair = [18, 19, 20].includes(first) ? yearTail(words, i + 1) : undefined;
  if (pair) return { figures: String(first * 100 + pair.value), took: 1 + pair.took };
  if (first < 20) return { figures: String(first), took: 1 };
  const unit = value(1);
  const nthUnit = ordinal.get(at(1));
  if (unit !== undefined && unit > 0 && unit < 10) return { figures: String(first + unit), took: 2 };
  if (nthUnit !== undefined && nthUnit < 10) return { figures: `${first + nthUnit}${suffix(nthUnit)}`, took: 2 };
  return { figures: String(first), took: 1 };
}

function yearTail(words: Worded[], i: number): { value: number; took: number } | undefined {
  const [a, b] = [words[i], words[i + 1]].map((w) => cardinal.get(w?.word ?? ''));
  if (a === undefined) return undefined;
  if (a >= 20) return b && b < 10 ? { value: a + b, took: 2 } : { value: a, took: 1 };
  if (a >= 10) return { value: a, took: 1 };
  return a === 0 && b !== undefined && b < 10 ? { value: b, took: 2 } : undefined;
}

function pieces(match: RegExpExecArray): NumberWord[] {
  const words = [...match[0].matchAll(new RegExp(anyWord, 'gi'))].map((m) => ({
    word: m[0].toLowerCase(),
    from: match.index + m.index,
    to: match.index + m.index + m[0].length,
  }));
  const found: NumberWord[] = [];
  for (let i = 0; i < words.length; ) {
    const made = numberAt(words, i);
    if (made) found.push({ from: words[i]?.from ?? 0, to: words[i + made.took - 1]?.to ?? 0, figures: made.figures });
    i += made?.took ?? 1;
  }
  return found;
}

/** "a second ago" counts time; "second of March" counts days. */
const isUnit = (text: string, { from, to, figures }: NumberWord) =>
  figures === '2nd' &&
  /^second$/i.test(text.slice(from, to)) &&
  /(?:\d|\b(?:an?|per|each|every|last|past|this|one)) ?$/i.test(text.slice(0, from));

export interface Figured {
  text: string;
  /** The offset in the words as written. */
  original(at: number): number;
}

/** Numbers in words as figures: "the twenty first" → "the 21st", "nineteen ninety nine" → "1999". */
export function inFigures(text: string): Figured {
  const found = [...text.matchAll(run)].flatMap((m) => pieces(m)).filter((p) => !isUnit(text, p));
  if (!found.length) return { text, original: (at) => at };
  let made = '';
  let done = 0;
  const shifts: { at: number; by: number }[] = [];
  for (const { from, to, figures } of found) {
    made += text.slice(done, from) + figures;
    done = to;
    shifts.push({ at: made.length, by: to - made.length });
  }
  return { text: made + text.slice(done), original: (at) => at + (shifts.findLast((s) => s.at <= at)?.by ?? 0) };
}
