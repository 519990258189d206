/** The languages that questions are read in and answers are given in. */
export const languages = ['en', 'fr', 'ar'] as const;
export type Language = (typeof languages)[number];

/** The language of a BCP 47 locale: "fr-CA" → 'fr'; what is neither French nor Arabic is English. */
export const languageOfLocale = (locale: string): Language =>
  /^fr\b/i.test(locale) ? 'fr' : /^ar\b/i.test(locale) ? 'ar' : 'en';
