import { describe, expect, test } from 'vitest';
import { fold } from '../../src/kernel/normalise.ts';
import { actor, names, over } from './linker-over.ts';

const countries =
  'Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus Belgium Benin Bhutan Bolivia Botswana Brazil Bulgaria Burundi Cambodia Cameroon Canada Chad Chile China Colombia Comoros Croatia Cuba Cyprus Denmark Djibouti Ecuador Egypt Eritrea Estonia Ethiopia Finland France Gabon Gambia Georgia Germany Ghana Greece Guatemala Guinea Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Lithuania Madagascar Malawi Malaysia Mali Mauritania Mexico Moldova Mongolia Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Tajikistan Tanzania Thailand Togo Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe'.split(
    ' ',
  );

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** The key to the right, or to the left at the end of a row. */
function neighbourKey(letter: string): string {
  const row = rows.find((keys) => keys.includes(letter)) as string;
  const at = row.indexOf(letter);
  return row[at + 1] ?? (row[at - 1] as string);
}

/** Slips in the middle of a word: letters swapped, left out, doubled, and the key beside the right one. */
const slips: [string, (word: string, at: number) => string][] = [
  ['swapped', (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)],
  ['left out', (word, at) => word.slice(0, at) + word.slice(at + 1)],
  ['doubled', (word, at) => word.slice(0, at) + word[at] + word.slice(at)],
  ['the key beside', (word, at) => word.slice(0, at) + neighbourKey(word[at] as string) + word.slice(at + 1)],
];

describe('misspelt countries', () => {
  test.each(slips)('one letter or two %s', (_, slip) => {
    over([]);
    const wrong = countries.flatMap((country) => {
      const name = fold(country);
      const said = slip(name, Math.floor(name.length / 2) - 1 || 1);
      const found = said === name || said.length < 4 ? name : names.correct(said)[0]?.word;
      return found === name ? [] : `${said}: ${found}, not ${name}`;
    });
    expect(wrong.slice(3), wrong.join('; ')).toEqual([]);
  });
});

describe('misspelt words', () => {
  const best = (word: string) => names.correct(word).map((one) => one.word)[0];
  test('of names in the data: places, actors', () => {
    over([['place', 'Wadi Zorqat', 3]], [actor('Marunkh Liberation Army', 5)]);
    expect(best('zroqat')).toBe('zorqat');
    expect(best('marunk')).toBe('marunkh');
    over([]);
    expect(best('zroqat')).toBeUndefined();
  });
  test('of capitals and well-known groups', () => {
    expect(['mogadihsu', 'kabbul', 'talibn', 'hezbolah'].map(best)).toEqual([
      'mogadishu',
      'kabul',
      'taliban',
      'hezbollah',
    ]);
  });
  test('two letters may be wrong in a long one, one in a short one', () => {
    over([
      ['place', 'Karantubal', 3],
      ['place', 'Zorqat', 3],
    ]);
    expect(best('karantbbl')).toBe('karantubal');
    expect(best('zorbbt')).toBeUndefined();
  });
  test('the nearest come first, then those of most incidents, then the others; with their incidents and distance', () => {
    over([
      ['place', 'Zorqat', 3],
      ['place', 'Zorqab', 30],
      ['place', 'Zorqa', 300],
    ]);
    expect(names.correct('zorqat')).toEqual([
      { word: 'zorqat', incidents: 3, distance: 0 },
      { word: 'zorqa', incidents: 300, distance: 1 },
      { word: 'zorqab', incidents: 30, distance: 1 },
    ]);
  });
  test('a country comes before a village', () => {
    over([['place', 'Nigerra', 30]]);
    expect(best('nigera')).toBe('nigeria');
  });
  test.each(['', 'a', 'xyz', 'qqqqqqqq', '  ', 'ا', '__proto__', 'z'.repeat(5000)])('none for “%s”', (word) =>
    expect(names.correct(word)).toEqual([]),
  );
});
