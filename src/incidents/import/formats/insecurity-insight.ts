import { withoutCorrections } from '../../apply-correction.ts';
import { kindsCodedBy } from '../../dataset-scope.ts';
import { eventTypeOfCode, withDescendants } from '../../event-types.ts';
import type { Attribution, Casualty, Dataset, Incident, IncidentRecord, Where } from '../../incident.ts';
import { type Cells, listOf, pointOf, required, textOf } from '../cell-values.ts';
import { type DateReader, dateReader } from '../dates.ts';
import { figuresOf } from '../figures.ts';
import type { Format } from '../format.ts';
import { withoutSpaces } from '../record-ids.ts';

const by = 'Insecurity Insight';

const dataset: Dataset = {
  id: 'insecurity-insight',
  name: 'Insecurity Insight, Security in Numbers Database (SiND)',
  short: 'Insecurity Insight',
  licence: 'as stated on the page of the file (HDX)',
  citation: 'Insecurity Insight, Security in Numbers Database (SiND), https://insecurityinsight.org',
  url: 'https://insecurityinsight.org',
  redistribution: 'forbidden',
  scope: {
    kinds: kindsCodedBy('insight', 'violence', 'abduction', 'arrest'),
    casualties: ['killed', 'wounded', 'abducted', 'arrested'],
    groups: ['aid workers', 'health workers', 'educators', 'students'],
    sides: false,
    selected: false,
    rounding: 'Places are rounded to a settlement, a district or a province.',
    definition: 'Incidents that affect aid work, health care or education; the dead are of these groups alone.',
  },
};

/** "Health Workers Killed", "Students Injured", …; not their parts ("Female Aid Workers Killed"). */
const casualtyColumn =
  /^(?!international|national|female|male|known)([a-z]+(?:_[a-z]+)?)_(killed|injured|kidnapped|arrested)$/;
const casualtyFields = { killed: 'killed', injured: 'wounded', kidnapped: 'abducted', arrested: 'arrested' } as const;

/** 0 killed is "none reported"; other zeros are left out. */
function casualtiesOf(cells: Cells, figures: ReturnType<typeof figuresOf>): Casualty[] {
  const groups = new Map<string, Casualty>();
  for (const key of Object.keys(cells)) {
    const [, people, done] = key.match(casualtyColumn) ?? [];
    const figure = people ? figures.figure(key) : undefined;
    if (!people || figure === undefined || (figure.high === 0 && done !== 'killed')) continue;
    const group = people.replace('_', ' ');
    const casualty = groups.get(group) ?? { group, by };
    casualty[casualtyFields[done as keyof typeof casualtyFields]] = figure.high === 0 ? 'none reported' : figure;
    groups.set(group, casualty);
  }
  return [...groups.values()];
}

const precisions: [RegExp, Where['precision']][] = [
  [/exact|precise/i, 'exact'],
  [/\b25 ?km/i, 'near'],
  [/settlement|town|city|village|approx|near/i, 'near'],
  [/district|admin ?2/i, 'district'],
  [/province|region|state|admin ?1/i, 'province'],
  [/country|national|admin ?0/i, 'country'],
];

/** Without a stated precision, a position is taken for the centre of the province. */
function whereOf(cells: Cells): Where {
  const admin1 = textOf(cells.admin_1);
  const stated = precisions.find(([pattern]) => pattern.test(cells.geo_precision ?? ''))?.[1];
  return {
    description: textOf(cells.location_of_incident) ?? textOf(cells.location),
    admin1,
    country: required(cells, 'country'),
    ...pointOf(cells, 'latitude', 'longitude'),
    precision: stated ?? (admin1 ? 'province' : 'country'),
    basis: 'source',
  };
}

/** Each type once, without those that another one is a kind of. */
function specific(types: readonly string[]): string[] {
  const own = [...new Set(types)];
  const finer = own.filter((type) => !own.some((other) => other !== type && withDescendants([type]).includes(other)));
  return finer.length ? finer : ['violence'];
}

const columnsOfTypes: [RegExp, string][] = [
  [/_kidnapped$/, 'abduction'],
  [/sexually_assaulted$/, 'sexual-violence'],
  [/looting/, 'looting'],
  [/_arrested$/, 'arrest'],
];

