import {
  isDefinite as definiteInEnglish,
  meansMany as manyInEnglish,
  meansOne as oneInEnglish,
} from '../reading/specificity.ts';
import { type Draft, wordsOf } from './draft.ts';
import type { Category } from './item.ts';

/** Many incidents are meant, whatever else: "attacks in Kabul". */
export const meansMany = (draft: Draft): boolean =>
  draft.language === 'en'
    ? manyInEnglish(draft.text)
    : draft.chart.at.some((items, i) => items.some(({ cat }) => cat === 'kind') && !isOneAt(draft, i));

/** One incident is meant: "the convoy attack", "the airstrike in eastern Syria". */
export const meansOne = (draft: Draft): boolean =>
  draft.language === 'en'
    ? oneInEnglish(draft.text.replace(/\bany (?=\p{Lu})/gu, ''))
    : draft.chart.at.some(
        (_, i) => isOneAt(draft, i) && (says(draft, i, 'kind') || says(draft, i, 'object')) && isDefinite(draft, i),
      ) && !draft.chart.at.some((_, i) => says(draft, i, 'superlative') || says(draft, i, 'each'));

/** One that is taken to be known is meant: "the attack on Baga", not "an attack on Baga". */
export const meansThatOne = (draft: Draft): boolean =>
  meansOne(draft) && (draft.language !== 'en' || definiteInEnglish(draft.text));

const isOneAt = (draft: Draft, i: number): boolean =>
  says(draft, i, 'singular') && !isPlural(draft, { start: i, end: i + 1 });

/** Whether words name more than one: most languages write it with an "s". */
export const isPlural = (draft: Draft, item: { start: number; end: number }): boolean =>
  draft.language === 'ar'
    ? !draft.chart.at.slice(item.start, item.end).some((_, i) => says(draft, item.start + i, 'singular'))
    : /(?:s|ies)$/i.test(wordsOf(draft, item).replace(/ (?:on|of|against|sur|contre) .*$/i, ''));

const says = ({ chart }: Draft, i: number, cat: Category): boolean =>
  (chart.at[i] ?? []).some((item) => item.cat === cat);

/** "l'attaque", "الهجوم". */
const isDefinite = (draft: Draft, i: number): boolean =>
  says(draft, i - 1, 'the') || (draft.language === 'ar' && (draft.tokens[i]?.lower.startsWith('ال') ?? false));
