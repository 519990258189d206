import { eventTypeById } from '../../../incidents/event-types.ts';
import type { Query, Unit } from '../../../incidents/query.ts';
import { timeKey } from './dates.ts';
import { shortKinds } from './filter.ts';
import { clean } from './text.ts';

/** What groups are by, one and many. */
export const unitWords: Record<Unit, [string, string]> = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  year: ['year', 'years'],
  place: ['place', 'places'],
  admin1: ['province', 'provinces'],
  country: ['country', 'countries'],
  actor: ['actor', 'actors'],
  eventType: ['kind of incident', 'kinds of incident'],
  source: ['source', 'sources'],
};

/** The name of a group: "March 2016", "airstrikes". */
export const keyWords = (by: Unit | undefined, key: string): string =>
  by === 'eventType' ? (eventTypeById(key)?.many ?? key) : clean(timeKey(key), 100);

/** What is counted: "attacks", "people killed". */
export const measuredWords = ({ of, filter }: Query, n = 2): string =>
  of === 'incidents' ? shortKinds(filter, n) : of === 'civilians killed' ? 'civilians killed' : `people ${of}`;
