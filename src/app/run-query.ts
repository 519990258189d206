import type { Answer } from '../answers/document/answer.ts';
import type { AnswerContext } from '../answers/document/answer-context.ts';
import { explain, readWords } from '../answers/explain-query.ts';
import type { ExportRequest } from '../answers/exports/export.ts';
import { comparesSides } from '../incidents/difference.ts';
import type { Incidents } from '../incidents/incidents.ts';
import type { Query } from '../incidents/query.ts';
import { relaxQuery } from '../incidents/relax-query.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import { findBeyond, withinScope } from './beyond-scope.ts';

/** A query with how it was read; `read` holds that in words if it is known already. */
export type ParsedQuery = Extract<ParseResult, { kind: 'query' }> & { read?: string | undefined };

/** A query that was not parsed from words now; `caveats`: of the question that it comes from. */
export const asParsedQuery = (query: Query, { caveats }: Pick<ParsedQuery, 'caveats'> = {}): ParsedQuery => ({
  kind: 'query',
  query,
  readings: [],
  unread: [],
  assumed: [],
  caveats,
  alternatives: [],
});

/** Runs a query; if it finds nothing, also the nearest relaxed query that does. Returns what an answer is composed from. */
export async function runQuery(
  incidents: Incidents,
  { query: asked, unread, assumed, caveats, alternatives }: ParsedQuery,
): Promise<AnswerContext> {
  const coverage = await incidents.coverage();
  const query = withinScope(asked, coverage);
  const result = await incidents.find(query);
  const relaxed = result.total === 0 && !comparesSides(query.measure) && query.measure !== 'changes';
  const beyond = await findBeyond(incidents, asked, result, coverage);
  const wider = relaxed && (!beyond || beyond.gap.what === 'period');
  const nearest = wider ? await nearestResult(incidents, query) : undefined;
  const unfinished = await incidents.unfinished();
  return {
    query,
    result,
    coverage: { ...coverage, unfinished },
    unread,
    assumed,
    caveats,
    beyond,
    alternatives,
    nearest,
  };
}

/** Runs a query from its first page and composes the answer as a file. */
export async function exportQuery(
  incidents: Incidents,
  meaning: ParsedQuery,
  { rows = 'answer', ...request }: Pick<ExportRequest, 'as' | 'why'> & Partial<ExportRequest>,
  askedAt: Date,
): Promise<Answer> {
  const context = await runQuery(incidents, { ...meaning, query: { ...meaning.query, offset: 0 } });
  const read = readWords(meaning.readings, undefined);
  const why = request.why ?? (read && explain({ ...context, read }));
  // Loaded only when needed, to keep start-up fast.
  const { composeExportFile: exportOf } = await import('../answers/exports/export.ts');
  return exportOf(incidents, context, { as: request.as, rows, ...(why ? { why } : {}) }, askedAt);
}

/** The first relaxed query that finds something, with its result. */
async function nearestResult(incidents: Incidents, query: Query) {
  for (const relaxed of relaxQuery(query)) {
    const result = await incidents.find(relaxed.query);
    if (result.total > 0) return { ...relaxed, result };
  }
  return undefined;
}
