import type { Language } from '../../kernel/language.ts';
import { arabic } from './arabic/picture-labels.ts';
import { english } from './english/picture-labels.ts';
import { french } from './french/picture-labels.ts';
import type { PictureLabels } from './picture-labels.ts';

/** The labels of pictures in a language; English by default. */
export const pictureLabelsFor = (language: Language | undefined): PictureLabels =>
  language === 'fr' ? french : language === 'ar' ? arabic : english;
