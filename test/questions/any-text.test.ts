import { beforeAll, expect, test } from 'vitest';
import { understand } from '../../src/reader/understand.ts';
import { anyText, foreign, mostLetters, questions } from '../support/any-text.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { botOver, now, shippedStore } from '../support/world.ts';

let read: (text: string) => ReturnType<typeof understand>;
beforeAll(async () => {
  const bot = await botOver(await shippedStore());
  bot.names.setVocabulary(vocabulary);
  read = (text) => understand(text, { now, zone: 'Asia/Baghdad', locale: 'en-GB', names: bot.names, vocabulary });
  // Patterns are compiled at their first use, once for Latin letters and once for all others.
  for (const text of questions.slice(0, 400)) read(text);
  for (const text of foreign) read(`attacks in ${text}`);
});

const spent = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
/** Milliseconds of work; the first time may be that of a pattern being compiled or of memory being tidied. */
function timed(text: string): number {
  const once = () => {
    const started = spent();
    read(text);
    return spent() - started;
  };
  const first = once();
  return first < most ? first : Math.min(once(), once(), once());
}
const most = 50;

// 10,000 in all.
test.each([1, 2, 3, 4, 5])('2,000 texts of any kind (seed %i) are read, none with more than 50 ms of work', (seed) => {
  const next = anyText(seed);
  const slow = Array.from({ length: 2000 }, next).flatMap((text) => {
    const milliseconds = timed(text);
    return milliseconds < most ? [] : [`${milliseconds.toFixed(0)} ms: ${JSON.stringify(text)}`];
  });
  expect(slow).toEqual([]);
});

const whole = (part: string) => part.repeat(Math.ceil(mostLetters / part.length)).slice(0, mostLetters);
test.each([
  'Aleppo, Homs and Idlib or Raqqa/',
  'Boko Haram, ISIS and Taliban or PKK/',
  'Taliban against Nigeria against ',
  'Boko Haram vs ISIS, ',
  '2014, 2015 and 2016 or 2017/',
  'airstrikes, shelling and raids or ambushes/',
  'deaths per month by province ',
  'not in or by ',
  'no more than 20 killed or ',
  'Deir ez Zor San Salvador ',
  'Xqwzv Kabaleros Tmplarioss ',
  'within 5 km of Mosul and ',
  'Baghdad',
  'Aleppo,',
  'Aleppo, was ',
  'how many ',
  '(Iraq (Syria ',
  'year before the ',
  'second & ',
  '1st, 2nd & 3rd ',
  'first/third, ',
])('500 characters of "%s" are read with less than 50 ms of work', (part) => {
  expect(timed(whole(part))).toBeLessThan(most);
});
