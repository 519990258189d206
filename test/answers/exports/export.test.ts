import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/document/answer.ts';
import { attachmentsOf } from '../../../src/answers/document/answer.ts';
import type { Dispatcher } from '../../../src/app/dispatcher.ts';
import { createDispatcher } from '../../../src/app/dispatcher.ts';
import { openDatabase } from '../../../src/database/open.ts';
import type { Dataset, Incident, IncidentRecord } from '../../../src/incidents/incident.ts';
import type { Edit } from '../../../src/incidents/incidents.ts';
import { readShippedData } from '../../../src/incidents/shipped-data.ts';
import { openAdapterStores } from '../../../src/server/container.ts';
import { botOver, now, openStore, question } from '../../support/world.ts';

let desk: Dispatcher;
beforeAll(async () => {
  const more = ['2020-02-03', '2020-03-05', '2020-05-07'].map((day, n) => ({
    ...first,
    id: `sitrep:more-${n}`,
    when: { start: day, end: day, precision: 'day' as const, basis: 'source' as const },
  }));
  desk = await deskHolding([
    [shipped.dataset, shipped.records],
    [shipped.dataset, more],
  ]);
});

const shipped = readShippedData();
const first = shipped.records.find((r) => r.kind === 'incident') as Incident;

async function deskHolding(all: [Dataset, IncidentRecord[]][], edit?: Edit): Promise<Dispatcher> {
  const incidents = await openStore();
  for (const [dataset, records] of all)
    await incidents.apply(
      records.map((record) => ({ action: 'put' as const, record })),
      { by: 'test', why: 'test', at: now.toISOString(), dataset },
    );
  if (edit) await incidents.edit(edit, { by: 'test', why: 'test', at: now.toISOString() });
  const kept = await openAdapterStores(await openDatabase(':memory:'));
  return createDispatcher(await botOver(incidents, undefined, kept.settings), kept);
}

async function bytesOf(answer: Answer): Promise<string> {
  const [file] = attachmentsOf(answer);
  if (!file) throw new Error(`No file: ${answer.text}`);
  return file.use((bytes) => bytes.text());
}
const rowsOf = async (answer: Answer): Promise<Record<string, string>[]> =>
  parse(await bytesOf(answer), { bom: true, columns: true });
const ask = (text: string, thread?: string) => desk.ask(text, question(text, thread ? { thread } : {}));
const idsOf = (answer: Answer) => answer.data?.result?.ids;

describe('in a conversation', () => {
  test('the last answer is exported with all it counts, not only with what it shows', async () => {
    const answer = await ask('latest 2 incidents in Iraq', 'a');
    const total = answer.data?.result?.total ?? 0;
    expect(total).toBeGreaterThan(2);
    const rows = await rowsOf(await ask('export that as csv', 'a'));
    expect(rows).toHaveLength(total);
    expect(rows.slice(0, 2).map((r) => r.id)).toEqual(idsOf(answer));
    expect(rows[0]?.about).toMatch(
      /Read as: attacks and other violent incidents in Iraq\..*I read “latest 2”.*CC BY 4\.0/s,
    );
  });

  test('a map is exported with every incident on it', async () => {
    const total = (await ask('map incidents in Iraq', 'map')).data?.result?.total;
    expect(total).toBeGreaterThan(2);
    expect(await rowsOf(await ask('export that as csv', 'map'))).toHaveLength(total ?? 0);
  });

  test('the conversation goes on from the answer, not from the file', async () => {
    await ask('incidents in Iraq', 'b');
    await ask('send me the data', 'b');
    expect((await ask('only airstrikes', 'b')).data?.understood?.filter).toMatchObject({ eventTypes: ['airstrike'] });
  });

  test('a wish with a question of its own answers that', async () => {
    const answer = await ask('export incidents in Syria as json', 'c');
    expect(JSON.parse(await bytesOf(answer)).about.answer).toMatch(/1 attack in Syria/);
  });

  test('without an answer to export it says what to do', async () =>
    expect(await ask('as a spreadsheet', 'nothing before')).toMatchObject({
      failed: 2,
      text: expect.stringMatching(/Ask first/),
    }));

  test('one incident that was told alone is exported alone', async () => {
    await ask('who claimed the convoy attack near Samawah?', 'd');
    const [row, ...others] = await rowsOf(await ask('export it', 'd'));
    expect(row?.id).toBe('sitrep:samawah-convoy-2020-07-11');
    expect(others).toEqual([]);
  });

  test('a question that is not understood is not exported', async () =>
    expect((await ask('export attacks in Qwrtzpl as csv')).parts.some((p) => p.kind === 'file')).toBe(false));
});

describe('the button', () => {
  test('exports the answer it stands under, whatever was asked since', async () => {
    const answer = await ask('incidents in Syria', 'e');
    const button = answer.next.find((s) => s.label === 'Export');
    await ask('incidents in Iraq', 'e');
    const file = await desk.runAction(button?.action ?? { ask: '' }, question('', { thread: 'e' }));
    expect((await rowsOf(file)).every((row) => row.country === 'Syria')).toBe(true);
    expect(file.next.map((s) => s.label)).toEqual(['As a spreadsheet (xlsx)', 'As GeoJSON', 'As JSON']);
    const [, , json] = file.next;
    expect(JSON.parse(await bytesOf(await desk.runAction(json?.action ?? { ask: '' }, question(''))))).toHaveProperty(
      'about',
    );
  });

  test('is not under an answer that found nothing', async () =>
    expect((await ask('attacks in Peru in 2020')).next.map((s) => s.label)).not.toContain('Export'));
});

