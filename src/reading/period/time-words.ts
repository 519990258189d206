import { namePattern } from './holidays/names.ts';

/** How the words begin without which, and without a figure, no time is told. Names of holidays have their own list. */
const beginnings = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  ...['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  ...['second', 'minute', 'hour', 'day', 'night', 'week', 'fortnight', 'month', 'holiday'],
  ...['quarter', 'half', 'year', 'decade', 'century'],
  ...['spring', 'summer', 'autumn', 'fall', 'winter'],
  ...['today', 'yesterday', 'tomorrow', 'tonight', 'tonite', 'overnight', 'now', 'date', 'present', 'ytd', 'mtd'],
  ...['morning', 'noon', 'mid-?day', 'mid-?night', 'afternoon', 'evening'],
  ...['tens', 'twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet', 'nought'],
];
const short = ['sec', 'min', 'hr', 'wk', 'mth', 'mo', 'qtr', 'yr'];
const any = new RegExp(`\\d|\\b(?:${beginnings.join('|')}|(?:${short.join('|')})s?\\b)`, 'i');

/** Whether the words can tell a time at all: cheap, and true for some that do not. */
export const mayTellTime = (text: string): boolean => any.test(text) || namePattern.test(text);
