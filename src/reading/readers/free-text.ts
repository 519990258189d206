import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

export type TextReading = Reading<'text', string>;

// What is attacked, or with what: words that reports use too, so that looking for them in the text is the honest reading.
const objects =
  'rohingyas?|kurds|yazidis?|yezidis?|hazaras?|uyghurs?|uighurs?|alawites?|copts|chemical weapons?|chlorine|sarin|nerve (?:agents?|gas)|poison gas|cluster (?:bombs?|munitions?)|barrel bombs?|white phosphorus|piracy|pirates?|convoys?|embass(?:y|ies)|consulates?|schools?|universit(?:y|ies)|hospitals?|clinics?|churches|church|mosques?|shrines?|temples?|synagogues?|markets?|bazaars?|police(?: stations?)?|checkpoints?|bases?|barracks|airports?|airfields?|oil(?: fields?)?|pipelines?|power (?:plants?|stations?|lines?)|bridges?|trains?|bus(?:es)?|trucks?|tankers?|ships?|vessels?|boats?|aid workers?|journalists?|peacekeepers?|teachers?|students?|doctors?|health ?workers?|farmers?|herders?|miners?|mines?|prisons?|camps?|refugees?|villages?|weddings?|funerals?|pilgrims?|elections?|polling stations?|politicians?|candidates?|judges?|lawyers?|activists?|diplomats?|contractors?|headquarters|militia(?:men)?|drivers?|commanders?|proxies|pro-iran(?:ian)?|american(?! (?:(?:air|drone|missile|military) )*(?:air)?(?:strike|raid|attack|operation)s?\\b)|(?:u\\.?s\\.?|american|coalition) (?:targets|bases|interests|troops|convoys?|embassy)';

const object = new RegExp(`\\b(?:${objects})\\b`, 'gi');

/** "about X", quoted words, and the things attacks are on ("convoy", "school"). Looked for in the text of the records. */
export const readTexts = (text: string): TextReading[] => [
  ...readAll(
    text,
    'text',
    /\b(?:about|mentioning|mentions|regarding|concerning|containing|that mention) "?([\p{L}\p{N}' -]{3,60}?)"?(?=$|[,.?!]| (?:in|near|since|before|after|between|are|is|were|was|do|does|did|have|has) | says?\b)/giu,
    (m) => ({ value: m[1] as string, score: 0.5 }),
  ),
  ...readAll(text, 'text', /"([^"]{2,80})"/g, (m) => ({ value: m[1] as string, score: 0.7 })),
  ...readAll(text, 'text', object, (m) => ({ value: m[0], score: 0.5 })),
];
