import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { totalsOf } from '../../src/incidents/casualty-totals.ts';
import type { FileReport } from '../../src/incidents/import/file-report.ts';
import { importFiles } from '../../src/incidents/import/import-files.ts';
import type { ChangeRow, Changes, Incidents } from '../../src/incidents/incidents.ts';
import { query } from '../../src/incidents/query.ts';
import { openStore } from '../support/world.ts';
import { find } from './world.ts';

const folder = '../shared/data/ucdp/';
const older = `${folder}older-releases/ged_ukraine_2014-2019_hdx.csv`;
const newer = `${folder}ged_ukraine_2014-2021_hdx.csv`;
const gold = `${folder}revisions_between_releases.json`;
const there = [older, newer, gold].every((file) => existsSync(file));

interface Gold {
  pairs: { a: string; b: string; what: string; n: number }[];
  examples_where_best_changed: { id: string; from_: string; to: string; best: [string, string] }[];
}

const parts = (change: ChangeRow, side: 'before' | 'after') => {
  const record = change[side];
  return record?.kind === 'incident' ? record.casualties.filter((c) => c.group !== 'all') : [];
};
const best = (change: ChangeRow, side: 'before' | 'after') => {
  const record = change[side];
  return record ? totalsOf(record).best : null;
};

// Skipped where the two releases are not at hand: they are not part of this repository.
describe.skipIf(!there)('two releases of the same Ukrainian events', () => {
  let store: Incidents;
  let report: FileReport | undefined;
  let changes: Changes | undefined;
  let corrected: ChangeRow[];
  let told: Gold;
  const count = (what: string) => told.pairs.find((p) => p.a === '20.1' && p.b === '22.1' && p.what === what)?.n;

  beforeAll(async () => {
    told = JSON.parse(readFileSync(gold, 'utf8'));
    store = await openStore();
    await importFiles([older], { incidents: store, by: 'test', now: new Date('2021-02-01T09:00:00Z') });
    [report] = await importFiles([newer], {
      incidents: store,
      by: 'test',
      now: new Date('2023-02-01T09:00:00Z'),
      whole: true,
    });
    const asked = query.parse({ measure: 'changes', filter: {}, limit: 100, changes: { lastImport: true } });
    changes = (await store.find(asked)).changes;
    corrected = (await store.changesSince(0, 100_000)).filter((c) => c.action === 'correct');
  });

  test('as many events are shared, changed, new and gone as between the files', () => {
    expect(report && report.rows - report.added).toBe(count('all'));
    expect(report).toMatchObject({ added: 1916, revised: count('changed'), retracted: 0 });
    expect(report?.vanished).toHaveLength(94);
    expect(changes?.incidents).toEqual({ add: 1916, correct: count('changed'), vanish: 94, retract: 94 });
  });

  test('as many have other figures of the dead', () => {
    const differing = corrected.filter((c) => JSON.stringify(parts(c, 'before')) !== JSON.stringify(parts(c, 'after')));
    expect(differing).toHaveLength(count('deaths') ?? Number.NaN);
  });

  test('every best estimate that moved, from what to what', () => {
    const moved = corrected
      .filter((c) => best(c, 'before') !== best(c, 'after'))
      .map((c) => [c.id, best(c, 'before'), best(c, 'after')]);
    const expected = told.examples_where_best_changed
      .filter((e) => e.from_ === '20.1' && e.to === '22.1')
      .map((e) => [`ucdp:${e.id}`, Number(e.best[0]), Number(e.best[1])]);
    expect(moved.sort()).toEqual(expected.sort());
  });

  test('what is gone is marked, and no longer counted', async () => {
    expect((await find(store, {})).total).toBe(1167 + 1916 - 94);
    const [id] = report?.vanished ?? [];
    const [marked, retracted] = (await store.history(id ?? '')).slice(-2);
    expect(marked).toMatchObject({ action: 'vanish', after: { flags: ['vanished'] } });
    expect(retracted).toMatchObject({ action: 'retract', after: null });
  });

  test('what the next release has again is counted again', async () => {
    const store = await openStore();
    const options = { incidents: store, by: 'test', whole: true };
    for (const [n, file] of [older, newer, older].entries())
      await importFiles([file], { ...options, now: new Date(Date.UTC(2021 + n, 1, 1)) });
    const [id] = report?.vanished ?? [];
    expect((await find(store, { ids: [id ?? ''] })).total).toBe(1);
  });

  test('as of the day before, the older release answers', async () => {
    const asOf = { at: '2023-01-31', before: '2023-02-01T00:00:00.000Z' };
    expect((await find(store, { asOf })).total).toBe(1167);
  });
});
