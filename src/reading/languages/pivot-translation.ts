import type { EntityLinker } from '../../entities/entity-linker.ts';
import { linked, type PhrasePart } from './attach-agent.ts';
import { keyOf, type Lexicon, tokenPattern } from './lexicon.ts';
import { mayBeName, nameAt, type Token } from './pivot-names.ts';

/** A question in the readers' English, and for a word of it what stood there. */
export interface PivotText {
  text: string;
  /** The question as it was said. */
  said: string;
  original(word: string): string;
  /** All that was said for it. */
  sayings(word: string): string[];
  /** Words that are neither in the lexicon nor names: left out. */
  unread: string[];
}

const longestRun = 6;
const tokensOf = (text: string): Token[] =>
  [...text.matchAll(tokenPattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

/** Everything a language has words for put into the readers' English; names and numbers stay as they are. */
export function gloss(said: string, lexicon: Lexicon, names: EntityLinker): PivotText {
  const pieces = piecesOf(said, lexicon, names);
  const back = new Map<string, Set<string>>();
  for (const { english, said: words } of pieces)
    for (const [word] of english.toLowerCase().matchAll(tokenPattern))
      back.set(word, (back.get(word) ?? new Set()).add(words.trim()));
  const text = joined(pieces);
  const unread = pieces.filter((p) => p.said && p.unread).map((p) => p.said);
  const sayings = (word: string) => [...(back.get(word.toLowerCase()) ?? [word])];
  return { text, said, unread, original: (word) => sayings(word)[0] ?? word, sayings };
}

const joined = (pieces: PhrasePart[]) =>
  pieces
    .map((p) => p.english)
    .join('')
    .replace(/ +(?=[,.;])/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function piecesOf(said: string, lexicon: Lexicon, names: EntityLinker): PhrasePart[] {
  const folded = lexicon.fold(said);
  const tokens = tokensOf(folded);
  const pieces: PhrasePart[] = [];
  let at = 0;
  for (let i = 0; i < tokens.length; ) {
    const { start } = tokens[i] as Token;
    if (start < at) {
      i++;
      continue;
    }
    if (start > at) pieces.push(separator(said.slice(at, start), pieces));
    const found = pieceAt(said, folded, tokens, i, lexicon, names, pieces.findLast((p) => p.said)?.english ?? '');
    pieces.push(found.piece);
    at = found.end;
    if (found.rest !== undefined) tokens[i] = { start: found.rest, end: (tokens[i] as Token).end };
    else while (i < tokens.length && (tokens[i] as Token).start < at) i++;
  }
  pieces.push(separator(said.slice(at), pieces));
  return linked(pieces, names);
}

/** An elision's apostrophe goes with the word that was elided. */
const separator = (between: string, before: PhrasePart[]): PhrasePart => ({
  english: before.at(-1)?.kind || before.at(-1)?.english !== before.at(-1)?.said ? between.replace(/^'/, ' ') : between,
  said: '',
});

interface At {
  piece: PhrasePart;
  end: number;
  /** Where the rest of the same word begins, when only its front was taken. */
  rest?: number;
}

function pieceAt(
  said: string,
  folded: string,
  tokens: Token[],
  i: number,
  lexicon: Lexicon,
  names: EntityLinker,
  before: string,
): At {
  const { start, end } = tokens[i] as Token;
  const whole = [phraseAt(said, folded, start, lexicon, names), wordsAt(said, folded, tokens, i, lexicon)]
    .filter((f) => f !== undefined)
    .sort((a, b) => b.end - a.end)[0];
  const name = nameAt(said, tokens, i, names, lexicon);
  if (name > (whole?.end ?? start))
    return { piece: { english: said.slice(start, name), said: said.slice(start, name) }, end: name };
  if (whole) return whole;
  const clitic = cliticAt(said, folded, tokens, i, lexicon, names);
  if (clitic) return clitic;
  const word = said.slice(start, end);
  return {
    piece: mayBeName(word, before, names) ? { english: word, said: word } : { english: '', said: word, unread: true },
    end,
  };
}

function phraseAt(said: string, folded: string, start: number, lexicon: Lexicon, names: EntityLinker): At | undefined {
  let best: At | undefined;
  for (const { said: pattern, english } of lexicon.phrases) {
    pattern.lastIndex = start;
    const match = pattern.exec(folded);
    const end = match ? start + match[0].length : 0;
    if (!match?.indices || end <= (best?.end ?? start)) continue;
    const { indices } = match;
    const words = english.replace(/\$(\d)/g, (_, n) => {
      const range = indices[Number(n)];
      return range ? joined(piecesOf(said.slice(...range), lexicon, names)) : '';
    });
    best = { piece: { english: words, said: said.slice(start, end) }, end };
  }
  return best;
}

/** The longest run of words that the lexicon has. */
function wordsAt(said: string, folded: string, tokens: Token[], i: number, lexicon: Lexicon): At | undefined {
  const { start } = tokens[i] as Token;
  for (let n = Math.min(longestRun, tokens.length - i); n >= 1; n--) {
    const { end } = tokens[i + n - 1] as Token;
    const run = folded.slice(start, end);
    if (!/^[\p{L}\p{N}]+(?:[ '-][\p{L}\p{N}]+)*$/u.test(run)) continue;
    const key = keyOf(run, lexicon);
    const english = lexicon.words.get(key);
    if (english !== undefined)
      return { piece: { english, said: said.slice(start, end), kind: lexicon.kinds.has(key) }, end };
  }
  return undefined;
}

/** "والموصل": the front of a word, where the rest is a word or a name by itself; at most two, "وبالعراق". */
function cliticAt(
  said: string,
  folded: string,
  tokens: Token[],
  i: number,
  lexicon: Lexicon,
  names: EntityLinker,
  more = 1,
): At | undefined {
  const { start, end } = tokens[i] as Token;
  const word = folded.slice(start, end);
  const known = (from: number) => {
    const rest = said.slice(start + from, end);
    const inner = [...tokens.slice(0, i), { start: start + from, end }, ...tokens.slice(i + 1)];
    return (
      /^\d/.test(rest) ||
      phraseAt(said, folded, start + from, lexicon, names) !== undefined ||
      wordsAt(said, folded, inner, i, lexicon) !== undefined ||
      (more > 0 && cliticAt(said, folded, inner, i, lexicon, names, more - 1) !== undefined) ||
      names.places(rest, { exact: true, limit: 1 }).length > 0 ||
      names.actors(rest, { exact: true, limit: 1 }).length > 0
    );
  };
  const place = names.places(said.slice(start, end), { exact: true, limit: 1 })[0];
  if (place && (place.incidents || place.level === 'country' || place.population >= 50_000)) return undefined;
  for (const [front, english] of lexicon.clitics) {
    const length = word.match(front)?.[0].length ?? 0;
    if (length && word.length - length >= 2 && known(length))
      return {
        piece: { english: `${english} `, said: said.slice(start, start + length) },
        end: start + length,
        rest: start + length,
      };
  }
  return undefined;
}
