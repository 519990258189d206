import { type EntityLinker, isWide, type PlaceCandidate } from '../../entities/entity-linker.ts';
import type { Lexicon } from './lexicon.ts';

export interface Token {
  start: number;
  end: number;
}

const nameFollows = /(?:^|\b)(?:in|near|of|from|between|by|against|and|or|except|outside|to|had|with) *$/;

/** A number, a capital, a known name, or what stands where a name must: the readers look it up or say they do not know it. */
export const mayBeName = (word: string, before: string, names: EntityLinker): boolean =>
  /^(?:\p{Lu}|\d)/u.test(word) ||
  nameFollows.test(before) ||
  names.places(word, { exact: true, limit: 1 }).length > 0 ||
  names.actors(word, { exact: true, limit: 1 }).length > 0;

/** A country or a part of the world, or where people live: of others the words are likelier to be words. */
const isWellKnown = (place: PlaceCandidate | undefined): boolean => isWide(place) || (place?.population ?? 0) > 0;

/** Where a name ends that begins here: none of its words is glossed. 0: no name. */
export function nameAt(said: string, tokens: Token[], i: number, names: EntityLinker, { language }: Lexicon): number {
  const { start } = tokens[i] as Token;
  const cased = language === 'fr';
  if (cased && !/^\p{Lu}/u.test(said.slice(start))) return 0;
  for (let n = Math.min(4, tokens.length - i); n >= 1; n--) {
    const { end } = tokens[i + n - 1] as Token;
    const words = said.slice(start, end);
    if (/[,;:?!]/.test(words) || (cased && n === 1)) continue;
    if (names.actors(words, { exact: true, limit: 1 }).length) return end;
    if (n > 1 && isWellKnown(names.places(words, { exact: true, limit: 1 })[0])) return end;
  }
  return 0;
}
