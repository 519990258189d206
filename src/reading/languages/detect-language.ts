import type { EntityLinker } from '../../entities/entity-linker.ts';
import { type Language, languageOfLocale } from '../../kernel/language.ts';
import { monthOf } from '../period/words.ts';
import { plain, tidy, wordsOf } from '../text.ts';
import { arabic, arabicPrepared } from './arabic.ts';
import { french, frenchOwn } from './french.ts';
import { keyOf } from './lexicon.ts';
import { gloss, type PivotText } from './pivot-translation.ts';

// Spanish, Italian or names may have these too: alone they tell nothing.
const weak = new Set(['a', 'à', 'au', 'de', 'des', 'du', 'en', 'la', 'le', 'les', 'un']);
const grammar =
  /^(?:in|near|the|of|by|at|since|how|who|what|where|when|which|and|between|from|to|with|this|last|were|was|is|are)$/;
const frenchOnly =
  /^(?:et|il|elle|ils|elles|je|tu|vous|nous|sur|pour|sûr|sûre|dans|aux|avec|chez|est|sont|être|été|où|quel|quelle|quels|quelles|qui|que|ce|cette|ces|[a-z]*[êçœ][a-z]*)$/;

/** The language of words, where they tell it. */
export function languageSaid(text: string, names: Pick<EntityLinker, 'isOrdinaryWord'>): Language | undefined {
  const words = wordsOf(tidy(text)).filter((w) => /\p{L}/u.test(w.text));
  const english = (word: string) => names.isOrdinaryWord(plain(word)) || monthOf(word) > 0;
  const arabs = words.filter((w) => /\p{Script=Arabic}/u.test(w.text)).length;
  if (arabs > 0 && arabs > words.filter((w) => english(w.text)).length) return 'ar';
  const parts = words.flatMap((w, i) => w.text.split("'").map((part) => (i === 0 ? part.toLowerCase() : part)));
  const told = { fr: 0, en: 0, both: 0, weak: 0, neither: 0 };
  for (const part of parts) told[sortOf(part, english)]++;
  const sure = told.fr > 0 || (told.both > 0 && told.weak > 0);
  if (sure && told.fr + told.weak / 2 > told.en) return 'fr';
  return told.en > 0 ? 'en' : undefined;
}

function sortOf(word: string, english: (word: string) => boolean): 'fr' | 'en' | 'both' | 'weak' | 'neither' {
  if (grammar.test(word)) return 'en';
  if (weak.has(word)) return 'weak';
  if (word === 'ramadan') return 'neither';
  const inFrench = frenchOwn.has(keyOf(word, french)) && word === word.toLowerCase();
  if (frenchOnly.test(word) && (/[^a-z]/.test(word) || !english(word))) return 'fr';
  return inFrench ? (english(word) ? 'both' : 'fr') : english(word) ? 'en' : 'neither';
}

/** What to answer in: French or Arabic where the asker's locale says so, else what was asked or last answered in. */
export function languageToAnswer(said: Language | undefined, locale: string, before?: Language): Language {
  const own = languageOfLocale(locale);
  return own === 'en' ? (said ?? before ?? 'en') : own;
}

/** A question as it was heard. */
export interface NormalizedQuestion {
  /** The language of its words, where they tell it. */
  detected: Language | undefined;
  /** What it is read in. */
  language: Language;
  /** In the readers' English. */
  pivot: PivotText;
  /** Whether the readers' English is no longer what was said, but a part of it. */
  reworded?: boolean;
}

/** The language that the words of a question tell, and the one that it is read in. Nothing is translated. */
function languageOf(
  text: string,
  names: Pick<EntityLinker, 'isOrdinaryWord'>,
  locale: string,
): Pick<NormalizedQuestion, 'detected' | 'language'> {
  const detected = languageSaid(text, names);
  return { detected, language: detected ?? languageOfLocale(locale) };
}

export function normalizeQuestion(text: string, names: EntityLinker, locale: string): NormalizedQuestion {
  const spoken = tidy(text);
  const told = languageOf(spoken, names, locale);
  return { ...told, pivot: { ...inEnglish(spoken, told.language, names), said: spoken } };
}

/** A question in the readers' English. English stays as it is. */
function inEnglish(text: string, language: Language, names: EntityLinker): PivotText {
  if (language === 'fr') return gloss(text, french, names);
  if (language === 'ar') return gloss(arabicPrepared(text), arabic, names);
  return { text, said: text, unread: [], original: (word) => word, sayings: (word) => [word] };
}
