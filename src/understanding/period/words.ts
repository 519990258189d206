const monthNames = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sep(?:t(?:ember)?)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
];
export const monthPattern = `(${monthNames.join('|')})\\.?`;
export const monthOf = (words: string): number =>
  monthNames.findIndex((name) => new RegExp(`^(?:${name})\\.?$`, 'i').test(words)) + 1;

export const yearPattern = '((?:1[89]|20)\\d{2})';
const counts: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'a couple of': 2,
  'couple of': 2,
  couple: 2,
  'a few': 3,
  few: 3,
  several: 3,
  'half a dozen': 6,
  'a dozen': 12,
};
export const countPattern = `(\\d{1,4}|${Object.keys(counts)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
export const countOf = (words: string): number => counts[words.toLowerCase()] ?? Number(words);

const ordinals: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  last: -1,
  final: -1,
};
export const ordinalPattern = `(${Object.keys(ordinals).join('|')})`;
export const ordinalOf = (words: string): number => ordinals[words.toLowerCase()] ?? 0;