// Those of the theme of explosive weapons tell the weapon first: a grenade, then how it came.
const weaponColumns = ['weapon_carried_used', 'explosive_weapon_type', 'launch_type'];

function typesOf(cells: Cells): string[] {
  const figures = figuresOf(cells, by);
  const weapons = weaponColumns
    .flatMap((column) => listOf(cells[column], /[;,]/))
    .flatMap((w) => eventTypeOfCode('insight', w)?.id ?? []);
  const byColumn = columnsOfTypes.flatMap(([pattern, type]) =>
    Object.keys(cells).some((key) => pattern.test(key) && (figures.figure(key)?.high ?? 0) > 0) ? [type] : [],
  );
  return specific([...weapons, ...byColumn]);
}

/** The perpetrator is the one that reports name: blamed, not observed. */
function attributionsOf(cells: Cells): Attribution[] {
  const name = [cells.reported_perpetrator_name, cells.reported_perpetrator]
    .map(textOf)
    .find((n) => n !== undefined && !/^no information$/i.test(n));
  return name ? [{ actor: name, status: 'blamed', by: `reports collected by ${by}` }] : [];
}

function incidentOf(cells: Cells, date: DateReader): Incident {
  const day = date(cells, 'date');
  const figures = figuresOf(cells, by);
  const casualties = casualtiesOf(cells, figures);
  const weapon = textOf(cells.weapon_carried_used) ?? textOf(cells.explosive_weapon_type);
  const target = textOf(cells.organisation_affected);
  return {
    kind: 'incident',
    id: `insecurity-insight:${withoutSpaces(required(cells, 'sind_event_id'))}`,
    summary: textOf(cells.event_description),
    when: { start: day, end: day, precision: 'day', basis: 'source' },
    where: whereOf(cells),
    eventTypes: typesOf(cells),
    actors: target ? [{ actor: target, role: 'target' }] : [],
    attributions: attributionsOf(cells),
    casualties,
    reports: [{ publisher: by }],
    details: [
      ...(weapon && !/^no information$/i.test(weapon) ? [{ topic: 'weapon' as const, text: weapon, by }] : []),
      ...figures.kept,
    ],
    flags: figures.flags(),
  };
}

const withoutNothing = (where: Where): Partial<Where> =>
  Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));

/** The figures of both views: of a group and a kind of harm, those of the later one. */
function joinedCasualties(a: readonly Casualty[], b: readonly Casualty[]): Casualty[] {
  const byGroup = Map.groupBy([...a, ...b], ({ group }) => group);
  return [...byGroup.values()].map((all) => Object.assign({}, ...all) as Casualty);
}

/**
 * Each theme is a view of the same events with some of the columns: what one has adds to the other, and what both have
 * is as the later row has it.
 */
function addView(existing: IncidentRecord, added: IncidentRecord): IncidentRecord {
  const before = withoutCorrections(existing);
  if (before.kind !== 'incident' || added.kind !== 'incident' || before.id !== added.id) return added;
  const { accounts: _, ...own } = before;
  const placed = added.where.lat !== undefined || before.where.lat === undefined ? added.where : before.where;
  const key = (value: unknown) => JSON.stringify(value);
  const union = <T>(a: readonly T[], b: readonly T[]): T[] => [
    ...new Map([...a, ...b].map((one) => [key(one), one])).values(),
  ];
  return {
    ...own,
    ...added,
    where: { ...before.where, ...withoutNothing(added.where), precision: placed.precision },
    eventTypes: specific([...before.eventTypes, ...added.eventTypes]),
    actors: union(before.actors, added.actors),
    attributions: union(before.attributions, added.attributions),
    casualties: joinedCasualties(before.casualties, added.casualties),
    details: union(before.details, added.details),
    flags: union(before.flags, added.flags),
  };
}

/** Insecurity Insight's files of attacks on health care, aid workers, education: one event a row. */
export const insecurityInsight: Format = {
  name: 'insecurity-insight',
  dataset,
  columns: [['date', 'event_description', 'country', 'sind_event_id']],
  reader: (sample) => {
    const date = dateReader(sample, ['date']);
    return (cells) => incidentOf(cells, date);
  },
  merge: addView,
};
