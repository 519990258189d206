import { describe, expect, test } from 'vitest';
import { composeAlert, composeTest } from '../../src/answers/alert-message.ts';
import { composeDigest } from '../../src/answers/digest-message.ts';
import type { Answer } from '../../src/answers/document/answer.ts';
import { messagesFor } from '../../src/answers/messages/localize.ts';
import { composeMissedDigest } from '../../src/answers/missed-digest.ts';
import type { Language } from '../../src/kernel/language.ts';
import { some } from './composed.ts';

const languages: Language[] = ['en', 'fr', 'ar'];
const asked = (n: number) => Array.from({ length: n }, (_, i) => ({ id: i + 1, words: `question ${i + 1}` }));
const linesOf = ({ parts }: Answer, kind: 'text' | 'note') =>
  parts.slice(1).flatMap((part) => (part.kind === kind ? (part as { text: string }).text.split('\n') : []));

describe('more than usual', () => {
  const rise = { kind: 'rise' as const, of: 'incidents' as const, days: 7 as const, times: 2, against: 4 };
  test.each([
    [
      { first: '2020-07-13', last: '2020-07-19', now: 9, usual: 3.25 },
      rise,
      [
        'More than usual: 9 incidents, 13 to 19 July 2020, against 3.3 on average in the 4 weeks before.',
        'Plus que d’habitude : 9 incidents du 13 juillet 2020 au 19 juillet 2020, contre 3,3 en moyenne (4 semaines précédentes).',
      ],
    ],
    [
      { first: '2020-07-01', last: '2020-07-01', now: 4, usual: 0 },
      { ...rise, of: 'killed' as const, days: 1 as const, against: 1 },
      [
        'More than usual: 4 killed, 1 July 2020, against none in the 1 day before.',
        'Plus que d’habitude : 4 morts le 1er juillet 2020, contre aucun (1 jour précédent).',
      ],
    ],
  ])('%j', (risen, rule, said) =>
    expect(languages.slice(0, 2).map((l) => messagesFor(l).alerts.risen(risen, rule))).toEqual(said),
  );
});

describe('a digest', () => {
  const line = (n: number) => ({ kind: 'change', incident: some(1)[0], words: [`change ${n}`] });
  const digest = (total: number, shown: number, changes = 0, locale = 'en') => {
    const lines = Array.from({ length: changes }, (_, i) => line(i + 1));
    const ids = some(total).map(({ id }) => id);
    return composeDigest({ shown: some(shown), total, ids, lines }, 'many', asked(1), locale);
  };
  const first = (...told: Parameters<typeof digest>) => digest(...told).text.split('\n')[0];
  test.each([
    [1, 0, 'en', '1 incident reported, together because they are many:'],
    [2, 1, 'en', '2 incidents reported and 1 other thing to know, together because they are many:'],
    [0, 2, 'en', '2 other things to know, together because they are many:'],
    [1, 0, 'fr', '1 incident signalé, ensemble parce qu’ils sont nombreux :'],
    [2, 1, 'fr', '2 incidents signalés et 1 autre chose à savoir, ensemble parce qu’ils sont nombreux :'],
  ])('of %i incidents and %i changes, in %s', (news, changes, locale, said) =>
    expect(first(news, news, changes, locale)).toBe(said),
  );
  test('names twenty incidents and twenty changes, and says how many incidents more there are', () => {
    expect(linesOf(digest(20, 20), 'note').join()).not.toMatch(/more/);
    const many = digest(21, 20, 21);
    expect(linesOf(many, 'note')[0]).toBe('And 1 more.');
    expect(linesOf(many, 'text')).toHaveLength(40);
    expect(linesOf(many, 'text').at(-1)).toBe('Changed: Ambush, Mosul: change 20');
    expect(many.next[0]).toMatchObject({ action: { find: { filter: { ids: some(21).map(({ id }) => id) } } } });
  });
});

