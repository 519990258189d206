import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../src/answers/messages/localize.ts';
import { actorName, placeName } from '../../src/answers/messages/names.ts';
import { rowFrom } from '../../src/answers/messages/row.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import { incident } from '../../src/incidents/incident.ts';
import type { Filter } from '../../src/incidents/query.ts';

const base = {
  kind: 'incident',
  id: 'wire:1',
  when: { start: '2016-03-02', end: '2016-03-02', precision: 'day', basis: 'source' },
  where: { country: 'Iraq', admin1: 'Nineveh', place: 'Mosul town', precision: 'exact', basis: 'source' },
  eventTypes: ['state-based'],
  actors: [
    { actor: 'Government of Iraq', role: 'party' },
    { actor: 'IS', role: 'party' },
  ],
  casualties: [{ group: 'all', by: 'Wire', killed: { best: 4, low: 4, high: 6 } }],
  reports: [{ publisher: 'Wire', url: 'https://example.org/1' }, { publisher: 'Wire' }, { publisher: 'Post' }],
};
const made = (more: object = {}): Incident => incident.parse({ ...base, ...more });
const mosul = { relation: 'in', name: 'Mosul', level: 'town', country: 'Iraq', countries: ['Iraq'], dataNames: [] };
const in2016 = { period: { start: '2016-01-01', end: '2017-01-01' } };
const is = { name: 'Islamic State', names: ['IS'], role: 'either' };
const line = (more: object = {}, filter: object = {}, language: 'en' | 'fr' | 'ar' = 'en') => {
  const row = rowFrom(messagesFor(language).row, made(more), filter as Filter);
  return `${row.when} · ${row.words}`;
};

describe('an incident in a line', () => {
  const whole = '2 Mar 2016 · Government of Iraq vs Islamic State, Mosul, Iraq · 4 killed (4 to 6)';
  test.each<[string, object, object, string]>([
    ['has day, sides, place and toll', {}, {}, whole],
    ['leaves out the year that is asked for', {}, in2016, whole.replace(' 2016', '')],
    ['leaves out the place that is asked for', {}, { places: [mosul] }, whole.replace(', Mosul, Iraq', '')],
    [
      'leaves out the side that is asked for',
      {},
      { actors: [is] },
      whole.replace('Government of Iraq vs Islamic State', 'vs Government of Iraq'),
    ],
    [
      'tells the kind where that is no fight',
      { eventTypes: ['airstrike'] },
      {},
      whole.replace('Gov', 'airstrike by Gov'),
    ],
    [
      'tells who attacked, and a category of the dataset’s own as what people call it',
      {
        eventTypes: ['one-sided'],
        actors: [
          { actor: 'IS', role: 'attacker' },
          { actor: 'Civilians', role: 'victim' },
        ],
      },
      {},
      whole.replace('Government of Iraq vs Islamic State', 'attack on civilians by Islamic State'),
    ],
    [
      'does not tell a best estimate of none as a figure',
      { casualties: [{ group: 'all', killed: { best: 0, low: 0, high: 3 } }] },
      {},
      whole.replace('4 killed (4 to 6)', 'up to 3 killed'),
    ],
    [
      'lets accounts that differ stand beside each other',
      {
        casualties: [
          { group: 'all', by: 'Wire', killed: { best: 4, low: 4, high: 4 } },
          { group: 'all', by: 'Post', killed: { best: 9, low: 9, high: 9 } },
        ],
      },
      {},
      whole.replace('4 killed (4 to 6)', '4 killed (Wire) / 9 killed (Post)'),
    ],
    [
      'says where only the province is known',
      { where: { ...base.where, precision: 'province' } },
      {},
      whole.replace('Mosul', 'somewhere in Nineveh'),
    ],
    ['gives no figure that nobody gives', { casualties: [] }, {}, whole.replace(' · 4 killed (4 to 6)', '')],
    [
      'has a month where no day is known',
      { when: { ...base.when, end: '2016-03-31', start: '2016-03-01', precision: 'month' } },
      {},
      whole.replace('2 Mar', 'Mar'),
    ],
  ])('%s', (_, more, filter, said) => expect(line(more, filter)).toBe(said));

  test('in French and Arabic', () => {
    expect(line({}, in2016, 'fr')).toBe(
      '2 mars · Government of Iraq contre Islamic State, Mosul, Irak · 4 morts (de 4 à 6)',
    );
    expect(line({}, in2016, 'ar')).toMatch(/^2 مارس · .*ضد.*الموصل|Mosul.* · 4 قتلى \(من 4 إلى 6\)$/);
  });

  test('names the first of those who report it, with its address, and counts the others', () =>
    expect(rowFrom(messagesFor('en').row, made(), {})).toMatchObject({
      source: { words: 'Wire', url: 'https://example.org/1' },
      moreSources: 1,
    }));
});

describe('names as people write them', () => {
  test.each([
    ['Ḩawījah town', 'Hawijah'],
    ['Baghdād city', 'Baghdad'],
    ['Şalāḩ ad Dīn', 'Salah ad Din'],
    ['Mexico City', 'Mexico City'],
    ['François', 'François'],
  ])('the place %s', (written, said) => expect(placeName(written)).toBe(said));
  test.each([
    ["Jama'atu Ahlis Sunna Lidda'awati wal-Jihad", 'Boko Haram'],
    ['Government of Myanmar (Burma)', 'Government of Myanmar'],
    ['FPR', 'FPR'],
    ['Nobody Knows', 'Nobody Knows'],
  ])('the actor %s', (written, said) => expect(actorName(written)).toBe(said));
});
