import { countryIn } from '../countries.ts';
import { plainKinds, type RowMessages } from '../row.ts';
import { apart, count, list, locale, number } from './filter.ts';
import { type } from './incident.ts';
import { nouns } from './nouns.ts';

export const row: RowMessages = {
  locale,
  undated: 'بلا تاريخ',
  name: apart,
  kind: (r) => type({ ...r, eventTypes: plainKinds(r) }),
  versus: (sides) => sides.map(apart).join(' ضد '),
  deed: (kind, by, on) =>
    [kind, by.length ? `من ${list(by.map(apart))}` : '', on.length ? `ضد ${list(on.map(apart))}` : '']
      .filter(Boolean)
      .join(' '),
  somewhere: (name) => `في مكان ما من ${name}`,
  between: (one, other) => `بين ${one} و${other}`,
  country: (name) => apart(countryIn('ar', name)),
  harm: (kind, n, range, group) =>
    `${n === 0 && range ? `حتى ${count(range[1], nouns[kind].forms)}` : count(n, nouns[kind].forms)}${range && n > 0 ? ` (من ${number(range[0])} إلى ${number(range[1])})` : ''}${group ? ` (${group})` : ''}`,
  none: (kind, group) => `لم يُبلَّغ عن ${nouns[kind].all}${group ? ` (${group})` : ''}`,
  some: (kind, group) => `عدد غير معروف من ${nouns[kind].all}${group ? ` (${group})` : ''}`,
};
