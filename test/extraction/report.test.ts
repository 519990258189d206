import { beforeEach, expect, test } from 'vitest';
import { correct } from '../../commands/correct.ts';
import { report } from '../../commands/report.ts';
import { promptForm } from '../../src/adapters/console/prompt.ts';
import { pasteForm } from '../../src/answers/report-form.ts';
import type { Bot, Command } from '../../src/app/ports.ts';
import { botOver, openStore, question } from '../support/world.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await botOver(await openStore());
});

const text =
  'An airstrike on a militia convoy killed 35 fighters in Deir ez-Zor, Syria, on Saturday, Anadolu reported.';
const { text: _, ...asked } = question('', {
  asker: { id: 'u1', name: 'Amal', locale: 'en-GB', timeZone: 'UTC', mayManage: false, mayCurate: false },
});
const manager = { ...asked, asker: { ...asked.asker, name: 'Mona', mayManage: true, mayCurate: true } };
const run = (command: Command, options: object, who = asked) =>
  bot.run(command, options, { ...who, progress: () => undefined });
const keyIn = (said: string) => said.match(/kept for a day as ([0-9a-f]{16})/)?.[1] ?? '';
const everything = () => bot.incidents.changesSince(0, 100);

test('nothing is stored before it is saved; then with who, when, from what, and not reviewed', async () => {
  const draft = await run(report, { text, source: 'Wire', link: 'https://example.org/a', date: '2020-07-13' });
  expect(await everything()).toEqual([]);
  const saved = await run(report, { draft: keyIn(draft.text), save: true });
  const [id = ''] = saved.data?.result?.ids ?? [];
  expect(id).toBe('reported:airstrike-deir-ez-zor-2020-07-11');
  const record = await bot.incidents.get(id);
  expect(record).toMatchObject({ flags: ['unreviewed'], casualties: [{ killed: { best: 35 }, by: 'Anadolu' }] });
  expect(JSON.stringify(record)).toMatch(/Reported to Sitrep by Amal on 14 July 2020 from https:\/\/example\.org\/a/);
  expect(await everything()).toMatchObject([{ by: 'Amal' }]);
});

test('only a manager confirms it; then the flag is gone', async () => {
  const draft = await run(report, { text, date: '2020-07-13' });
  const saved = await run(report, { draft: keyIn(draft.text), save: true });
  const does = saved.announce?.next[0]?.action;
  if (!does || !('run' in does)) throw new Error('no button to confirm');
  expect(does.run).toBe('correct');
  const [id = ''] = saved.data?.result?.ids ?? [];
  expect((await run(correct, does.options)).text).toMatch(/Only managers/);
  expect(await bot.incidents.get(id)).toMatchObject({ flags: ['unreviewed'] });
  await run(correct, does.options, manager);
  expect(await bot.incidents.get(id)).toMatchObject({ flags: [] });
});

test('a draft saved twice is one incident; the same text again is another id', async () => {
  const key = keyIn((await run(report, { text, date: '2020-07-13' })).text);
  await run(report, { draft: key, save: true });
  expect((await run(report, { draft: key, save: true })).text).toMatch(/saved already/);
  const again = keyIn((await run(report, { text, date: '2020-07-13' })).text);
  expect((await run(report, { draft: again, save: true })).text).toMatch(/2020-07-11-2/);
});

test.each([
  [{ text, date: 'someday' }, /date: “someday”.*2020-07-11/s],
  [{ text, date: '2021-01-01' }, /day of the past/],
  [{ text, link: 'javascript:alert(1)' }, /https:\/\//],
  [{ draft: 'gone' }, /no draft gone any more/],
])('%o is refused with the remedy', async (options, words) => {
  expect((await run(report, options)).text).toMatch(words);
});

test.each([
  [{ place: 'Xyzzyville' }, /place: “Xyzzyville”.*unknown/s],
  [{ kind: 'picnic' }, /kind: “picnic”.*airstrike/s],
  [{ actors: 'somebody' }, /actors: “somebody”.*attacker: gunmen/s],
  [{ casualties: 'lots' }, /casualties: “lots”.*killed 12 soldiers/s],
])('a correction %o that cannot be read changes nothing', async (said, words) => {
  const key = keyIn((await run(report, { text, date: '2020-07-13' })).text);
  const before = await bot.drafts.find(key, Date.now());
  expect((await run(report, { draft: key, ...said })).text).toMatch(words);
  expect(await bot.drafts.find(key, Date.now())).toEqual(before);
});

test('without a date of publication it says what “Saturday” lacks', async () => {
  expect((await run(report, { text })).text).toMatch(/No publication date was given.*“Saturday”/s);
});

test('a draft is forgotten after a day', async () => {
  const key = keyIn((await run(report, { text })).text);
  const day = 24 * 60 * 60 * 1000;
  expect(await bot.drafts.find(key, Date.now() + day - 1000)).toBeDefined();
  expect(await bot.drafts.find(key, Date.now() + day + 1000)).toBeUndefined();
});

test('the console asks field by field; a text ends with a full stop alone', async () => {
  const lines = ['Gunmen killed two', 'soldiers in Mosul.', '.', 'Wire', '', '2020-07-13'];
  const written: string[] = [];
  const given = await promptForm(
    pasteForm(),
    async () => lines.shift(),
    (line) => written.push(line),
  );
  expect(given).toEqual({ text: 'Gunmen killed two\nsoldiers in Mosul.', source: 'Wire', date: '2020-07-13' });
  expect(written.join('\n')).toMatch(/full stop.*Link.*Published on/s);
});

test.each([
  ['at 9.30 pm on Saturday', { precision: 'hour', time: '21:30' }],
  ['on Saturday', { precision: 'day' }],
  ['on Saturday night', { precision: 'day', partOfDay: 'night' }],
])('killed %s', async (time, when) => {
  const said = `An airstrike on a militia convoy killed 35 fighters in Deir ez-Zor, Syria, ${time}, Anadolu reported.`;
  const draft = await run(report, { text: said, date: '2020-07-13' });
  const saved = await run(report, { draft: keyIn(draft.text), save: true });
  const record = await bot.incidents.get(saved.data?.result?.ids?.[0] ?? '');
  expect(record?.when).toMatchObject(when);
  expect(record?.when.time).toBe('time' in when ? when.time : undefined);
});
