import { expect, test } from 'vitest';
import { briefSubject, briefWish } from '../../src/reading/brief-intent.ts';

test.each([
  ['weekly report for Iraq', 'week', 'Iraq'],
  ['Weekly report: Iraq.', 'week', 'Iraq'],
  ['brief me on Borno', 'week', 'Borno'],
  ['could you brief us about attacks in Mali please?', 'week', 'attacks in Mali'],
  ['daily brief: Ukraine', 'day', 'Ukraine'],
  ['give me a daily situation report on Ukraine', 'day', 'Ukraine'],
  ['monthly summary of attacks in Mexico', 'month', 'attacks in Mexico'],
  ['a briefing on the Sahel', 'week', 'the Sahel'],
  ['brief: Iraq', 'week', 'Iraq'],
  ['weekly report', 'week', undefined],
  ['brief me', 'week', undefined],
])('“%s” is a brief of a %s on %s', (text, period, subject) =>
  expect(briefWish(text)).toEqual({ period, ...(subject ? { question: subject } : {}) }),
);

test.each([
  'attacks in Iraq in a brief period',
  'a brief clash in Iraq',
  'weekly incidents in Beirut in June 2020',
  'who wrote the weekly report?',
  'what did the daily brief say about Mosul?',
  'weekly reports were attacked in Iraq',
  'summary of the attack in Mosul',
  'report of an attack on Borno',
  'tell me when the weekly count in Borno doubles',
  'killed per month in Mexico',
])('“%s” is none', (text) => expect(briefWish(text)).toBeUndefined());

test('a flood of signs is none, at once', () =>
  expect(briefWish(`weekly report for Iraq${'!'.repeat(40_000)}x`)).toBeUndefined());

test('what follows the command may be said as to a person', () => {
  expect(briefSubject('me on Borno')).toBe('Borno');
  expect(briefSubject('about attacks in Iraq')).toBe('attacks in Iraq');
  expect(briefSubject('Iraq')).toBe('Iraq');
  expect(briefSubject('Oman')).toBe('Oman');
});
