import { countedWords } from '../counted.ts';

/** Groups named after a day. */
const namesake = /^ (?:[A-Z]\w+ )?(?:movement|alliance|brigades?|battalions?|regiment)\b/i;
const ofThem = /^ of (?:them|these|those|the|its|their|all)\b/i;
const counted = new RegExp(`^ ?${countedWords}(?!\\w)`, 'i');

/** "24/7" says always, "the March 23 Movement" who, "3/4 of them" and "they march 10 km" how much. `after`: what follows the words. */
export function isNoTime(words: string, after: string): boolean {
  if (words === '24/7') return true;
  if (/\b\d{1,2}(?:st|nd|rd|th)?$|^\d{1,2} (?:\w+)$/i.test(words) && namesake.test(after)) return true;
  if (/^\d{1,2}\/\d{1,2}$/.test(words)) return ofThem.test(after) || counted.test(after);
  return /^(?:may|march) \d{1,2}$/.test(words) && counted.test(after);
}
