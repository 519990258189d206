import { type Language, languageOfLocale } from '../../kernel/language.ts';
import { arabic } from './arabic/catalogue.ts';
import type { MessageCatalogue } from './catalogue.ts';
import { english } from './english/catalogue.ts';
import { french } from './french/catalogue.ts';

/** The words of a language; English by default. */
export const messagesFor = (language: Language | undefined): MessageCatalogue =>
  language === 'fr' ? french : language === 'ar' ? arabic : english;

/** "ar-IQ": the words of a channel's setting. */
export const messagesForLocale = (locale = 'en'): MessageCatalogue => messagesFor(languageOfLocale(locale));
