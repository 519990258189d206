import type { Language } from '../../kernel/language.ts';
import { arabic } from './arabic/picture-labels.ts';
import { english } from './english/picture-labels.ts';
import { french } from './french/picture-labels.ts';
import type { PictureWords } from './picture-labels.ts';

/** What pictures say in a language; in English where none is told. */
export const pictureWords = (language: Language | undefined): PictureWords =>
  language === 'fr' ? french : language === 'ar' ? arabic : english;
