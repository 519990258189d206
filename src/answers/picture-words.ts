import { day } from './wording/dates.ts';

/** What stands in pictures beside names and figures. */
export const pictureWords = {
  band: 'low to high estimate',
  first: (n: number, of: number) => `the first ${n} of ${of}`,
  partial: 'incomplete period',
  end: (last: string) => `the data ends on ${day(last)}`,
  others: (name: string, n: number) => `${name} and ${n.toLocaleString('en-GB')} more`,
  outlines: 'Outlines: Natural Earth',
  known: 'known to the place',
  roughly: 'known to the district or an area',
  line: 'somewhere along the line',
  undrawn: (n: number) => `${n.toLocaleString('en-GB')} more in areas that are not drawn`,
  province: 'known only to the province',
  country: 'known only to the country',
  asked: (name: string, km: number, line: boolean) => `within ${km} km of ${line ? 'the line between ' : ''}${name}`,
};
