import { expect, test } from 'vitest';
import { groupNotifications } from '../../src/alerts/grouping.ts';
import type { OutboxRow } from '../../src/alerts/store/outbox-row.ts';
import type { Subscription } from '../../src/alerts/subscriptions.ts';
import { minute } from '../../src/kernel/duration.ts';

const now = Date.parse('2020-07-14T09:00:00Z');
const limits = { groupFrom: 3, perHour: 20, late: 10 * minute };

/** "4", "4 change of 1", "4 from 600001 ms ago", for subscriptions of those rhythms. */
function rowOf(told: string): OutboxRow {
  const [, seq, kind = 'new', about, ago = '0'] =
    told.match(/^(\d+)(?: (change|retraction|test|rise))?(?: of (\d+))?(?: from (\d+) ms ago)?$/) ?? [];
  const where = { platform: 'slack', channel: 'C1', incident: `wire:${about ?? seq}`, revision: 1 };
  const rest = { subscriptions: [], words: [], state: 'waiting', createdAt: now, message: null, unreadable: false };
  return { ...where, ...rest, seq: Number(seq), kind, due: now - Number(ago) } as OutboxRow;
}
const asking = (rhythms: string[]) => rhythms.map((rhythm) => ({ rhythm: { rhythm } }) as Subscription);
function messages(rows: string[], rhythms: Record<number, string[]> = {}): string[] {
  const subscribers = ({ seq }: OutboxRow) => asking(rhythms[seq] ?? ['at-once']);
  return groupNotifications(rows.map(rowOf), subscribers, now, limits).map((group) => {
    const seqs = group.rows.map((row) => row.seq).join('+');
    return 'digest' in group ? `${seqs} ${group.digest}` : seqs;
  });
}

test.each([
  ['as many as may come alone', ['1', '2', '3'], ['1', '2', '3']],
  ['one more than that is one message', ['1', '2', '3', '4'], ['1+2+3+4 many']],
  ['ten minutes late is not late', ['1 from 600000 ms ago', '2'], ['1', '2']],
  ['a moment more is', ['1 from 600001 ms ago', '2'], ['1+2 late']],
  ['one alone is never together, however late', ['1 from 9000000 ms ago'], ['1']],
  ['what changed about one of the many is in its line', ['1', '2', '3', '4', '5 change of 2'], ['1+2+3+4+5 many']],
  ['what changed about another is not', ['1 change of 9', '2', '3', '4', '5'], ['1', '2+3+4+5 many']],
  [
    'changes, retractions and rises do not count as many',
    ['1', '2', '3 change', '4 retraction', '5 rise'],
    [...'12345'],
  ],
  ['a test comes by itself', ['1 test of 2', '2', '3', '4', '5'], ['1', '2+3+4+5 many']],
])('%s', (_, rows, expected) => expect(messages(rows)).toEqual(expected));

test.each([
  ['of a daily subscription one message, even of one', { 1: ['daily'] }, ['1 daily', '2']],
  ['in the order of their first row', { 2: ['hourly'], 3: ['hourly'] }, ['1', '2+3 hourly']],
  ['each rhythm by itself', { 1: ['weekly'], 2: ['daily'], 3: ['weekly'] }, ['1+3 weekly', '2 daily']],
  ['at once, if anyone asked for that', { 1: ['daily', 'at-once'], 2: ['hourly'] }, ['1', '2 hourly']],
])('a digest: %s', (_, rhythms, expected) => {
  const rows = Array.from({ length: Math.max(2, ...Object.keys(rhythms).map(Number)) }, (_, i) => `${i + 1}`);
  expect(messages(rows, rhythms)).toEqual(expected);
});
