import { peoplesIn } from '../../entities/gazetteer/countries.ts';
import { beginsAt, type Chart } from '../grammar.ts';
import { addExact } from './exact.ts';
import { priceFragments } from './fragments.ts';
import { addLoose } from './similar.ts';
import { push, type Source, saidBy, wordsIn } from './span.ts';

/** Adds every place and actor that spans of the question name exactly, then what unknown words resemble. */
export function addMentions(source: Source, timed: readonly boolean[]): void {
  const { chart, names } = source;
  const covered = new Array<boolean>(chart.tokens.length).fill(false);
  for (let start = 0; start < chart.tokens.length; start++) {
    if (chart.tokens[start]?.kind === 'sign' || beginsNoName(source, start)) continue;
    for (let end = Math.min(start + 2 * names.longest, chart.tokens.length); end > start; end--) {
      if (!mayEnd(chart, start, end) || wordsIn(chart, start, end) > names.longest) continue;
      if (
        (end - start === 1 && (isCompass(source, start) || isArticle(chart, start))) ||
        timed.slice(start, end).every(Boolean) ||
        chart.tokens.slice(start, end).some((t) => /^[;:?!+]$/.test(t.text))
      )
        continue;
      if (addExact(source, start, end)) covered.fill(true, start, end);
    }
  }
  addPeoples(source);
  addLoose(source, covered, timed, priceFragments(source));
}

/** Whether a name may end here: after a word, or a bracket that it opened. */
const mayEnd = ({ tokens }: Chart, start: number, end: number): boolean =>
  tokens[end - 1]?.kind !== 'sign' ||
  (tokens[end - 1]?.text === ')' && tokens.slice(start, end).some(({ text }) => text === '('));

/** "Al-", "Er-", "Al Hasakah": no name without what follows. */
function isArticle({ tokens }: Chart, i: number): boolean {
  const next = tokens.slice(i + 1).find((t) => t.kind !== 'sign');
  const hyphened = tokens[i + 1]?.text === '-' && tokens[i + 1]?.tight === true && tokens[i + 2]?.tight === true;
  return (
    (tokens[i]?.text.length ?? 0) <= 2 &&
    (hyphened || (/^(?:a[a-z]|e[a-z]|la|le)$/i.test(tokens[i]?.text ?? '') && /^\p{Lu}/u.test(next?.text ?? '')))
  );
}

/** "South Iraq": no name without what follows; in other languages no name at all where it is small. */
const isCompass = ({ chart: { tokens, at }, lattice }: Source, i: number): boolean =>
  (/^\p{Lu}/u.test(tokens[i]?.text ?? '')
    ? /^\p{Lu}\p{Ll}/u.test(tokens[i + 1]?.text ?? '')
    : lattice.language !== 'en') && beginsAt({ at }, i, 'compass');

/** In other languages no name begins with a small article, nor is a small point of the compass one: "le nord", "d'Alep". */
const beginsNoName = ({ chart, lattice }: Source, i: number): boolean =>
  lattice.language !== 'en' &&
  !/^\p{Lu}/u.test(chart.tokens[i]?.text ?? '') &&
  (chart.at[i] ?? []).some(({ cat, end }) => (cat === 'the' || cat === 'of') && end === i + 1);

/** "Iraqi", "South African": an adjective of a country, which is where, or with its forces who. */
function addPeoples(source: Source): void {
  const { text, chart, names } = source;
  for (const people of peoplesIn(text)) {
    const start = chart.tokens.findIndex((t) => t.end > people.start);
    const end = chart.tokens.findIndex((t) => t.end >= people.end) + 1;
    if (start < 0 || end <= start) continue;
    if (/\b(?:pro|anti|non)-$/i.test(text.slice(0, people.start))) continue;
    const candidates = names.places(people.country, { exact: true, level: 'country', limit: 1 });
    if (candidates.length === 0) continue;
    const said = saidBy(source, start, end);
    push(chart, 'place', { said, candidates, people: true }, start, end, end - start, {
      'place:people': 0.5,
    });
  }
}
