import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { promptForm } from '../../../src/adapters/console/prompt.ts';
import type { Answer } from '../../../src/answers/document/answer.ts';
import { createDispatcher, type Dispatcher } from '../../../src/app/dispatcher.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { editMapping } from '../../../src/incidents/import/mapping/edit-mapping.ts';
import { type Mapping, mapping } from '../../../src/incidents/import/mapping/mapping.ts';
import { columnsOf } from '../../../src/incidents/import/read/columns.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { openAdapterStores } from '../../../src/server/container.ts';
import { botOver, openStore, question } from '../../support/world.ts';
import { fileOf } from './import-in.ts';
import { allOf } from './real-files/files.ts';

const columns = columnsOf(['Day', 'Time seen', 'Town', 'Land', 'Dead: total', 'PoliceKIA', 'Sort', 'a=b']);
const before: Mapping = mapping.parse({
  dataset: { id: 'ours', name: 'ours.csv', licence: 'not stated', citation: 'x' },
  columns: { date: 'Day', place: 'Town' },
  otherwise: 'violence',
});

test.each<[string, object]>([
  ['killed: Dead: total', { columns: { date: 'Day', place: 'Town', killed: 'Dead: total' } }],
  ['killed: dead total ; place: -', { columns: { date: 'Day', killed: 'Dead: total' } }],
  ['country: Iraq', { country: 'Iraq' }],
  ['country: Land', { columns: { date: 'Day', place: 'Town', country: 'Land' } }],
  ['country: Iraq; country: Land; country: Chad', { country: 'Chad', columns: { date: 'Day', place: 'Town' } }],
  ['police killed: PoliceKIA', { groups: { police: { killed: 'PoliceKIA' } } }],
  ['police killed: PoliceKIA; police killed: none', { groups: {} }],
  ['Car bomb = car-bomb\n“Raid” = battle', { types: { 'Car bomb': 'car-bomb' } }],
  [
    'otherwise: battle; dates: day-first; precision: province',
    { otherwise: 'battle', dates: 'day-first', precision: 'province' },
  ],
  ['otherwise: none', { dataset: { id: 'ours' } }],
  [
    'dataset: desk; licence: CC0; kind: report',
    { kind: 'report', dataset: { id: 'desk', licence: 'CC0', citation: 'x' } },
  ],
  ['summary: a=b', { columns: { summary: 'a=b' } }],
  ['', before],
])('“%s”', (changes, wanted) => expect(editMapping(before, changes, columns)).toMatchObject(wanted));

test.each([
  ['killed: Tote', /no column “Tote”. Its columns: Day, Time seen/],
  ['colour: Town', /“colour” is nothing that a mapping has. It has: id, date/],
  ['Car bomb = nonsense', /no kind of incident/],
  ['killed', /sets nothing/],
  ['dates: sometimes', /not be valid at dates/],
  ['date: -', /not be valid at columns/],
  ['dataset: No Id', /not be valid at dataset.id/],
])('“%s” is told', (changes, words) => expect(() => editMapping(before, changes, columns)).toThrow(words));

describe('in the console', () => {
  let desk: Dispatcher;
  let incidents: Incidents;
  let folder: string;
  const table = 'Day,Town,Tote,Sort\n2024-03-01,Basra,3,Bomb\n2024-03-02,Basra,1,Raid\n';
  beforeAll(async () => {
    incidents = await openStore();
    folder = mkdtempSync(join(tmpdir(), 'sitrep-change-'));
    const kept = await openAdapterStores(await openDatabase(':memory:'));
    const bot = await botOver(incidents, undefined, kept.settings);
    desk = createDispatcher(Object.assign(bot, { folder }), kept);
  });
  const words = ({ text, parts }: Answer) => text + JSON.stringify(parts);
  const stepOf = (answer: Answer, label: string) => {
    const action = answer.next.find((s) => s.label === label)?.action;
    if (!action || !('run' in action)) throw new Error(`no step ${label}`);
    return action;
  };

  test('a proposal is changed step by step, shown again, and then imported so', async () => {
    const proposed = await desk.run('import', { files: [fileOf(table, 'change.csv')] }, question(''));
    const change = stepOf(proposed, 'Change how');
    const form = await desk.formFor(change.run, change.options);
    expect(form?.fields.map(({ label }) => label)).toEqual(['When', 'Where', 'Who, and how many', 'What', 'Whose']);
    const asked: string[] = [];
    const typed = ['', 'country: Iraq; place: Town', 'killed: Tote', 'type: Sort; Bomb = car-bomb', 'licence: CC0'];
    if (!form) throw new Error('no form');
    const values = await promptForm(
      form,
      async () => typed.shift(),
      (line) => asked.push(line),
    );
    expect(asked.join('\n')).toMatch(/When \(date.*Enter keeps it\): date: Day/);
    const again = await desk.run(form.command, { ...form.options, ...values }, question(''));
    expect(words(again)).toMatch(
      /Nothing was imported.*killed.*column Tote.*Bomb.*car-bomb.*1 March 2024.*Basra, Iraq/,
    );
    expect((await incidents.coverage()).incidents).toBe(0);
    const imported = stepOf(again, 'Import it so');
    expect((await desk.run(imported.run, imported.options, question(''))).text).toMatch(/^2 records new/);
    const all = await allOf(incidents);
    expect(all.map((i) => [i.where.country, i.eventTypes.join()]).sort()).toEqual([
      ['Iraq', 'car-bomb'],
      ['Iraq', 'raid'],
    ]);
    expect((await incidents.coverage()).datasets[0]).toMatchObject({ licence: 'CC0' });
  });

  test('what is wrong is said, and changes nothing that is kept', async () => {
    const files = [fileOf('When,City\n2024-03-01,Basra\n', 'wrong.csv')];
    const answer = await desk.run('import', { files, setPeople: 'killed: Tote' }, question(''));
    expect(answer).toMatchObject({ failed: 1, text: expect.stringMatching(/no column “Tote”/) });
    expect(words(await desk.run('import', { files }, question('')))).toMatch(/Nothing was imported/);
  });

  test('a known format is imported, whatever is set', async () => {
    const file = 'id,type_of_violence,side_a,side_b,where_prec,country,date_prec,date_start,date_end\n';
    const answer = await desk.run('import', { files: [fileOf(file, 'known.csv')], change: true }, question(''));
    expect(answer.text).toMatch(/has no rows/);
  });

  test('a channel is offered no form, and no form reads a file', async () => {
    const [file] = [fileOf(table, 'secret.csv')];
    expect(existsSync(file)).toBe(true);
    expect(await desk.formFor('import', { files: [file], change: true })).toBeUndefined();
  });
});
