/**
 * Unicode's forms of each Arabic letter: isolated, final, initial, medial. A letter without the last two does not join
 * the next one.
 */
const forms = new Map<string, string[]>();
for (let code = 0xfe80; code <= 0xfef4; code++) {
  const form = String.fromCodePoint(code);
  const letter = form.normalize('NFKC');
  forms.set(letter, [...(forms.get(letter) ?? []), form]);
}

const arabic = /\p{sc=Arabic}/u;

/** The text with each Arabic letter in its joined form and without vowel marks, to measure its width. */
export function joined(words: string): string {
  if (!arabic.test(words)) return words;
  const letters = [...words.replace(/\p{Mn}/gu, '')];
  let before = false;
  return letters
    .map((letter, i) => {
      const own = forms.get(letter);
      const after = own?.length === 4 && (forms.get(letters[i + 1] ?? '')?.length ?? 0) > 1;
      const form = own?.[(after ? 2 : 0) + (before ? 1 : 0)];
      before = after;
      return form ?? letter;
    })
    .join('');
}
