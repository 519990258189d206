import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Lexicon } from './lexicon.ts';
import { orthographies } from './orthography.ts';
import { separated, type Token, tokensOf } from './tokens.ts';

type IsName = (word: string) => boolean;

/** The tokens of a question, with what is written onto the front of words taken off. */
export function wordsOf(text: string, lexicon: Lexicon, isName: IsName): Token[] {
  const orthography = orthographies[lexicon.language];
  const forms = (folded: string) => [folded, ...orthography.variants(folded).map(({ word }) => word)];
  return separated(tokensOf(text, lexicon.language), orthography, {
    known: (folded, said) => forms(folded).some((word) => lexicon.words.has(word)) || isName(said),
    resembles: (folded) => forms(folded).some((word) => word.length > 3 && lexicon.similar(word).length > 0),
  });
}

/** After words of these a name is expected. */
const leads = new Set([
  'in',
  'near',
  'of',
  'between',
  'by',
  'against',
  'and',
  'or',
  'neg',
  'out',
  'radius',
  'to',
  'involve',
  'road',
  'vs',
  'compare',
]);

/** Which words are ordinary: English ones are listed; of other languages those that neither look like a name nor stand where one must. */
export function ordinaryIn(
  tokens: readonly Token[],
  lexicon: Lexicon,
  names: Pick<EntityLinker, 'isOrdinaryWord'>,
  isName: IsName,
): (token: Token, i: number) => boolean {
  const { language, root } = lexicon;
  if (language === 'en') return ({ lower }) => names.isOrdinaryWord(lower);
  const leadsOn = (token: Token | undefined) => {
    const cats = token ? (root.next.get(token.lower)?.senses ?? []).map(({ cat }) => cat) : [];
    return cats.some((cat) => leads.has(cat)) && !cats.includes('light');
  };
  return (token, i) => {
    if (lexicon.words.has(token.lower)) return true;
    if (orthographies[language].cased && /^\p{Lu}/u.test(token.text)) return false;
    return !leadsOn(tokens[i - 1]) && !isName(token.name ?? token.text);
  };
}
