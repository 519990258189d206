import { clockParsers } from './clock.ts';
import { dayListParsers } from './day-lists.ts';
import { dayPartParsers } from './day-parts.ts';
import { holidayParsers } from './holidays.ts';
import { leadParsers } from './modifiers.ts';
import { dayParsers, monthParsers } from './months.ts';
import { moveParsers } from './moves.ts';
import { nearParsers } from './near.ts';
import { numberParsers } from './numbers.ts';
import { openParsers } from './open-ends.ts';
import { quarterParsers } from './quarters.ts';
import { rollingParsers } from './rolling.ts';
import { seasonParsers } from './seasons.ts';
import { unitParsers } from './units.ts';
import { weekParsers } from './weeks.ts';
import { yearParsers } from './years.ts';

/** Every family of time words. */
export const families = [
  ...moveParsers,
  ...leadParsers,
  ...openParsers,
  ...holidayParsers,
  ...numberParsers,
  ...quarterParsers,
  ...dayListParsers,
  ...dayParsers,
  ...monthParsers,
  ...seasonParsers,
  ...weekParsers,
  ...unitParsers,
  ...rollingParsers,
  ...nearParsers,
  ...dayPartParsers,
  ...clockParsers,
  ...yearParsers,
];
