import type { Beyond } from '../answers/document/answer-context.ts';
import type { Coverage } from '../incidents/data-profile.ts';
import { eventTypeById, withDescendants } from '../incidents/event-types.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { isUncounted } from '../incidents/quantities.ts';
import { type Filter, type Query, query as querySchema } from '../incidents/query.ts';
import type { Result } from '../incidents/result.ts';
import { type ScopeGap, scopeGaps } from '../incidents/scope-gap.ts';

const mostPhrases = 40;
const examples = 2;

/** The words that tell of kinds of incident in a text. */
const phrasesOf = (kinds: readonly string[]): string[] =>
  [
    ...new Set(
      withDescendants(kinds).flatMap((id) => {
        const node = eventTypeById(id);
        return node ? [node.one, node.many, ...node.words] : [];
      }),
    ),
  ].slice(0, mostPhrases);

/** Whether a result has a figure of what its query is of. */
function hasFigure({ of }: Query, { total, withoutFigure, groups }: Result): boolean {
  if (groups) return !isUncounted(of, groups);
  return total > withoutFigure;
}

/** A comparison without the sides that lie beyond the scope of the data, unless all do. */
export function withinScope(query: Query, coverage: Coverage): Query {
  if (query.measure !== 'compare') return query;
  const gaps = scopeGaps(query, coverage);
  const sides = query.sides?.filter((_, n) => gaps[n] === undefined) ?? [];
  return sides.length ? { ...query, sides } : query;
}

/** Measures of which a part beyond the scope leaves nothing to tell. */
const workedOut = new Set<Query['measure']>(['difference', 'ratio', 'share']);

/** Told of one or two incidents alone: the record itself says what it is. */
const ofOne = new Set<Query['measure']>(['who', 'describe', 'span']);

/**
 * What of a query lies beyond the scope of the data, with the nearest that there is; undefined where nothing does, or the
 * answer is not touched by it.
 */
export async function findBeyond(
  incidents: Incidents,
  query: Query,
  result: Result,
  coverage: Coverage,
): Promise<Beyond | undefined> {
  const gaps = scopeGaps(query, coverage);
  const gap = gaps.find((one) => one !== undefined);
  if (!gap) return undefined;
  const found = result.total > 0 || (result.groups ?? []).some((g) => g.count > 0);
  const told = gap.what === 'casualty' || gap.what === 'sides' ? found && hasFigure(query, result) : found;
  if (told && ofOne.has(query.measure)) return undefined;
  if (told && !workedOut.has(query.measure)) return { gap, answered: true };
  return { gap, answered: false, ...(await nearestTo(incidents, gap)) };
}

async function nearestTo(incidents: Incidents, gap: ScopeGap): Promise<Pick<Beyond, 'nearest'>> {
  const ask = async (filter: Filter, more: Partial<Query> = {}) => {
    const query = querySchema.parse({ measure: 'list', limit: examples, filter, ...more });
    return { query, result: await incidents.find(query) };
  };
  if (gap.what === 'kind') {
    const { eventTypes: _, ...rest } = gap.filter;
    const phrases = phrasesOf(gap.kinds);
    const [mentioned, whole] = [await ask({ ...rest, mentions: phrases }), await ask(rest, { measure: 'count' })];
    return { nearest: { how: 'mentions', phrases, ...mentioned, of: whole.result.total } };
  }
  if (gap.what === 'casualty' || gap.what === 'sides') {
    const { wounded: _, civilians: __, ...rest } = gap.filter;
    return { nearest: { how: 'killed', ...(await ask(rest, { measure: 'sum', of: 'killed' })) } };
  }
  return {};
}
