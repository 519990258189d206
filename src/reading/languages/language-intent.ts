import type { Language } from '../../kernel/language.ts';

const named: Record<string, Language> = {
  english: 'en',
  french: 'fr',
  arabic: 'ar',
  anglais: 'en',
  français: 'fr',
  francais: 'fr',
  arabe: 'ar',
  إنجليزية: 'en',
  انجليزية: 'en',
  فرنسية: 'fr',
  عربية: 'ar',
};
const ways = [
  /^(?:(?:please )?(?:say|tell|answer|write|translate|repeat|give)(?: (?:it|that|this|me|us|again))*,? )?(?:in|into|to) (english|french|arabic)(?:,? please)?\W*$/i,
  /^(?:(?:dis|dites|réponds|répondez|traduis|traduisez)(?:[- ](?:le|la|moi))?,? )?en (anglais|français|francais|arabe)(?:,? (?:svp|stp|s['’]il (?:vous|te) pla[iî]t))?[\s.?!]*$/i,
  /^(?:باللغة ال|بال)(إنجليزية|انجليزية|فرنسية|عربية)[\s.؟!]*$/u,
];

/** "in French, please": the last answer once more in another language. */
export function readLanguageIntent(said: string): Language | undefined {
  const name = ways.map((way) => said.trim().match(way)?.[1]).find((found) => found !== undefined);
  return name === undefined ? undefined : named[name.toLowerCase()];
}
