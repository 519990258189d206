import { eventTypeById } from '../../../incidents/event-types.ts';
import { countryName } from '../names.ts';
import { plainKinds, type RowMessages } from '../row.ts';
import { clean, list, number } from './text.ts';

export const englishRow: RowMessages = {
  locale: 'en-GB',
  undated: 'undated',
  name: (text) => text,
  kind: (r) => list(plainKinds(r).map((id) => eventTypeById(id)?.one ?? clean(id, 40))),
  versus: (sides) => sides.join(' vs '),
  deed: (kind, by, on) =>
    `${kind}${by.length ? ` by ${list(by)}` : ''}${on.length ? ` on ${list(on)}` : ''}`.replace(
      / on (.*) on /,
      ' on $1, ',
    ),
  somewhere: (name) => `somewhere in ${name}`,
  between: (one, other) => `between ${one} and ${other}`,
  country: countryName,
  harm: (kind, n, range, group) =>
    n === 0 && range
      ? `up to ${number(range[1])} ${group ? `${group} ` : ''}${kind}`
      : `${number(n)} ${group ? `${group} ` : ''}${kind}${range ? ` (${number(range[0])} to ${number(range[1])})` : ''}`,
  none: (kind, group) => `${group ? `no ${group}` : 'nobody'} reported ${kind}`,
  some: (kind, group) => `some ${group ? `${group} ` : ''}${kind}`,
};
