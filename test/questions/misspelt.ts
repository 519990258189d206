import type { Language } from '../../src/kernel/language.ts';

const alphabets: Record<Language, string> = {
  en: 'abcdefghilmnopqrstuv',
  fr: 'abcdefghilmnopqrstuv',
  ar: 'ابتثجحخدرسشعفقكلمنهوي',
};
const edits = 2;

/** The text with one word of four letters or more mistyped, twice for each word: the same errors for the same text. */
export function misspelt(text: string, language: Language): { text: string; as: string }[] {
  let seed = [...text].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 2_147_483_647, 7);
  const draw = (n: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  return [...text.matchAll(/\p{L}{4,}/gu)].flatMap(({ 0: word, index }) =>
    Array.from({ length: edits }, () => mistyped(word, draw, alphabets[language]))
      .filter((other) => other !== word)
      .map((other) => ({ text, as: text.slice(0, index) + other + text.slice(index + word.length) })),
  );
}

/** Two letters swapped, one left out, replaced or put in; the first letter stays. */
function mistyped(word: string, draw: (n: number) => number, alphabet: string): string {
  const at = 1 + draw(word.length - 1);
  const letter = alphabet[draw(alphabet.length)] ?? '';
  const [before, here, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (draw(4)) {
    case 0:
      return before + after.charAt(0) + here + after.slice(1);
    case 1:
      return before + after;
    case 2:
      return before + letter + after;
    default:
      return before + letter + here + after;
  }
}
