import type { Language } from '../../../understanding/languages/language.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { PictureWords } from './picture-words.ts';

/** What pictures say in a language; in English where none is told. */
export const pictureWords = (language: Language | undefined): PictureWords =>
  language === 'fr' ? french : language === 'ar' ? arabic : english;
