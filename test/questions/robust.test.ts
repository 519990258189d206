import { beforeAll, describe, expect, test } from 'vitest';
import { understand } from '../../src/reader/understand.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { botOver, now, shippedStore } from '../support/world.ts';
import { type Meaning, meanings } from './meanings.ts';
import { misread } from './read-as.ts';

const frames = [
  (t: string) => `hey, can you tell me ${t}`,
  (t: string) => `Please, ${t} Thanks!`,
  (t: string) => `hi there! I would like to know: ${t}`,
  (t: string) => `sorry to bother you, but could you look up ${t}`,
];

/** A name's fourth letter left out, doubled or swapped with the next; short names stay. */
function mistyped(text: string, n: number): string {
  const names = [...text.matchAll(/\p{Lu}[\p{L}]{6,}/gu)].filter(
    (m) =>
      !/^(?:January|February|September|October|November|December|Thursday|Saturday|Ramadan|Christmas|Wednesday|Province)$/.test(
        m[0],
      ) && !(m.index === 0 && /^(?:Number|Incidents|Attacks|Between)$/.test(m[0])),
  );
  const name = names.at(-1);
  if (!name) return text;
  const at = name.index + 3;
  const [a = '', b = ''] = [text[at], text[at + 1]];
  const typo = [b + a, a + a + b, b][n % 3] as string;
  return text.slice(0, at) + typo + text.slice(at + 2);
}

/** "incidents in Basra, in 2008" → "in 2008, incidents in Basra": the last phrase said first. */
function reversed(text: string): string {
  const parts = text
    .replace(/[?.!]$/, '')
    .match(/^(.+?) ((?:in|during|since|before|after|on|between|from|within|near) .+)$/);
  return parts &&
    /^(?:incidents|attacks|clashes|airstrikes|deaths|number|count|kidnappings|raids|riots|protests)\b/i.test(text)
    ? `${parts[2]}, ${parts[1]}?`
    : text;
}

const ways: [string, (text: string, n: number) => string][] = [
  ['in lower case', (t) => t.toLowerCase()],
  ['without punctuation', (t) => t.replace(/[?!,.;:](?=\s|$)/g, '')],
  ['with one letter wrong in a name', mistyped],
  ['in a polite frame', (t, n) => (frames[n % frames.length] as (t: string) => string)(t)],
  ['turned round', reversed],
];

const asked = meanings
  .filter((m) => m.before.length === 0 && !/^(?:declined|unclear)$/.test(m.expected.measure as string))
  .flatMap((meaning) => meaning.phrasings.map((text) => ({ meaning, text })));

let read: (text: string) => ReturnType<typeof understand>;
beforeAll(async () => {
  const bot = await botOver(await shippedStore());
  bot.names.setVocabulary(vocabulary);
  read = (text) => understand(text, { now, zone: 'Asia/Baghdad', locale: 'en-GB', names: bot.names, vocabulary });
});

const right = (text: string, meaning: Meaning) => misread(read(text), meaning).length === 0;

describe('at least 97 % of the questions are read the same', () => {
  test.each(ways)('%s', (_, change) => {
    const base = asked.filter(({ text, meaning }) => right(text, meaning));
    const changed = base.filter(({ text }, n) => change(text, n) !== text);
    const lost = changed.filter(
      ({ text, meaning }) =>
        !right(
          change(
            text,
            base.findIndex((b) => b.text === text),
          ),
          meaning,
        ),
    );
    const missed = lost.map(({ text }) =>
      change(
        text,
        base.findIndex((b) => b.text === text),
      ),
    );
    expect(changed.length).toBeGreaterThan(50);
    expect(
      1 - lost.length / base.length,
      `${lost.length} of ${base.length} lost:\n${missed.join('\n')}`,
    ).toBeGreaterThanOrEqual(0.97);
  });
});
