import { eventTypeOfCode } from '../../event-types.ts';
import type { Attribution, Casualty, Dataset, Incident, Where } from '../../incident.ts';
import { type Cells, listOf, pointOf, required, textOf } from '../cell-values.ts';
import { type DateReader, dateReader } from '../dates.ts';
import { figuresOf } from '../figures.ts';
import type { Format } from '../format.ts';
import { withoutSpaces } from '../record-ids.ts';

const by = 'Insecurity Insight';

const dataset: Dataset = {
  id: 'insecurity-insight',
  name: 'Insecurity Insight, Security in Numbers Database (SiND)',
  licence: 'as stated on the page of the file (HDX)',
  citation: 'Insecurity Insight, Security in Numbers Database (SiND), https://insecurityinsight.org',
  url: 'https://insecurityinsight.org',
  redistribution: 'forbidden',
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

const columnsOfTypes: [RegExp, string][] = [
  [/_kidnapped$/, 'abduction'],
  [/sexually_assaulted$/, 'sexual-violence'],
  [/looting/, 'looting'],
  [/_arrested$/, 'arrest'],
];

function typesOf(cells: Cells): string[] {
  const figures = figuresOf(cells, by);
  const weapons = listOf(cells.weapon_carried_used, /[;,]/).flatMap((w) => eventTypeOfCode('insight', w)?.id ?? []);
  const byColumn = columnsOfTypes.flatMap(([pattern, type]) =>
    Object.keys(cells).some((key) => pattern.test(key) && (figures.figure(key)?.high ?? 0) > 0) ? [type] : [],
  );
  const types = [...new Set([...weapons, ...byColumn])];
  return types.length ? types : ['violence'];
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
  const weapon = textOf(cells.weapon_carried_used);
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

/** Insecurity Insight's files of attacks on health care, aid workers, education: one event a row. */
export const insecurityInsight: Format = {
  name: 'insecurity-insight',
  dataset,
  columns: [['date', 'event_description', 'country', 'sind_event_id']],
  reader: (sample) => {
    const date = dateReader(sample, ['date']);
    return (cells) => incidentOf(cells, date);
  },
};
