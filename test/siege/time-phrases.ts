import { seeded } from '../support/seeded.ts';

const units = 'seconds,minutes,hours,days,nights,weeks,fortnights,months,quarters,years,decades,centuries'.split(',');
const numbers = '0 1 2 3 5 12 13 24 29 30 31 60 99 365 1000 9999 1066 1900 2016 9999999 two twelve dozen couple'.split(
  ' ',
);
const days =
  'Monday,Fri,Sat,weekend,Christmas,Easter,Ramadan,Eid,Nowruz,New Year,Black Friday,Halloween,today,yesterday,tomorrow'.split(
    ',',
  );
const months = 'January,Feb,29 February,30 February,March 2016,Apr,may,31 June,June 2016,Sept,December'.split(',');
const parts = 'the morning,noon,midnight,the night,evening,5pm,9:00,25:00,23:59,the 21st,the 31st,1st'.split(',');
const wide = '2016,1492,the 1990s,the 20th century,Q3,Q3 2016,H1,spring,winter,the summer of 2014,this year'.split(',');
const leads =
  'early,late,mid,the first third of,the last week of,the 3rd Monday of,the second half of,the night of,the week of,every'
    .split(',')
    .concat(
      'before,after,since,until,from,between,within,last,next,past,this,the previous,the 2nd last,around,by'.split(','),
    );
const trails = 'ago,earlier,later,before,after,before that,since,onwards,and later,from now,or so'.split(',');
const joints = ' to ; and ; or ;-; - ; until ; of ;, ; before ; after ; in ; on ; at ; from ;/; vs ; '.split(';');

/** Phrases of time that nobody foresees, the same for the same seed; at most 500 characters. */
export function timePhrases(seed: number): () => string {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const time = () =>
    pick([() => `${pick(numbers)} ${pick(units)}`, () => pick(pick([numbers, days, months, parts, wide]))])();
  const dressed = () =>
    [random() < 0.4 ? pick(leads) : '', time(), random() < 0.25 ? pick(trails) : ''].filter(Boolean).join(' ');
  return () => {
    const most = 1 + Math.floor(40 * random() ** 4);
    const same = random() < 0.3 ? dressed() : undefined;
    let text = dressed();
    for (let i = 1; i < most; i++) text += pick(joints) + (same ?? dressed());
    return text.slice(0, 500);
  };
}
