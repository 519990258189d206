import { add, type Chart } from './grammar.ts';
import type { Category, Item } from './item.ts';
import { type Lattice, matches } from './lattice.ts';
import type { Lexicon } from './lexicon.ts';
import { repeated, weightOf } from './weights.ts';

const signs: Record<string, Category> = {
  ',': 'comma',
  '/': 'slash',
  '-': 'dash',
  '–': 'dash',
  '~': 'about',
  '&': 'and',
  '(': 'open',
  ')': 'close',
  '>': 'over',
  '<': 'under',
  '>=': 'atleast',
  '<=': 'atmost',
  '≥': 'atleast',
  '≤': 'atmost',
  '+': 'ormore',
  '#': 'count',
};

export const leaf = (
  cat: Category,
  value: unknown,
  start: number,
  end: number,
  score: number,
  features: string[] = [],
): Item => ({ cat, value, start, end, score, features }) as Item;

const peopleAs = { people: 'people', civilian: 'civilian', other: undefined } as Record<
  string,
  'people' | 'civilian' | undefined
>;

/** "other journalist": people that the data cannot tell apart, and the English word to look for; "governments soldier": those whose dead are of a side. */
function peopleOf(sense: string, said: string) {
  const [as = '', ...text] = sense.split(' ');
  const lost = as === 'governments' || as === 'groups' ? { lost: as } : {};
  return { said, as: peopleAs[as], ...lost, ...(text.length ? { text: text.join(' ') } : {}) };
}

/** The value of a word of the lexicon. */
function senseOf(cat: string, sense: string, said: string): unknown {
  switch (cat) {
    case 'number':
      return Number(sense);
    case 'people':
      return peopleOf(sense, said);
    case 'object':
      return sense;
    case 'compass':
      return { part: sense, said };
    case 'changes':
      return sense ? { actions: [sense] } : {};
    case 'review':
      return true;
    case 'forces':
      return sense === 'weak' ? sense : said;
    case 'harm':
      return { of: sense === 'civilians' ? 'civilians killed' : sense };
    default:
      return sense;
  }
}

const wordWeights: Record<string, number> = {
  move: 0.12,
  pronoun: 0.12,
  clash: 0.8,
  measure: 0.8,
  which: 0.6,
  who: 0.7,
  where: 0.6,
  unit: 0.8,
  people: 0.9,
};

/** What endings and articles of some words cost at most; more is a word mistyped. */
const mostOfVariants = 0.3;

const named: Record<string, Category> = { where: 'where-word', aspect: 'aspect-cue', attribution: 'attribution-cue' };

/** Adds what the lexicon knows of the words, numbers and signs. */
export function addWords(chart: Chart, lattice: Lattice, lexicon: Lexicon): void {
  const { tokens } = chart;
  tokens.forEach((token, i) => {
    if (token.kind === 'number')
      add(
        chart,
        leaf('number', Number(token.lower.replace(/[,\s]/g, '')), i, i + 1, weightOf('number', 1), ['number']),
      );
    const sign = token.kind === 'sign' ? signs[token.text] : undefined;
    if (sign) add(chart, leaf(sign, token.text, i, i + 1, weightOf('sign', 0.1), ['sign']));
    if (token.text === '+') add(chart, leaf('plus', '+', i, i + 1, weightOf('sign', 0.1), ['sign']));
    chart.light[i] = isLightSign(chart, lattice, lexicon, i);
  });
  for (const { start, end, sense, price } of matches(tokens, lattice, lexicon)) {
    if (sense.cat === 'light' && end === start + 1) chart.light[start] = true;
    if (sense.cat === 'the') chart.light[start] = true;
    const words = tokens.slice(start, end).filter((t) => t.kind !== 'sign').length;
    const said = tokens
      .slice(start, end)
      .map((t) => t.text)
      .join(' ');
    const mistyped = price > mostOfVariants;
    const feature = `word:${sense.cat}`;
    const features = [...repeated(feature, words), ...repeated('phrase', words - 1), ...(mistyped ? ['typo'] : [])];
    const score =
      words * weightOf(feature, wordWeights[sense.cat] ?? 1) +
      (words - 1) * weightOf('phrase', 0.5) +
      (mistyped ? weightOf('typo', -0.2) : 0) -
      price;
    add(chart, leaf(named[sense.cat] ?? sense.cat, senseOf(sense.cat, sense.value, said), start, end, score, features));
    if (sense.cat === 'unit' && !/s$/i.test(said))
      add(chart, leaf('one-unit', sense.value, start, end, score, features));
  }
}

/** The dot of "excl.", the hyphen of "ex-Borno". */
function isLightSign({ tokens }: Chart, { forms }: Lattice, lexicon: Lexicon, i: number): boolean {
  const [token, before] = [tokens[i], tokens[i - 1]];
  if (!token?.tight || !before || (token.text !== '.' && token.text !== '-')) return false;
  const senses = lexicon.root.next.get(forms[i - 1]?.[0]?.word ?? '')?.senses ?? [];
  return senses.some(({ cat }) => ['neg', 'vs', 'about', 'atleast', 'atmost', 'count'].includes(cat));
}
