import { dayOf, isoOf, type Row } from './write.ts';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const two = (n: number) => String(n).padStart(2, '0');
const dates = {
  iso: isoOf,
  long: (i: number) =>
    `${two(dayOf(i).getUTCDate())} ${monthNames[dayOf(i).getUTCMonth()]} ${dayOf(i).getUTCFullYear()}`,
  short: (i: number) =>
    `${dayOf(i).getUTCDate()}-${monthNames[dayOf(i).getUTCMonth()]?.slice(0, 3)}-${String(dayOf(i).getUTCFullYear()).slice(2)}`,
  dashed: (i: number) =>
    `${two(dayOf(i).getUTCDate())}-${monthNames[dayOf(i).getUTCMonth()]}-${dayOf(i).getUTCFullYear()}`,
};

const kinds = [
  ['Battles', 'Armed clash', 'Political violence'],
  ['Explosions/Remote violence', 'Air/drone strike', 'Political violence'],
  ['Violence against civilians', 'Attack', 'Political violence'],
  ['Protests', 'Peaceful protest', 'Demonstrations'],
  ['Strategic developments', 'Agreement', 'Strategic developments'],
] as const;
const oldKinds = [
  'Battle-No change of territory',
  'Riots/Protests',
  'Remote violence',
  'Violence against civilians',
  'Headquarters or base established',
];

/** An event of the years since 2023; made up, as every row here. */
export function current(i: number): Row {
  const [type, sub, disorder] = kinds[i % kinds.length] as (typeof kinds)[number];
  const onCivilians = type === 'Violence against civilians';
  return {
    event_id_cnty: `IRQ${10_000 + i}`,
    event_date: isoOf(i),
    year: dayOf(i).getUTCFullYear(),
    time_precision: 1 + (i % 3),
    disorder_type: disorder,
    event_type: type,
    sub_event_type: sub,
    actor1: onCivilians ? 'Civilians (Iraq)' : 'Military Forces of Iraq (2014-)',
    assoc_actor_1: i % 4 ? '' : 'Popular Front (Iraq); Labour Group (Iraq)',
    inter1: onCivilians ? 'Civilians' : 'State forces',
    actor2: onCivilians ? 'Unidentified Armed Group (Iraq)' : 'Red Brigade and/or Blue Brigade',
    assoc_actor_2: '',
    inter2: onCivilians ? 'Political militia' : 'Rebel group',
    interaction: onCivilians ? 'Political militia-Civilians' : 'State forces-Rebel group',
    civilian_targeting: onCivilians ? 'Civilian targeting' : '',
    iso: 368,
    region: 'Middle East',
    country: 'Iraq',
    admin1: 'Al Anbar',
    admin2: 'Al-Ka’im',
    admin3: '',
    location: `Town ${i % 50}`,
    latitude: 33 + (i % 100) / 100,
    longitude: 43 + (i % 90) / 100,
    geo_precision: 1 + (i % 3),
    source: 'Al Wire; Desert Post',
    source_scale: 'National',
    notes: `On that day, number ${i}, two groups met, "they said".`,
    fatalities: i % 6,
    tags: i % 5 === 3 ? 'crowd size=about 200' : '',
    timestamp: 1_700_000_000 + i,
  };
}

const inter = (value: string | number | undefined) =>
  ({ 'State forces': 1, 'Rebel group': 2, 'Political militia': 3, Civilians: 7 })[String(value)] ?? 0;

/** 2018 to 2023: codes are numbers. */
export function numbered(i: number): Row {
  const { disorder_type, civilian_targeting, tags, timestamp, event_id_cnty, event_date, ...rest } = current(i);
  return {
    data_id: 7_000_000 + i,
    event_id_cnty: String(event_id_cnty),
    event_id_no_cnty: 10_000 + i,
    event_date: dates.long(i),
    ...rest,
    inter1: inter(rest.inter1),
    inter2: inter(rest.inter2),
    interaction: `${inter(rest.inter1)}${inter(rest.inter2)}`,
    timestamp: Number(timestamp),
    iso3: 'IRQ',
  };
}

/** Files of the API of 2016, saved again with an index column. */
export function indexed(i: number): Row {
  const row = numbered(i);
  return {
    '': i,
    actor1: row.actor1 ?? '',
    actor2: row.actor2 ?? '',
    admin1: row.admin1 ?? '',
    admin2: row.admin2 ?? '',
    admin3: '',
    ally_actor_1: row.assoc_actor_1 ?? '',
    ally_actor_2: '',
    country: 'Iraq',
    data_id: row.data_id ?? '',
    event_date: dates.short(i),
    event_id_cnty: `${i}IRQ`,
    event_id_no_cnty: i,
    event_type: oldKinds[i % oldKinds.length] as string,
    fatalities: row.fatalities ?? '',
    geo_precision: row.geo_precision ?? '',
    gwno: 645,
    inter1: row.inter1 ?? '',
    inter2: row.inter2 ?? '',
    interaction: row.interaction ?? '',
    latitude: row.latitude ?? '',
    location: row.location ?? '',
    longitude: row.longitude ?? '',
    notes: row.notes ?? '',
    source: row.source ?? '',
    time_precision: row.time_precision ?? '',
    year: row.year ?? '',
  };
}

/** 2015: names in capitals. */
export const capitals = (i: number): Row =>
  Object.fromEntries(
    Object.entries({ ...indexed(i), event_date: dates.dashed(i) })
      .filter(([key]) => key !== '' && key !== 'data_id')
      .map(([key, value]) => [key.toUpperCase(), value]),
  );

/** An extract without ids, actors and positions. */
export function extract(i: number): Row {
  const row = current(i);
  const keys = [
    'region',
    'country',
    'year',
    'event_date',
    'source',
    'admin1',
    'admin2',
    'admin3',
    'location',
    'event_type',
    'sub_event_type',
    'interaction',
    'fatalities',
    'timestamp',
  ];
  return { '': i, ...Object.fromEntries(keys.map((key) => [key, row[key] ?? ''])), event_date: dates.dashed(i) };
}
