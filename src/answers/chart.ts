import type { TimeUnit } from '../incidents/units.ts';
import type { Attachment } from './attachment.ts';
import { day, timeKey } from './wording/dates.ts';
import { clean, number } from './wording/words.ts';

export interface ChartPoint {
  /** A key of time in a series ("2016-03"), else a name. */
  label: string;
  value: number;
  /** Of a toll: the low and the high estimate. */
  low?: number;
  high?: number;
  /** A unit of time that is not whole in the question or in the data. */
  partial?: boolean;
}

/** A series, a ranking or sides of a comparison, to be drawn; a renderer without pictures shows bars or the table. */
export interface Chart {
  title: string;
  /** What around: "in Iraq in 2016". */
  about?: string;
  unit: string;
  points: ChartPoint[];
  /** Of a series. */
  by?: TimeUnit;
  /** The last day the data has, "2019-06-23". */
  end?: string;
  /** Whose data it is. */
  credit?: string;
  picture?: Attachment;
}

const most = 60;

const labelOf = (chart: Chart, { label }: ChartPoint) => (chart.by ? timeKey(label) : clean(label, 80));

function figure(chart: Chart, point: ChartPoint): string {
  const { value, low, high, partial } = point;
  const range = low !== undefined && high !== undefined && (low !== value || high !== value);
  return `${labelOf(chart, point)}: ${number(value)}${range ? ` (${number(low)} to ${number(high)})` : ''}${partial ? ' (incomplete)' : ''}`;
}

/** The chart in words: the same figures, for those who do not see it. */
export function chartWords(chart: Chart): string {
  const { points, title, about, by } = chart;
  const shown = points.length > most ? points.toSorted((a, b) => b.value - a.value).slice(0, most) : points;
  const figures = shown.map((p) => figure(chart, p)).join('; ');
  const which = shown.length < points.length ? `The highest ${most} of ${number(points.length)}: ` : '';
  const kind = by ? `Bar chart over time` : 'Bar chart';
  const end = chart.end && by ? ` The data ends on ${day(chart.end)}.` : '';
  return `${kind}. ${title}${about ? ` ${about}` : ''}. ${points.length ? `${which}${figures}.` : 'Nothing to draw.'}${end}`;
}
