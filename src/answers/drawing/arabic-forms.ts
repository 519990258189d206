/** Unicode's forms of each Arabic letter as it stands alone, at the end, at the beginning and in the middle of a word; without the last two it joins nothing after it. */
const forms = new Map<string, string[]>();
for (let code = 0xfe80; code <= 0xfef4; code++) {
  const form = String.fromCodePoint(code);
  const letter = form.normalize('NFKC');
  forms.set(letter, [...(forms.get(letter) ?? []), form]);
}

const arabic = /\p{sc=Arabic}/u;

/** The words with each Arabic letter in the form in which it is drawn, without vowel marks: to measure by, since joined letters are narrower. */
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
