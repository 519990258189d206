import type { TimeUnit } from '../../incidents/time-units.ts';
import type { Language } from '../../kernel/language.ts';
import { clean } from '../messages/english/text.ts';
import { pictureLabelsFor } from '../messages/localize-pictures.ts';

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
  /** Of its words; English where none is told. */
  language?: Language | undefined;
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
}

const most = 60;

function figure({ by, language }: Chart, { label, value, low, high, partial }: ChartPoint): string {
  const words = pictureLabelsFor(language);
  const name = by ? words.key(by, label) : words.name(clean(label, 80));
  const range = low !== undefined && high !== undefined && (low !== value || high !== value);
  const said = range ? words.range(value, low, high) : words.number(value);
  return `${words.labelled(name, said)}${partial ? words.chart.incomplete : ''}`;
}

/** The chart in words: the same figures, for those who do not see it. */
export function chartWords(chart: Chart): string {
  const { points, title, about, by, end, language } = chart;
  const words = pictureLabelsFor(language);
  const shown = points.length > most ? points.toSorted((a, b) => b.value - a.value).slice(0, most) : points;
  const figures = shown.map((p) => figure(chart, p)).join(words.between);
  const which = shown.length < points.length ? words.chart.highest(most, points.length) : '';
  const told = points.length ? `${which}${figures}.` : words.chart.nothing;
  const ends = end && by ? ` ${words.chart.dataEnds(end)}` : '';
  return `${words.chart.kind(by !== undefined)}. ${title}${about ? ` ${about}` : ''}. ${told}${ends}`;
}
