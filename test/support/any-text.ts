import { meanings } from '../questions/meanings.ts';
import { seeded } from './seeded.ts';

export const questions = meanings.flatMap((m) => m.phrasings);
const words = questions.flatMap((text) => text.split(' '));
export const foreign =
  'هجمات العراق ﷺ Ірак 襲撃 イラク १२३ ١٢٣ ½ Ⅷ ² ẞ İ ǅ é ŉ ﬁ ʼ 💥 👩‍👩‍👧 🇮🇶 \u0300 \u200d \u202e \u2066 \ud800 \udfff \u0000 \u001b[31m'.split(
    ' ',
  );
const signs = [...'()[]{}<>,.;:!?/\\|-–~&+*#@^%$"\'`_=≥×°'];
const numbers =
  '0 1 -5 5% 3.14 007 1e9 1,000,000 99999999999999999999 0.0000001 10th 1h 90d 11:61 Q5 1/2/3 12/13/2014 2014-02-30 2016-11 9/11 36.3,43.1'.split(
    ' ',
  );
const names =
  'Aleppo|Homs|Boko Haram|ISIS|Taliban|Iraq|Deir ez Zor|Borno|PKK|North Kivu|Nigeria|January 2014|2015|airstrikes|killed|civilians'.split(
    '|',
  );
const joints = [', ', ' and ', ' or ', '/', ' vs ', ' - ', ' & ', ', and ', ' + ', ' against ', ' not ', ' '];

export const mostLetters = 500;

/** Kinds of text that nobody foresees, the same for the same seed; each at most 500 characters, most of them short. */
export function anyText(seed: number) {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const letters = () => Math.ceil(mostLetters * random() ** 6);
  const filled = (part: () => string, between = '') => {
    const most = letters();
    let text = part();
    while (text.length < most) text += between + part();
    return text.slice(0, most);
  };
  const mistyped = () => {
    const word = [...pick(words)];
    word[below(word.length)] = pick([...'abcdefghijklmnopqrstuvwxyz']);
    return word.join('');
  };
  const same = (text: string) => filled(() => text);
  const kinds: (() => string)[] = [
    () => filled(() => pick(words), ' '),
    () => filled(mistyped, ' '),
    () => filled(() => pick(names) + pick(joints)),
    () => same([pick(names), pick(joints), pick(names), pick(joints)].join('')),
    () => same(pick(words) + pick(joints)),
    () => same(`${pick(words)} ${pick(words)} `),
    () => same(pick(words)),
    () => same(pick(signs)),
    () => filled(() => pick(signs)),
    () => filled(() => pick(numbers), pick([' ', ', ', ' to ', '-', '/'])),
    () => filled(() => pick([...foreign, ...signs, pick(words)]), pick(['', ' '])),
    () => filled(() => String.fromCodePoint(below(0x110000))),
    () => filled(() => String.fromCharCode(32 + below(95))),
    () => filled(() => `(${pick(words)}`.repeat(1 + below(4)) + ')'.repeat(below(4))),
    () => filled(() => pick([pick(words), pick(names), pick(joints), pick(signs), pick(numbers), pick(foreign)]), ' '),
  ];
  return () => pick(kinds)();
}
