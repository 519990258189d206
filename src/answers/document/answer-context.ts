import type { Coverage } from '../../incidents/data-profile.ts';
import type { Result } from '../../incidents/incidents.ts';
import { periodsOf } from '../../incidents/periods.ts';
import type { Query } from '../../incidents/query.ts';
import type { ScopeGap } from '../../incidents/scope-gap.ts';
import type { Language } from '../../kernel/language.ts';
import type { Caveat } from '../../reading/caveat.ts';
import type { ClarificationChoice } from '../../reading/parse-result.ts';
import type { Assumed } from '../../reading/span.ts';

/** What of a query lies beyond the scope of the data. */
export interface Beyond {
  gap: ScopeGap;
  /** Whether the rest of the query is answered all the same. */
  answered: boolean;
  /** The nearest that there is: incidents whose text has one of the phrases, out of so many; or the dead of them all. */
  nearest?:
    | { how: 'mentions'; phrases: string[]; of: number; query: Query; result: Result }
    | { how: 'killed'; query: Query; result: Result };
}

/** Everything an answer is composed from. */
export interface AnswerContext {
  query: Query;
  result: Result;
  coverage: Coverage;
  unread: string[];
  assumed: Assumed[];
  caveats?: Caveat[] | undefined;
  beyond?: Beyond | undefined;
  alternatives: ClarificationChoice[];
  /** The small print of the thread's answer before; what it says is not said again. */
  before?: string | undefined;
  /** Word by word how the question was read, where there was one. */
  read?: string | undefined;
  /** The language to answer in; English where it has no words for an answer. */
  language?: Language;
  /** Where nothing was found: what a wider query finds. */
  nearest?: { what: 'any time before' | 'any time' | 'further around' | 'any kind'; query: Query; result: Result };
}

/** The datasets that an answer draws from: those with incidents where the question is about, if it says where. */
export function contributingDatasets({ filter }: Query, { datasets }: Coverage): Coverage['datasets'] {
  const periods = periodsOf(filter) ?? [{ start: null, end: null }];
  const isThen = ({ first, last }: Coverage['datasets'][number]) =>
    periods.some((p) => (p.start ?? '') <= (last ?? '') && (p.end === null || p.end > (first ?? '')));
  const ofDataset = datasets.filter((d) => d.incidents > 0 && (filter.dataset ?? d.id) === d.id);
  const then = ofDataset.filter(isThen);
  const held = then.length ? then : ofDataset;
  const asked = new Set(filter.places?.flatMap((p) => p.countries) ?? []);
  const there = held.filter((d) => d.countries.some(({ country }) => asked.has(country)));
  return there.length ? there : held;
}