describe('figures', () => {
  test('trends and rankings export their groups, equal to the answer', async () => {
    for (const text of ['incidents per month', 'which country had the most incidents?']) {
      const answer = await ask(text, text);
      const groups = answer.data?.result?.groups ?? [];
      expect(groups.length).toBeGreaterThan(1);
      const rows = await rowsOf(await ask('as csv', text));
      const by = answer.data?.understood?.by ?? '';
      expect(
        rows.map((r) => [r[by], Number(r.incidents), r.killed_best === '' ? null : Number(r.killed_best)]),
      ).toEqual(groups.map((g) => [g.key, g.count, g.killed]));
    }
  });

  test('comparisons too, in the order asked', async () => {
    await ask('compare Iraq and Syria', 'f');
    expect((await rowsOf(await ask('as csv', 'f'))).map((r) => r.side)).toEqual(['Iraq', 'Syria']);
  });

  test('the incidents behind them can be had', async () => {
    const from = question('', { thread: 'g' });
    const trend = await ask('incidents in Iraq per month', 'g');
    expect(await rowsOf(await desk.run('export', { rows: 'incidents' }, from))).toHaveLength(
      trend.data?.result?.total ?? -1,
    );
    await ask('compare Iraq and Syria', 'g');
    const rows = await rowsOf(await desk.run('export', { rows: 'incidents' }, from));
    expect(new Set(rows.map((r) => r.country))).toEqual(new Set(['Iraq', 'Syria']));
  });

  test('they have no places: GeoJSON is declined with what can be had', async () => {
    await ask('incidents per month', 'h');
    expect(await ask('as geojson', 'h')).toMatchObject({ failed: 2, text: expect.stringMatching(/--rows incidents/) });
  });
});

test('what was changed is no file, and is not offered as one', async () => {
  const answer = await ask('what changed since June 2020?', 'i');
  expect(answer.data?.understood?.measure).toBe('changes');
  expect(answer.next.map((s) => s.label)).not.toContain('Export');
  expect(await ask('as csv', 'i')).toMatchObject({ failed: 2, text: expect.stringMatching(/as of/) });
});

test('the command takes a question, or a word too few', async () => {
  const answer = await desk.run('export', { question: 'airstrikes in Syria', as: 'json' }, question(''));
  expect(attachmentsOf(answer)[0]).toMatchObject({
    name: 'airstrikes-in-syria.json',
    mediaType: 'application/json',
    words: expect.stringMatching(/CC BY 4\.0/),
  });
  expect(answer.audience).toBe('everyone');
  expect(await desk.run('export', {}, question(''))).toMatchObject({ failed: 2 });
  expect(await desk.run('export', { question: 'attacks in Peru in 2020' }, question(''))).toMatchObject({
    failed: 2,
    text: expect.stringMatching(/^Peru is not covered/),
  });
});

describe('a dataset that may not be passed on', () => {
  const closed = (id: string, redistribution?: 'forbidden') => ({
    id,
    name: `The ${id} data`,
    licence: 'terms of use',
    citation: 'its makers',
    ...(redistribution ? { redistribution } : {}),
  });

  test.each([closed('closed', 'forbidden'), closed('acled'), closed('gtd')])(
    '$id: rows marked, warned of, for the asker alone',
    async (dataset) => {
      const held = await deskHolding([
        [dataset, [{ ...first, id: `${dataset.id}:1` }]],
        [shipped.dataset, [{ ...first, id: 'sitrep:open' }]],
      ]);
      const answer = await held.run('export', { question: 'incidents' }, question(''));
      expect(answer).toMatchObject({
        audience: 'asker',
        text: expect.stringMatching(/keep this file inside your organisation/),
      });
      const rows = await rowsOf(answer);
      expect(Object.fromEntries(rows.map((r) => [r.dataset, r.redistribution]))).toEqual({
        [dataset.id]: 'forbidden',
        sitrep: 'allowed',
      });
      expect(rows[0]?.about).toMatch(/publish nothing of it/);
    },
  );

  test('merged into an open one: the row is closed too', async () => {
    const held = await deskHolding(
      [
        [shipped.dataset, [{ ...first, id: 'sitrep:open' }]],
        [closed('closed', 'forbidden'), [{ ...first, id: 'closed:1' }]],
      ],
      { kind: 'merge', kept: 'sitrep:open', absorbed: 'closed:1' },
    );
    const answer = await held.run('export', { question: 'incidents' }, question(''));
    expect(answer.audience).toBe('asker');
    expect(await rowsOf(answer)).toEqual([
      expect.objectContaining({ id: 'sitrep:open', dataset: 'sitrep; closed', redistribution: 'forbidden' }),
    ]);
  });

  test('the rest of the data goes to everyone, without a warning', async () => {
    const answer = await ask('export incidents in Iraq');
    expect(answer.audience).toBe('everyone');
    expect(answer.text).not.toMatch(/organisation/);
  });
});
