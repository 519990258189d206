import type { Incident, Toll, When } from '../../incidents/incident.ts';
import type { MapPoint } from '../../incidents/incidents.ts';
import type { Filter, Query, Unit } from '../../incidents/query.ts';

/** The labels of charts. */
export interface ChartWords {
  /** Titles; `n`: how many are counted in all. */
  series(query: Query, unit: Unit, n: number): string;
  ranked(query: Query, unit: Unit, shown: number, all: number): string;
  sides(query: Query): string;
  /** The legend. */
  band: string;
  partial: string;
  end(day: string): string;
  first(n: number, of: number): string;
  /** In words, for those who do not see it. */
  kind(overTime: boolean): string;
  highest(n: number, of: number): string;
  incomplete: string;
  nothing: string;
  dataEnds(day: string): string;
}

/** The labels of maps. */
export interface MapWords {
  /** The legend. */
  known: string;
  roughly: string;
  line: string;
  province: string;
  country: string;
  undrawn(n: number): string;
  asked(name: string, km: number, line: boolean): string;
  outlines: string;
  kilometres(km: number): string;
  /** Names: of a circle that holds other places too, of what is known roughly beside a place of that name. */
  others(name: string, n: number): string;
  rough(name: string): string;
  between(one: string, other: string): string;
  /** "Baghdad and Mosul", a line as the question names it. */
  pair(name: string): string;
  unnamed: string;
  /** How many were at how many places; `said`: what is counted has been named. */
  at(incidents: number, places: number, said: boolean): string;
  alongLine(incidents: number, said: boolean): string;
  coarse(incidents: number): string;
  nowhere(incidents: number): string;
  nothingToDraw(filter: Filter, total: number): string;
  /** The table of places. */
  table(shown: number, all: number): string;
  columns: [string, string, string];
  grain: Partial<Record<MapPoint['precision'], string>>;
  /** In words, for those who do not see it. */
  map: string;
  weighed(measured: string, places: number): string;
  inAll(n: number): string;
  roughlyOf(n: number): string;
  noPlaces: string;
  provinces: string;
  countries: string;
  withoutPlace: string;
  also: string;
  corridor(km: number, name: string): string;
  circle(km: number, name: string): string;
  outline(name: string): string;
  more(n: number): string;
}

/** The labels of timelines. */
export interface TimelineWords {
  table: string;
  columns: [string, string];
  chosen(n: number): string;
  span(first: string, last: string): string;
  when(when: When): string;
  title(incident: Incident): string;
  toll(toll: Toll): string;
  unknown: string;
}

/** The labels of pictures in a language. Names are the data's own. */
export interface PictureLabels {
  rightToLeft: boolean;
  number(n: number): string;
  /** Between thousands, on an axis. */
  thousands: string;
  list(items: readonly string[]): string;
  /** Between a place and its country, and between figures of one sentence. */
  comma: string;
  between: string;
  /** "Mosul: 12" */
  labelled(name: string, figure: string): string;
  /** "120 (100 to 150)" */
  range(value: number, low: number, high: number): string;
  /** A name from the data among words. */
  name(text: string): string;
  /** A country by its English name; in capitals on the ground of a map. */
  country(name: string): string;
  ground(name: string): string;
  /** From ISO dates. */
  day(iso: string): string;
  /** On an axis, short: of a moment in milliseconds. */
  tick: { day(at: number): string; month(at: number): string };
  /** The name of a group: "March 2016", "airstrikes". */
  key(by: Unit | undefined, key: string): string;
  /** What is counted: "attacks", "people killed". */
  measured(query: Query, n?: number): string;
  /** "in Iraq in 2016" */
  around(filter: Filter): string;
  /** "7 attacks in Iraq in 2016", without a full stop. */
  counted(filter: Filter, n: number): string;
  /** After what was too long. */
  cut: string;
  chart: ChartWords;
  map: MapWords;
  timeline: TimelineWords;
}
