import { transliterate } from './phonetic-key.ts';

/** How languages write what English writes otherwise, longest letters first; each is read by itself. */
const habits: readonly (readonly [RegExp, string])[][] = [
  // German, with "sch" for "sh" and for "zh".
  ...['sh', 'zh'].map((sch): [RegExp, string][] => [
    [/schtsch/g, 'shch'],
    [/tsch/g, '#'],
    [/sch/g, sch],
    [/ch/g, 'kh'],
    [/#/g, 'ch'],
    [/w/g, 'v'],
    [/j/g, 'y'],
    [/z/g, sch === 'zh' ? 'ts' : 'z'],
  ]),
  // Scandinavian.
  [
    [/sjtj/g, 'shch'],
    [/tj/g, 'ch'],
    [/sj/g, 'sh'],
    [/zj/g, 'zh'],
    [/j/g, 'y'],
  ],
  // Polish.
  [
    [/szcz/g, 'shch'],
    [/cz/g, '#'],
    [/sz/g, 'sh'],
    [/rz/g, 'zh'],
    [/ch/g, 'kh'],
    [/#/g, 'ch'],
    [/w/g, 'v'],
    [/j/g, 'y'],
  ],
  // French.
  [
    [/tch/g, '#'],
    [/ch/g, 'sh'],
    [/#/g, 'ch'],
    [/dj/g, 'j'],
    [/ou/g, 'u'],
  ],
  // Ukrainian "h" for Russian "g".
  [[/h/g, 'g']],
];

/** A folded name as written, and as other languages' spellings would be in English: "schostka", "shostka". */
export function spellingsOf(folded: string): string[] {
  const letters = transliterate(folded);
  if (letters !== folded) return hasNoVowels(folded) ? [letters, letters.replaceAll('w', '')] : [letters];
  return [
    ...new Set([
      letters,
      ...habits.map((habit) => habit.reduce((text, [from, to]) => text.replace(from, to), letters)),
    ]),
  ];
}

/** Whether it is in Arabic script, which leaves out short vowels. */
export const hasNoVowels = (folded: string): boolean => /[\u0600-\u06ff]/.test(folded);

const two: Record<string, string> = {
  sh: 'X',
  ch: 'X',
  zh: 'G',
  kh: 'H',
  gh: 'G',
  th: 'T',
  dh: 'D',
  ou: 'U',
  oo: 'U',
  ts: 'S',
};
const one: Record<string, string> = {
  ...{ a: 'A', o: 'U', u: 'U', w: 'U', e: 'I', i: 'I', y: 'I', b: 'B', p: 'B', f: 'F', v: 'F', k: 'K', q: 'K', c: 'K' },
  ...{ g: 'G', j: 'G', s: 'S', z: 'Z', t: 'T', d: 'D', h: 'H', x: 'K' },
};
/** Sounds that Arabic tells apart or has, as capital letters; vowels are A, I and U. */
const soundsOf = (letters: string): string =>
  letters
    .replace(/sh|ch|zh|kh|gh|th|dh|ou|oo|ts/g, (pair) => two[pair] ?? pair)
    .replace(/[a-z]/g, (letter) => one[letter] ?? letter.toUpperCase())
    .replace(/[^A-Z]/g, '')
    .replace(/(.)\1+/g, '$1');

const isVowel = (sound: string) => sound === 'A' || sound === 'I' || sound === 'U';
const near = new Map(
  Object.entries({ HK: 0.3, GK: 0.5, KX: 0.4, GX: 0.5, SZ: 0.3, SX: 0.5, BF: 0.5, FU: 0.4, DT: 0.5, DZ: 0.3 }),
);
/** The price of one sound for another. */
const exchanged = (a: string, b: string): number =>
  a === b ? 0 : isVowel(a) && isVowel(b) ? 0.5 : (near.get(a < b ? a + b : b + a) ?? 1);
/** Short vowels are not written, and an A is often a consonant that Latin letters lack. */
const unwritten = (sound: string): number => (isVowel(sound) ? 0.05 : sound === 'H' ? 0.2 : 1);
const unspoken = (sound: string): number => (sound === 'A' ? 0.1 : sound === 'H' ? 0.2 : isVowel(sound) ? 0.5 : 1);

/** Tells how well folded names in Latin letters may be what a name in Arabic script spells, from 0 to 0.95. */
export function spelledInArabic(arabic: string): (name: string) => number {
  const written = soundsOf(transliterate(arabic));
  return (name) => likenessOf(written, soundsOf(name));
}

/** A weighted edit distance of sounds as a likeness. */
function likenessOf(written: string, said: string): number {
  if (written.length < 2 || Math.abs(written.length - said.length) > 8) return 0;
  let row = [0];
  for (const sound of said) row.push((row.at(-1) as number) + unwritten(sound));
  for (const sound of written) {
    const next = [(row[0] as number) + unspoken(sound)];
    for (let j = 0; j < said.length; j++)
      next.push(
        Math.min(
          (row[j] as number) + exchanged(sound, said[j] as string),
          (next[j] as number) + unwritten(said[j] as string),
          (row[j + 1] as number) + unspoken(sound),
        ),
      );
    row = next;
  }
  return Math.max(0, 0.95 - (2 * (row.at(-1) as number)) / written.length);
}
