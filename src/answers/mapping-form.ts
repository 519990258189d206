import { type Field, fieldNames, type Mapping } from '../incidents/import/mapping/mapping.ts';
import type { Form, FormField } from '../kernel/form.ts';
import { clean } from './messages/english/text.ts';

const when: readonly Field[] = ['date', 'end', 'year', 'month', 'day', 'time'];
const where: readonly Field[] = [
  'country',
  'admin1',
  'admin2',
  'place',
  'description',
  'latitude',
  'longitude',
  'coordinates',
];
const people: readonly Field[] = [
  'killed',
  'killedLow',
  'killedHigh',
  'civiliansKilled',
  'wounded',
  'abducted',
  'arrested',
  'attacker',
  'target',
  'actor',
];
const words: readonly Field[] = fieldNames.filter((field) => ![...when, ...where, ...people].includes(field));

const pair = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [`${name}: ${value}`]);
const columnsIn = ({ columns }: Mapping, fields: readonly Field[]): string[] =>
  fields.flatMap((field) => pair(field, columns[field]));

const groupsIn = ({ groups }: Mapping): string[] =>
  Object.entries(groups).flatMap(([group, fields]) =>
    Object.entries(fields).map(([field, column]) => `${group} ${field}: ${column}`),
  );

/** The parts of a mapping that are asked one after the other, by the option that sets each. */
const sections: { name: keyof MappingSettings; label: string; hint: string; said(mapping: Mapping): string[] }[] = [
  {
    name: 'setWhen',
    label: 'When',
    hint: 'date, end, time, or year, month and day; dates: day-first or month-first',
    said: (m) => [...columnsIn(m, when), ...pair('dates', m.dates)],
  },
  {
    name: 'setWhere',
    label: 'Where',
    hint: 'country (a column, or the country of all rows), admin1, admin2, place, latitude, longitude, coordinates; precision',
    said: (m) => [
      ...pair('country', m.columns.country ?? m.country),
      ...columnsIn(m, where.slice(1)),
      `precision: ${m.precision}`,
    ],
  },
  {
    name: 'setPeople',
    label: 'Who, and how many',
    hint: 'killed, wounded, abducted, arrested, also of a group (police killed: …); attacker, target, actor',
    said: (m) => [...columnsIn(m, people), ...groupsIn(m)],
  },
  {
    name: 'setKinds',
    label: 'What',
    hint: 'type, then values (Car bomb = car-bomb) and otherwise; id, title, summary, link, publisher',
    said: (m) => [
      ...columnsIn(m, words),
      ...Object.entries(m.types).map(([value, type]) => `${value} = ${type}`),
      ...pair('otherwise', m.otherwise),
    ],
  },
  {
    name: 'setDataset',
    label: 'Whose',
    hint: 'dataset (its short name), name, licence, citation, url; kind: incident or report',
    said: ({ dataset, kind }) => [
      ...pair('dataset', dataset.id),
      ...(['name', 'licence', 'citation', 'url'] as const).flatMap((key) => pair(key, dataset[key])),
      `kind: ${kind}`,
    ],
  },
];

/** The options that set parts of a mapping. */
export const settings = ['setWhen', 'setWhere', 'setPeople', 'setKinds', 'setDataset'] as const;
export type MappingSettings = Partial<Record<(typeof settings)[number], string | undefined>>;

/** What a mapping says now, by the option that changes it. */
export const settingsOf = (mapping: Mapping): MappingSettings =>
  Object.fromEntries(sections.map(({ name, said }) => [name, said(mapping).join('; ')]));

/** The form to change a mapping, filled with what it says (`now`). `options`: those of the import. */
export const mappingForm = (file: string, now: MappingSettings, options: Record<string, unknown>): Form => ({
  title: `How to read ${clean(file, 80)}`,
  submit: 'Read it so',
  command: 'import',
  options,
  fields: sections.map(({ name, label, hint }): FormField => {
    const value = now[name];
    return { name, label, hint, long: false, most: 2000, ...(value ? { value } : {}), required: false };
  }),
});
