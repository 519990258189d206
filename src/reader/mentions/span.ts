import { type EntityLinker, isObscure, isWide, type PlaceCandidate } from '../../entities/entity-linker.ts';
import { levelInName } from '../../entities/place-kinds.ts';
import { add, type Chart } from '../grammar.ts';
import type { ActorMention, Item, PlaceMention, Unknown } from '../item.ts';
import type { Lattice } from '../lattice.ts';
import { repeated, weightOf } from '../weights.ts';

export type Names = Pick<EntityLinker, 'places' | 'actors' | 'correct' | 'isOrdinaryWord' | 'longest'>;

export interface Source {
  text: string;
  chart: Chart;
  lattice: Lattice;
  names: Names;
}

/** The words that name: of "the leader" one. */
function naming({ tokens, light }: Chart, start: number, end: number): number[] {
  const from = start + 1 < end && light[start] ? start + 1 : start;
  return Array.from({ length: end - from }, (_, i) => from + i).filter((i) => tokens[i]?.kind !== 'sign');
}

export const wordsIn = (chart: Chart, start: number, end: number) => naming(chart, start, end).length;

/** The words of a span as a name may have them: "العراق" of "للعراق". */
export const saidBy = ({ text, chart: { tokens } }: Source, start: number, end: number) =>
  tokens
    .slice(start, end)
    .map((t, i) => (i > 0 ? text.slice(tokens[start + i - 1]?.end, t.start) : '') + (t.name ?? t.text))
    .join('');

/** A country's name alone is the country, and its government only where something acts. */
export const ofCountry = -1.8;

export const known = (n: number) => Math.min(1, Math.log10(1 + n) / 4);

/** How ordinary the words of a span are: a name that consists of ordinary words needs strong reason. */
export function ordinariness({ chart, lattice }: Source, start: number, end: number): number {
  const { tokens } = chart;
  const at = naming(chart, start, end);
  if (at.some((i) => tokens[i]?.kind === 'word' && !lattice.ordinary[i] && !lattice.senses[i])) return 0;
  // Letters in capitals stand for a name.
  if (at.length === 1 && !lattice.shouted && /^\p{Lu}{3,6}$/u.test(tokens[start]?.text ?? '')) return 0.4;
  const first = start === 0 || /^[.:]$/.test(tokens[start - 1]?.text ?? '');
  const capital = at.some((i) => /^\p{Lu}/u.test(tokens[i]?.text ?? ''));
  const marked = !lattice.shouted && capital && !(first && at.length === 1);
  const senses = at.every((i) => lattice.senses[i]);
  return (senses ? 3 : 2) - (marked ? 1.6 : 0) - (at.length > 1 ? 0.6 : 0);
}

export const levelFeature = (c: PlaceCandidate) =>
  isWide(c)
    ? 'wide'
    : c.level === 'admin1' || c.level === 'region'
      ? 'province'
      : isObscure(c) || (c.level === 'admin2' && c.incidents === 0)
        ? 'obscure'
        : c.incidents > 0
          ? 'town'
          : 'elsewhere';
export const byLevel: Record<string, number> = { wide: 1, province: 0.8, town: 0.6, elsewhere: 0, obscure: -1.6 };

/** "the civilians" are no group of the data. */
export const isPeople = ({ chart, lattice }: Source, start: number, end: number): boolean =>
  lattice.people[end - 1] === true && [...chart.light.keys()].slice(start, end - 1).every((i) => chart.light[i]);

/** Whether a word says what kind of place a name is. */
export const isLevel = (word: string): boolean => levelInName(`x ${word}`) !== undefined;

export function push(
  chart: Chart,
  cat: 'place' | 'actor' | 'unknown',
  value: PlaceMention | ActorMention | Unknown,
  start: number,
  end: number,
  length: number,
  byHand: Record<string, number>,
  assumed?: Item['assumed'],
): void {
  const features = [...Object.keys(byHand), ...repeated('longer-name', length - 1)];
  const score =
    length +
    (length - 1) * weightOf('longer-name', 0.9) +
    Object.entries(byHand).reduce((sum, [feature, hand]) => sum + weightOf(feature, hand), 0);
  add(chart, { cat, value, start, end, score, features, ...(assumed ? { assumed } : {}) } as Item);
}
