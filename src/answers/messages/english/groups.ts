import { eventTypeById } from '../../../incidents/event-types.ts';
import type { Query, Unit } from '../../../incidents/query.ts';
import { hourOf, sidesOf, weekdayNumbered } from '../group-keys.ts';
import { actorName, plainName } from '../names.ts';
import { timeKey } from './dates.ts';
import { shortKinds } from './filter.ts';
import { clean, list } from './text.ts';

/** What groups are by, one and many. */
export const unitWords: Record<Unit, [string, string]> = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  quarter: ['quarter', 'quarters'],
  half: ['half-year', 'half-years'],
  year: ['year', 'years'],
  season: ['season', 'seasons'],
  weekday: ['day of the week', 'days of the week'],
  hour: ['hour of the day', 'hours of the day'],
  place: ['place', 'places'],
  district: ['district', 'districts'],
  admin1: ['province', 'provinces'],
  country: ['country', 'countries'],
  actor: ['actor', 'actors'],
  pair: ['pair of sides', 'pairs of sides'],
  conflict: ['conflict', 'conflicts'],
  eventType: ['kind of incident', 'kinds of incident'],
  source: ['source', 'sources'],
};

/** The months are said, because seasons of the south are others. */
const seasons = {
  winter: 'winter (December to February)',
  spring: 'spring (March to May)',
  summer: 'summer (June to August)',
  autumn: 'autumn (September to November)',
};

/** The name of a group: "March 2016", "Monday", "airstrikes", "IS and SDF". */
export function keyWords(by: Unit | undefined, key: string): string {
  if (by === 'eventType') return eventTypeById(key)?.many ?? key;
  if (by === 'actor') return actorName(key);
  if (by === 'admin1' || by === 'district' || by === 'place') return clean(plainName(key), 100);
  if (by === 'pair') return clean(list(sidesOf(key).map(actorName)), 200);
  if (by === 'season') return seasons[key as keyof typeof seasons] ?? key;
  if (by === 'weekday') return weekdayNumbered('en-GB', Number(key));
  return by === 'hour' ? list(hourOf(key), 'to') : clean(timeKey(key), 100);
}

/** What is counted: "attacks", "people killed". */
export const measuredWords = ({ of, filter }: Pick<Query, 'of' | 'filter'>, n = 2): string =>
  of === 'incidents' ? shortKinds(filter, n) : of === 'civilians killed' ? 'civilians killed' : `people ${of}`;
