/** The languages of questions and answers, as BCP 47 codes. */
export const languages = ['en', 'fr', 'ar'] as const;
export type Language = (typeof languages)[number];

/** The language of a BCP 47 locale: "fr-CA" → 'fr'; English for all but French and Arabic. */
export const languageOfLocale = (locale: string): Language =>
  /^fr\b/i.test(locale) ? 'fr' : /^ar\b/i.test(locale) ? 'ar' : 'en';
