import { briefAnswer, noBriefYet } from '../answers/briefs/brief-answer.ts';
import type { BriefData } from '../answers/briefs/brief-data.ts';
import type { Answer } from '../answers/document/answer.ts';
import type { AnswerContext } from '../answers/document/answer-context.ts';
import { redistributionOf } from '../answers/exports/content.ts';
import type { Coverage } from '../incidents/data-profile.ts';
import { daysLater } from '../incidents/day-spans.ts';
import { endOfCountry } from '../incidents/end-of-country.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { wholePeriod, withoutPeriods } from '../incidents/periods.ts';
import { type Filter, type Query, query } from '../incidents/query.ts';
import { scopeGaps } from '../incidents/scope-gap.ts';
import type { BriefUnit } from '../reading/brief-intent.ts';
import type { Caveat } from '../reading/caveat.ts';
import type { Assumed } from '../reading/span.ts';
import { beginning, type CalendarWindow, lastWhole, today, unitOf, windowsBefore } from './calendar-window.ts';
import { createRunFilter, figuresOf, findMovements, groupsOf, newcomers, type RunFilter } from './figures.ts';
import { pageOf } from './page.ts';

/** A request for a brief: its subject is the query's filter. */
export interface BriefRequest {
  query: Query;
  unit: BriefUnit;
  unread: string[];
  assumed: Assumed[];
  caveats?: Caveat[] | undefined;
}

interface BriefAsker {
  askedAt: Date;
  asker: { timeZone: string };
}

const windows = 4;
const [mostDeadly, mostClaimed, mostChanges] = [3, 5, 3];

/** The last whole unit before the data's end or the asker's day, whichever is earlier; or the one that was named. */
function spanOf({ query: { filter }, unit: wanted }: BriefRequest, end: string, now: string) {
  const asked = wholePeriod(filter);
  const named = asked && unitOf(asked);
  const unit = named ?? wanted;
  const limits = [
    { by: 'data' as const, day: daysLater(end, 1) },
    { by: 'now' as const, day: now },
    ...(asked?.end ? [{ by: 'question' as const, day: asked.end.slice(0, 10) }] : []),
  ];
  const limit = limits.reduce((a, b) => (b.day < a.day ? b : a));
  return { unit, limit: limit.by, span: lastWhole(unit, limit.day) };
}

/** The least killed that a deadly incident has, whatever the question asks of it besides. */
const deadly = ({ killed }: Filter) => ({ ...killed, min: Math.max(1, killed?.min ?? 1) });

async function sections(ask: RunFilter, filter: Filter, span: CalendarWindow, before: CalendarWindow[]) {
  const inSpan = { ...filter, period: span };
  const deadliest = await ask(
    { ...inSpan, killed: deadly(filter) },
    { measure: 'list', order: 'deadliest', limit: mostDeadly },
  );
  const claims = filter.attribution
    ? undefined
    : await ask(
        { ...inSpan, attribution: { statuses: ['claimed'], unless: ['confirmed'] } },
        { measure: 'list', order: 'deadliest', limit: mostClaimed },
      );
  return {
    deadliest: deadliest.incidents,
    ...(claims ? { claimed: { total: claims.total, incidents: claims.incidents } } : {}),
    newActors: await newcomers(ask, filter, span),
    moved: await findMovements(ask, filter, span, before),
    sources: await groupsOf(ask, inSpan, 'source'),
  };
}

/** The records corrected or retracted in the last whole unit before the asker's day, whatever their date. */
const changesIn = (filter: Filter, { start, end }: CalendarWindow, zone: string): Query =>
  query.parse({
    measure: 'changes',
    limit: mostChanges,
    filter,
    changes: { since: beginning(start, zone), before: beginning(end, zone), actions: ['correct', 'retract'] },
  });

async function datasetsOf(incidents: Incidents, { datasets }: Coverage, asked: Query): Promise<BriefData['datasets']> {
  const contributing = new Set((await incidents.selectRows({ ...asked, measure: 'list' })).datasets);
  return datasets
    .filter((d) => contributing.has(d.id))
    .map((d) => ({ ...d, forbidden: redistributionOf(d) === 'forbidden' }));
}

/** All figures of the window, queried one after the other. */
async function readBriefData(
  incidents: Incidents,
  request: BriefRequest,
  coverage: Coverage,
  { end, now, zone }: { end: string; now: string; zone: string },
): Promise<Omit<BriefData, 'madeAt'>> {
  const { unit, limit, span } = spanOf(request, end, now);
  const filter = withoutPeriods(request.query.filter);
  const { first } = coverage;
  const earlier = windowsBefore(unit, span, windows).filter((w) => first !== null && w.start >= first);
  const ask = createRunFilter(incidents);
  const { unread, assumed, caveats } = request;
  const find = async (asked: Query): Promise<AnswerContext> => {
    const result = await incidents.find(asked);
    const [gap] = scopeGaps(asked, coverage);
    const beyond = gap && { gap, answered: result.total > 0 };
    return { query: asked, result, coverage, unread, assumed, caveats, beyond, alternatives: [] };
  };
  const inSpan = (more: Pick<Query, 'measure'> & Partial<Query>) =>
    find(query.parse({ ...more, filter: { ...filter, period: span } }));
  const sum = await inSpan({ measure: 'sum', of: 'killed' });
  return {
    unit,
    span,
    limit,
    end,
    now,
    sum,
    figures: await figuresOf(ask, filter, sum.result, earlier),
    ...(await sections(ask, filter, span, earlier)),
    byDay: await inSpan({ measure: 'trend', by: 'day' }),
    map: await inSpan({ measure: 'map' }),
    changes: await find(changesIn(filter, lastWhole(unit, now), zone)),
    datasets: await datasetsOf(incidents, coverage, sum.query),
  };
}

/** Builds the brief, and the dialogue state that follow-ups continue from; without data, an answer that says so. */
export async function buildBrief(
  incidents: Incidents,
  request: BriefRequest,
  { askedAt, asker: { timeZone: zone } }: BriefAsker,
): Promise<{ answer: Answer; memory?: { query: Query; ids: string[]; why: string } }> {
  const coverage = await incidents.coverage();
  const end = endOfCountry({ query: request.query, coverage })?.last ?? coverage.last;
  if (end === null) return { answer: noBriefYet() };
  const about = await readBriefData(incidents, request, coverage, { end, now: today(askedAt, zone), zone });
  const data: BriefData = { ...about, madeAt: askedAt.toISOString() };
  const answer = briefAnswer(data, pageOf(data));
  const why = answer.parts.flatMap((p) => (p.kind === 'note' ? [p.text] : [])).join('\n');
  const list = query.parse({ measure: 'list', filter: data.sum.query.filter });
  return { answer, memory: { query: list, ids: data.deadliest.map((i) => i.id), why } };
}
