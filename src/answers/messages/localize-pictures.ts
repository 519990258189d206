import type { Language } from '../../kernel/language.ts';
import { arabic } from './arabic/picture-labels.ts';
import { english } from './english/picture-labels.ts';
import { french } from './french/picture-labels.ts';
import type { PictureLabels } from './picture-labels.ts';

/** What pictures say in a language; in English where none is told. */
export const pictureLabelsFor = (language: Language | undefined): PictureLabels =>
  language === 'fr' ? french : language === 'ar' ? arabic : english;
