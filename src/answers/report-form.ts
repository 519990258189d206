import type { DraftIncident } from '../extraction/draft.ts';
import { type Casualty, casualtyKinds, type Incident, type Toll } from '../incidents/incident.ts';
import type { Form, FormField } from '../kernel/form.ts';
import { when } from './messages/english/dates.ts';

const longText = 4000;
const line = (name: string, label: string, hint: string, value?: string): FormField => ({
  name,
  label,
  hint,
  long: false,
  most: 300,
  ...(value ? { value } : {}),
  required: false,
});

/** The form to paste a text: five fields, Discord's maximum. */
export const pasteForm = (): Form => ({
  title: 'Report incidents',
  submit: 'Read it',
  command: 'report',
  options: {},
  fields: [
    {
      name: 'text',
      label: 'The article or message',
      hint: 'Paste it as it is',
      long: true,
      most: longText,
      required: true,
    },
    {
      name: 'more',
      label: 'The rest of it',
      hint: 'Where it does not fit above',
      long: true,
      most: longText,
      required: false,
    },
    line('source', 'Who published it', 'Reuters, a ministry, a person'),
    line('link', 'Link', 'https://…'),
    line('date', 'Published on', '2020-07-13; decides what “Saturday” means'),
  ],
});

const place = ({ where }: Incident): string =>
  where.between
    ? `between ${where.between[0].name} and ${where.between[1].name}`
    : (where.precision === 'near' ? 'near ' : '') +
      [where.place ?? where.description, where.admin1, where.country].filter(Boolean).join(', ');

const actors = ({ actors, attributions }: Incident): string =>
  [
    ...actors.map((a) => `${a.role === 'party' ? 'side' : a.role}: ${a.actor}`),
    ...attributions.map((a) => `${a.status}: ${a.actor}${a.by === a.actor ? '' : ` by ${a.by}`}`),
  ].join('; ');

const amount = (toll: Toll): string =>
  typeof toll === 'object' ? String(toll.best) : toll === 'none reported' ? 'no' : 'some';
const deeds = { killed: 'casualties', wounded: 'injuries', abducted: 'abducted', arrested: 'arrested' } as const;

const hurt = (c: Casualty): string[] =>
  casualtyKinds.flatMap((harm) => {
    const toll = c[harm];
    if (toll === undefined) return [];
    const group = c.group === 'all' ? 'people' : c.group;
    return [
      toll === 'none reported'
        ? `no ${c.group === 'all' ? '' : `${group} `}${deeds[harm]}`
        : `${harm} ${amount(toll)} ${group}`,
    ];
  });

/** The form to correct a draft, filled with its facts; empty where `found` is undefined. */
export function correctionForm(draft: string, number: number, found: DraftIncident | undefined): Form {
  const incident = found?.incident;
  const known = (make: (i: Incident) => string) => (incident ? make(incident) : '');
  const long = (field: FormField): FormField => ({ ...field, long: true, most: 2000 });
  return {
    title: incident ? `Correct draft ${number}` : 'Add it by hand',
    submit: incident ? 'Correct' : 'Add',
    command: 'report',
    options: { draft, number },
    fields: [
      line('place', 'Where', '“Samawah, Iraq”, “between A and B”, “unknown”', known(place)),
      line(
        'day',
        'Day',
        '2020-07-11, or “unknown”',
        known((i) => (i.when.start ? (i.when.start === i.when.end ? i.when.start : when(i.when)) : '')),
      ),
      line(
        'kind',
        'Kind',
        'airstrike, ambush, car bomb, abduction …',
        known((i) => i.eventTypes.join(', ')),
      ),
      long(line('actors', 'Who', 'attacker: gunmen; blamed: X by Y', known(actors))),
      long(
        line(
          'casualties',
          'Casualties',
          'killed 12 soldiers; wounded 7 civilians',
          known((i) => i.casualties.flatMap(hurt).join('; ')),
        ),
      ),
    ],
  };
}
