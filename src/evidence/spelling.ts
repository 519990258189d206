import { ordinaryWords } from '../entities/ordinary-words.ts';
import { editDistance } from '../kernel/edit-distance.ts';
import { allStems, stem, wordsOf } from './lexicon.ts';

const shortest = 5;

/** The one known stem that a stem is a slip of: one letter more, less or other, or two that changed places. */
function meant(typed: string, known: Iterable<string>): string | undefined {
  const near = new Set<string>();
  for (const one of known)
    if (one.length >= shortest - 1 && one[0] === typed[0] && editDistance(typed, one, 1) === 1) near.add(one);
  return near.size === 1 ? [...near][0] : undefined;
}

/**
 * A question with its slips put right: words that are neither known here nor everyday English, and one slip from a stem
 * of the record or else of the lexicon.
 */
export function spelled(question: string, terms: ReadonlySet<string>): string {
  const slips = wordsOf(question).flatMap((word) => {
    const s = stem(word);
    const isKnown = terms.has(s) || allStems.has(s) || ordinaryWords().has(word.toLowerCase());
    if (word.length < shortest || /\d/.test(word) || isKnown) return [];
    const right = meant(s, terms) ?? meant(s, allStems);
    return right === undefined ? [] : [[word, right] as const];
  });
  return slips.reduce((text, [word, right]) => text.replace(word, right), question);
}