describe('what was missed', () => {
  const rows = (n: number, state = 'sent') => some(n).map((incident) => ({ kind: 'new', state, incident, words: [] }));
  const missed = (n: number, cut = false, state?: string) =>
    composeMissedDigest({ since: '2020-07-14T05:00:00Z', rows: rows(n, state), cut }, 1, 'en');
  test.each([
    [1, false, '1 new incident.'],
    [2, true, '2 new incidents, and more before those.'],
  ])('%i, more before: %s', (n, cut, said) =>
    expect(missed(n, cut).text.split('\n')[0]).toBe(`Since 2020-07-14 05:00 UTC this channel had ${said}`),
  );
  test('is the latest twenty, and how many were before', () => {
    const answer = missed(21);
    expect(linesOf(answer, 'text')).toHaveLength(20);
    expect(
      linesOf(answer, 'text')
        .map((line) => line.match(/wire:\d+/)?.[0])
        .at(-1),
    ).toBe('wire:21');
    expect(linesOf(answer, 'text')[0]).toMatch(/wire:2\)/);
    expect(linesOf(answer, 'note')).toEqual([expect.stringMatching(/\b1\b/)]);
    expect(linesOf(missed(20), 'note')).toEqual([]);
  });
  test('says of each whether it has come', () => {
    const marks = ['sent', 'silent', 'failed', 'waiting'].map((state) => linesOf(missed(1, false, state), 'text')[0]);
    expect(marks[0]).toMatch(/\(wire:1\)$/);
    expect(new Set(marks).size).toBe(4);
  });
  test('nothing, and nothing asked for, are two things', () => {
    const none = (subscriptions: number) =>
      composeMissedDigest({ since: '2020-07-14T05:00:00Z', rows: [], cut: false }, subscriptions, 'en').text;
    expect(none(1)).toBe('Since 2020-07-14 05:00 UTC there was nothing new for this channel.');
    expect(none(0)).toMatch(/^This channel has no subscriptions/);
  });
});

test('an alert is two lines with its source, and its steps are the record and an end', () => {
  const [incident] = some(1);
  if (!incident) throw new Error('none');
  const told = composeAlert(incident, asked(3));
  expect(told.text.split('\n')).toHaveLength(2);
  expect(told.parts.map(({ kind }) => kind)).toEqual(['text', 'row']);
  expect(told.next).toEqual([
    { label: 'Details', action: { run: 'show', options: { id: incident.id } } },
    { label: 'Stop #1', action: { run: 'subscriptions', options: { remove: 1, confirm: false } } },
    { label: 'Stop #2', action: { run: 'subscriptions', options: { remove: 2, confirm: false } } },
  ]);
});

test('a test names five of the questions it answers, and counts the others', () => {
  const because = (n: number) => linesOf(composeTest(asked(n), some(1)[0]), 'note').at(-1);
  expect(because(1)).toBe('This channel asked to hear of “question 1” (#1).');
  expect(because(5)).toMatch(/“question 4” \(#4\) and “question 5” \(#5\)\.$/);
  expect(because(6)).toMatch(/“question 5” \(#5\) and 1 more\.$/);
});

test.each([
  ['add', 1, '1 was added'],
  ['correct', 2, '2 were corrected'],
  ['vanish', 1, '1 is no longer in the newest release'],
  ['vanish', 2, '2 are no longer in the newest release'],
] as const)('what was changed in the record: %s, %i', (action, n, said) =>
  expect(messagesFor('en').changes.summary(n, {}, 'by the last import', [{ action, n }])).toMatch(
    new RegExp(`^${n} incidents? changed in the record, by the last import: ${said}\\.$`),
  ),
);

test('corrections add deaths or take them away', () => {
  const said = (n: number) => messagesFor('en').changes.deaths(n);
  expect([2, 1, -1].map(said)).toEqual([
    'Together the corrections add 2 deaths (best estimates).',
    'Together the corrections add 1 death (best estimates).',
    'Together the corrections take away 1 death (best estimates).',
  ]);
});

test.each([
  [1, 11, 'In the last 30 days that would have been 1 alert, in the last year 11.'],
  [2, 12, 'In the last 30 days that would have been 2 alerts, in the last year 12: about 1 a month.'],
  [4, 51, 'In the last 30 days that would have been 4 alerts, in the last year 51: about 4 a month.'],
  [4, 52, 'In the last 30 days that would have been 4 alerts, in the last year 52: about 1 a week.'],
])('how often it would have been: %i in a month, %i in a year', (month, year, said) =>
  expect(messagesFor('en').standing.often(month, year)).toBe(said),
);
