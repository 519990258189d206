import { eventTypeById } from '../../../incidents/event-types.ts';
import type { Quantity } from '../../../incidents/query.ts';
import type { ScopeMessages } from '../scope.ts';
import { day } from './dates.ts';
import { around } from './filter.ts';
import { list, number, plural } from './text.ts';

const space = (text: string) => (text ? ` ${text}` : '');
const many = (id: string) => eventTypeById(id)?.many ?? id;
const people: Record<Quantity, string> = {
  incidents: 'incidents',
  killed: 'how many people were killed',
  'civilians killed': 'how many of the dead were civilians',
  wounded: 'how many people were wounded',
  abducted: 'how many people were abducted',
  arrested: 'how many people were arrested',
};
const subject = (datasets: readonly string[], one: string, several: string) =>
  `${list(datasets)} ${datasets.length > 1 ? several : one}`;

export const englishScope: ScopeMessages = {
  kind: (datasets, kinds) => `${subject(datasets, 'does', 'do')} not record ${list(kinds.map(many), 'or')}.`,
  casualty: (datasets, of) => `${subject(datasets, 'does', 'do')} not record ${people[of]}.`,
  country: (asked, covered, more, world) =>
    `${list(asked, 'or')} ${asked.length > 1 ? 'are' : 'is'} not covered: the data has only ${list([...covered, ...(more > 0 ? [plural(more, 'more country', 'more countries')] : [])])}.${world ? ' “import ucdp” brings the world.' : ''}`,
  period: (datasets, country, edge, date, asked) =>
    `That time (${around(asked)}) is not covered: the data of ${list(datasets)}${country ? ` for ${country}` : ''} ${edge} on ${day(date)}.`,
  toll: (datasets, least) =>
    `${subject(datasets, 'records', 'record')} only incidents with at least ${plural(least, 'reported death')}.`,
  sample: (datasets, countries, whole) =>
    whole
      ? `Of ${list(countries)}, the data of ${list(datasets)} has every incident only from ${day(whole.first)} to ${day(whole.last)}, and a sample of the others. “import ucdp” brings all.`
      : `Of ${list(countries)}, the data of ${list(datasets)} has only a sample of the incidents. “import ucdp” brings all.`,
  sides: (datasets) => `${subject(datasets, 'does', 'do')} not record on which side people were killed.`,
  lost: (side, value, incidents, filter) =>
    `${plural(value, 'person was', 'people were')} killed on the side of ${side === 'own' ? list((filter.actors ?? []).map(({ name }) => name)) : side === 'governments' ? 'governments (soldiers, police and their allies)' : 'armed groups'} in ${plural(incidents, 'incident')}${space(around(filter))}.`,
  own: (actor, own, others) =>
    `${number(others)} of them ${others === 1 ? 'was' : 'were'} not on the side of ${actor}, ${number(own)} ${own === 1 ? 'was' : 'were'}.`,
  dataset: (asked, held) => `There is no data of “${asked}” here, only of ${list(held)}.`,
  elsewhere: (datasets) => `${subject(datasets, 'does', 'do')}, but not for this place and time.`,
  mentions: (n, of, filter, phrases, more) => {
    const found = list([...phrases.map((words) => `“${words}”`), ...(more > 0 ? [plural(more, 'more word')] : [])]);
    const all = `${plural(of, 'incident')}${space(around(filter))}`;
    if (of === 0) return `It has no incidents at all${space(around(filter))}.`;
    return n === 0
      ? `None of its ${all} mentions one in its text (looked for: ${found}).`
      : `${number(n)} of its ${all} ${n === 1 ? 'mentions' : 'mention'} one in the text (found by ${found}).`;
  },
  killed: (value, incidents, filter) =>
    `${plural(value, 'person was', 'people were')} killed in ${plural(incidents, 'incident')}${space(around(filter))}.`,
  show: 'Show them',
  never: 'This subscription could never send anything from the data that there is.',
};
