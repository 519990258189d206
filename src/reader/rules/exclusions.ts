import { made, type Rule, rule } from '../grammar.ts';
import type { Excluded } from '../item.ts';

const out = (value: Excluded) => made('excluded', value);

/** "except Baghdad", "not in Borno or Yobe", "without airstrikes", "other than by the army". */
export const exclusions: Rule[] = [
  rule('not where', ['neg', 'where'], (_, places) => out({ places }), 1.2),
  rule(
    'outside',
    ['out', 'place'],
    (_, p) => (p.people ? undefined : out({ places: { relation: 'in', places: [p] } })),
    1.4,
  ),
  rule(
    'outside places',
    ['out', 'places'],
    (_, { all, joint }) => out({ places: { relation: 'in', places: all, joint } }),
    1.4,
  ),
  rule(
    'outside both places',
    ['out', 'both', 'places'],
    (_, __, { all, joint }) => out({ places: { relation: 'in', places: all, joint } }),
    1.4,
  ),
  rule('not party', ['neg', 'party'], (_, { all }) => out({ actors: all }), 1.2),
  rule('not kinds', ['neg', 'kinds'], (_, kinds) => (kinds.includes('violence') ? undefined : out({ kinds })), 1),
  rule('kinds out', ['kinds', 'leftout'], (kinds) => (kinds.includes('violence') ? undefined : out({ kinds })), 1),
  rule('party out', ['party', 'leftout'], ({ all }) => out({ actors: all }), 1),
  rule('where out', ['where', 'leftout'], (places) => out({ places }), 0.8),
  rule('leave where out', ['leave', 'where', 'leftout'], (_, places) => out({ places }), 1.4),
  rule('neg where out', ['neg', 'where', 'leftout'], (_, places) => out({ places }), 1.4),
  rule('not time', ['neg', 'time'], (word, time) => (word === 'fall' ? undefined : out({ times: [time] })), 1),
  rule('not times', ['neg', 'times'], (_, { all }) => out({ times: all }), 1),
  rule('time out', ['time', 'leftout'], (time) => out({ times: [time] }), 0.8),
  rule('not actors', ['neg', 'actors'], (_, { all }) => out({ actors: all }), 1.3),
  rule(
    'not the unit',
    ['neg', 'unit'],
    (_, unit) => (unit === 'place' || unit === 'admin1' ? out({ unit }) : undefined),
    0.6,
  ),
  rule('more', ['excluded', 'and', 'excluded'], (a, _, b) => out({ ...a, ...b }), 0.3),
];
