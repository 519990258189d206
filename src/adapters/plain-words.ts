/** Marks that apps put around words, and what they stand for; struck words are taken back by whoever wrote them. */
const marks: readonly [RegExp, string][] = [
  [/```(?:[a-z]+\n)?|`/g, ' '],
  [/\|\|/g, ' '],
  [/(?<![\w~])(~{1,2})(?=[^\s~])[^~\n]*[^\s~]\1(?![\w~])/g, ' '],
  [/(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])/g, '$2'],
  [/(?<![\w_])(_{1,3})(?=[^\s_])((?:[^_\n]|(?<=\w)_(?=\w))*[^\s_])\1(?![\w_])/g, '$2'],
  [/^[ \t]*(?:-# |#{1,3} |>{1,3} |[•◦▪] ?)/gm, ''],
];

/** Characters without a width: between letters, and the directions of a text. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Signs, with their skin tones and joiners; flags; digits in a key. */
const emoji =
  /[\p{Extended_Pictographic}--[©®™]](?:[\ufe0f\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*|\p{RI}{2}|\ufe0f?\u20e3|[\ufe0e\ufe0f\u200d]/gv;

/** ":fire:", also right after a word; times (10:30:15) and ids (ucdp:145137) are none. */
const emojiNames = /(?:(?<![\w:])(?::[a-z0-9_+'-]+:)+|(?<=\p{L})(?::[a-z_-]+:(?::skin-tone-\d:)?)+)(?!\w)/giu;

/** What was written in a chat as its words alone: without emoji, marks, and characters that nobody sees. */
export function plainWords(text: string): string {
  const visible = text
    .replace(invisible, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(emojiNames, ' ')
    .replace(emoji, ' ');
  const unmarked = marks.reduce((words, [mark, instead]) => words.replace(mark, instead), visible);
  return unmarked
    .replace(/@(?:everyone|here)\b/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
