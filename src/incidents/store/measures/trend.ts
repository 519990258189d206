import { daysBetween } from '../../day-spans.ts';
import type { Incident } from '../../incident.ts';
import type { Unit } from '../../query.ts';
import type { Result } from '../../result.ts';
import { isCycleUnit, isTimeUnit } from '../../time-units.ts';
import { page } from '../page.ts';
import { chooseSource } from '../rollup-source.ts';
import { changedUnits } from './changed-groups.ts';
import { groupBy, totalOf } from './groups.ts';
import { withCondition } from './having.ts';
import type { MeasureInput } from './measure.ts';

/** One group for each unit of time (a month by default) in which there are incidents, the earliest first. */
export async function trend(input: MeasureInput): Promise<Partial<Result>> {
  const { db, query, matched } = input;
  const by = isTimeUnit(query.by) || isCycleUnit(query.by) ? query.by : 'month';
  const source = chooseSource(db, { ...query, by }, matched.inside);
  const { groups, ungrouped } = await groupBy(db, by, source, query.of);
  const changed = query.change ? await changedUnits({ ...input, query: { ...query, by } }, groups) : groups;
  const kept = await withCondition(input, changed);
  return { groups: kept, ungrouped, groupTotal: kept.length, total: totalOf({ groups, ungrouped }) };
}

/** Days for six weeks, weeks for half a year, months for four years, years beyond. */
function unitFor(days: number): Unit {
  if (days <= 45) return 'day';
  if (days <= 200) return 'week';
  return days <= 1500 ? 'month' : 'year';
}

async function trendOverSpan(input: MeasureInput): Promise<Partial<Result>> {
  const { db, query, matched } = input;
  const { sql, values } = matched.inside;
  const row = await db.get(`SELECT min(i.first) AS first, max(i.last) AS last FROM incident i WHERE ${sql}`, ...values);
  if (!row?.first || !row.last) return { groups: [] };
  const by = query.by ?? unitFor(daysBetween(String(row.first), String(row.last)));
  return { ...(await trend({ ...input, query: { ...query, by } })), unit: by };
}

/**
 * The trend by the unit that suits how long the incidents lasted, and the deadliest of them in the order they happened.
 */
export async function timeline(input: MeasureInput): Promise<Partial<Result>> {
  const deadliest = await page(input.db, { ...input.query, order: 'deadliest', offset: 0 }, input.matched);
  return { ...(await trendOverSpan(input)), incidents: chronological(deadliest) };
}

const chronological = (incidents: Incident[]): Incident[] =>
  incidents.toSorted((a, b) => (dateKey(a) < dateKey(b) ? -1 : dateKey(a) > dateKey(b) ? 1 : 0));
const dateKey = ({ when, id }: Incident) => `${when.start ?? '9999'} ${when.end ?? ''} ${id}`;
