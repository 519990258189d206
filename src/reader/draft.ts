import type { Period } from '../incidents/query.ts';
import type { Language } from '../kernel/language.ts';
import type { AspectReading } from '../reading/readers/aspect.ts';
import type { AttributionReading } from '../reading/readers/attribution.ts';
import type { TextReading } from '../reading/readers/free-text.ts';
import type { Path } from './assemble.ts';
import type { Chart } from './grammar.ts';
import type { ActorMention, Category, Item, PlaceMention, Where } from './item.ts';
import type { Lattice } from './lattice.ts';
import type { TimesText } from './time-words.ts';
import type { Token } from './tokens.ts';

/** What is asked of single incidents, and words looked for in reports: read beside the chart, and may share words with it. */
export interface Notes {
  aspects: AspectReading[];
  attributions: AttributionReading[];
  texts: TextReading[];
}

/** One way to read a question, before it is a frame. */
export interface Draft {
  text: string;
  tokens: readonly Token[];
  path: Path;
  notes: Notes;
  lattice: Lattice;
  chart: Chart;
  /** Whether its times can only be counted from the thread's. */
  relative?: boolean;
  language: Language;
  /** The question as the reader of times has it. */
  times: TimesText;
}

export const itemsOf = <C extends Category>({ path }: Draft, cat: C): Item<C>[] =>
  path.items.filter((i): i is Item<C> => i.cat === cat);
export const has = (draft: Draft, ...cats: Category[]): boolean => draft.path.items.some((i) => cats.includes(i.cat));
/** Whether any words may mean this, whatever the path takes them for. */
export const says = ({ chart }: Draft, cat: Category, value?: string): boolean =>
  chart.at.some((items) => items.some((i) => i.cat === cat && (value === undefined || (i.value as string) === value)));
export const wordsOf = ({ text, tokens }: Draft, { start, end }: { start: number; end: number }): string =>
  text.slice(tokens[start]?.start, tokens[end - 1]?.end);

/** Every period said, in order; a list of them counts as each. */
export const periodsOf = (draft: Draft): Period[] =>
  draft.path.items.flatMap((i) =>
    i.cat === 'time' ? [i.value as Period] : i.cat === 'times' ? (i as Item<'times'>).value.all : [],
  );
const wheresOf = (draft: Draft): Where[] => itemsOf(draft, 'where').map((i) => i.value);
export const placesOf = (draft: Draft): PlaceMention[] => wheresOf(draft).flatMap((w) => w.places);
/** Those that take part or are excluded, by themselves or as a pair. */
export const actorsOf = (draft: Draft): ActorMention[] =>
  draft.path.items.flatMap((i) =>
    i.cat === 'party'
      ? (i as Item<'party'>).value.all
      : i.cat === 'pair'
        ? (i as Item<'pair'>).value
        : i.cat === 'excluded'
          ? ((i as Item<'excluded'>).value.actors ?? [])
          : [],
  );
