import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { indexFolder } from '../../support/names-index.ts';

// Beside the names index of the tests, so that no run builds it anew.
const folder = mkdtempSync(join(indexFolder, 'run-'));
const db = join(indexFolder, `program-${process.pid}.db`);

interface Ran {
  out: string;
  err: string;
  status: number | null;
}

function run(args: string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/server/start.js', ...args], {
      env: { ...process.env, SITREP_DB: db, SITREP_ZONE: 'Asia/Baghdad', NO_COLOR: '1', XDG_DATA_HOME: folder },
    });
    const told: Ran = { out: '', err: '', status: null };
    child.stdout.on('data', (chunk) => (told.out += chunk));
    child.stderr.on('data', (chunk) => (told.err += chunk));
    child.on('close', (status) => resolve({ ...told, status }));
    child.stdin.end(input);
  });
}

const now = ['--now', '2020-07-14T09:00:00Z'];

test('a question on the command line', async () => {
  const { out, status } = await run(['ask', ...now, 'who claimed the convoy attack near Samawah?']);
  expect(out).toMatch(/^Sayara\s+Thora\s+Al-Ashrin\s+claimed\s+it/);
  expect(status).toBe(0);
});

test('--json prints one document', async () => {
  const { out } = await run(['ask', '--json', ...now, 'attacks near Samawah this month']);
  expect(JSON.parse(out)).toMatchObject({
    status: 'answered',
    understood: {
      measure: 'list',
      filter: {
        period: { start: '2020-07-01', end: '2020-08-01' },
        place: { country: 'Iraq', level: 'town', relation: 'near', radiusKm: 50 },
      },
      unread: [],
    },
    result: { total: 1, ids: ['sitrep:samawah-convoy-2020-07-11'] },
  });
});

test('a batch is answered in order, its threads are conversations, a broken line stops nothing', async () => {
  const lines = [
    { id: 'a', text: 'incidents in Iraq', thread: 't' },
    { id: 'b', text: 'and in Syria?', thread: 't' },
    { id: 'c', text: 'and in Syria?' },
    { id: 'brief', text: 'weekly report for Iraq', now: '2020-07-14T09:00:00Z' },
  ];
  const file = join(folder, 'batch.jsonl');
  writeFileSync(file, [...lines.map((l) => JSON.stringify(l)), '{"id": "d", "text": 5}', 'not json'].join('\n'));
  const { out, status } = await run(['ask', '--json', '--batch', file]);
  const documents = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(documents.map((d) => [d.id, d.status])).toEqual([
    ['a', 'answered'],
    ['b', 'answered'],
    ['c', 'unclear'],
    ['brief', 'answered'],
    ['d', 'declined'],
    [undefined, 'declined'],
  ]);
  expect(documents[1].understood.filter.place.name).toBe('Syria');
  expect(documents[3].text).toMatch(/Weekly brief: incidents in Iraq, /);
  expect(documents[4].text).toMatch(/Line 5.*text/);
  expect(status).toBe(0);
});

test('piped questions are answered line by line, follow-ups and steps too', async () => {
  const { out, status } = await run(now, 'attacks near Samawah in June 2020\n2\n/status\n/quit\nnever read\n');
  expect(out).toMatch(
    /That time \(in June 2020\) is not covered: [\s\S]*CC BY 4\.0[\s\S]*Shall this channel hear of new attacks/,
  );
  expect(out).not.toContain('never read');
  expect(out).not.toContain('\u001b');
  expect(status).toBe(0);
});

test.each<[string[], number, RegExp]>([
  [['wrong'], 2, /no command “wrong”/],
  [['ask'], 2, /write your question/],
  [['ask', '--batch', 'x.jsonl'], 2, /--json/],
  [['show', 'ucdp:0'], 2, /no incident “ucdp:0”/],
  [['import', 'absent.csv'], 1, /There is no file absent\.csv/],
  [['migrate'], 2, /migrate needs two databases, FROM and TO\. See: npm start -- help migrate/],
  [['import'], 2, /give a file/],
])('%j ends with status %i and says why on standard error', async (args, status, words) => {
  const ran = await run(args);
  expect([ran.status, ran.out]).toEqual([status, '']);
  expect(ran.err).toMatch(words);
});

test('show has the whole incident and its history; help has the menu', async () => {
  expect((await run(['show', 'sitrep:samawah-convoy-2020-07-11'])).out).toMatch(/Revision 1: added/);
  expect((await run(['help'])).out).toMatch(/import: Import a dataset/);
  expect((await run(['search', '--help'])).out).toMatch(/minKilled/);
});
