import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { menu } from '../../commands/index.ts';
import type { Bot } from '../../src/app/ports.ts';
import { rightsOf } from '../../src/app/rights.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

const where = 'SLACK_MANAGERS';
const tenants = ['slack:T1', 'slack:T2', 'discord:G1', 'discord:install'] as const;
const standing = { named: false, admin: false, appointed: true, where };

/** Who asks, from where. */
const people = {
  'a member': { tenant: 'slack:T1', ...rightsOf(standing, tenants) },
  'an admin of their own workspace': { tenant: 'slack:T2', ...rightsOf({ ...standing, admin: true }, tenants) },
  'an admin where nobody is named': {
    tenant: 'slack:T2',
    ...rightsOf({ ...standing, admin: true, appointed: false }, tenants),
  },
  'somebody who installed it for themselves': { ...rightsOf(standing, tenants) },
  'a person whom the operator names': { tenant: 'slack:T1', ...rightsOf({ ...standing, named: true }, tenants) },
};
type Who = keyof typeof people;

const from = (who: Who, id = who.replaceAll(' ', '-')) => {
  const { tenant, ...rights } = people[who] as { tenant?: string } & ReturnType<typeof rightsOf>;
  return {
    ...question(''),
    asker: { id, name: `Name of ${id}`, locale: 'en-GB', timeZone: 'UTC', ...rights },
    channel: { platform: 'slack', id: `${tenant ?? id}:C1`, kind: 'channel', ...(tenant ? { tenant } : {}) } as const,
    progress: () => undefined,
  };
};

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
});
const run = (name: string, options: object, who: ReturnType<typeof from>) => {
  const command = menu.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return bot.run(command, options, who);
};

const id = 'sitrep:samawah-convoy-2020-07-11';
const shared: [string, object][] = [
  ['retract', { id, why: 'a test' }],
  ['correct', { id, killed: 7, why: 'a test' }],
  ['merge', { a: id, b: id, why: 'a test' }],
  ['split', { id, why: 'a test' }],
  ['import', { files: ['https://example.org/a.csv'] }],
  ['sources', { add: 'https://example.org/a.csv' }],
  ['reports', { confirm: 'reported:x' }],
  ['reports', { reject: 'reported:x' }],
];
const strangers = Object.keys(people).filter((who) => !who.includes('operator')) as Who[];

describe('what all share is changed by whom the operator names, and by nobody else', () => {
  test.each(strangers.flatMap((who) => shared.map(([name, options]) => [who, name, options] as const)))(
    '%s may not %s %o',
    async (who, name, options) => {
      const before = await bot.incidents.changesSince(0, 100);
      expect((await run(name, options, from(who))).text).toMatch(/Only people named in SLACK_MANAGERS may/);
      expect(await bot.incidents.changesSince(0, 100)).toEqual(before);
      expect(await bot.sources.list()).toEqual([]);
    },
  );

  test('every command of managers is in that table', () => {
    const all = menu.filter((one) => one.for === 'managers' && one.only !== 'console').map(({ name }) => name);
    expect(all.filter((name) => !shared.some(([other]) => other === name))).toEqual([]);
  });

  test('a person whom the operator names may', async () => {
    const answer = await run('correct', { id, killed: 7, why: 'a test' }, from('a person whom the operator names'));
    expect(answer.text).not.toMatch(/Only/);
  });
});

describe('a report stays with its workspace until it is confirmed', () => {
  beforeEach(async () => {
    bot = await botOver(await shippedStore());
  });
  const text = 'An airstrike on a militia convoy killed 35 fighters in Deir ez-Zor, Syria, on Saturday.';
  const reporter = from('a member', 'Amal');
  const operator = from('a person whom the operator names');
  const report = async (who = reporter) => {
    const draft = await run('report', { text, date: '2020-07-13' }, who);
    const key = draft.text.match(/kept for a day as ([0-9a-f]{16})/)?.[1];
    return run('report', { draft: key, save: true }, who);
  };
  const reported = 'reported:airstrike-deir-ez-zor-2020-07-11';

  test('it is not stored, counted or alerted; its workspace sees it and no other does', async () => {
    const before = await bot.incidents.changesSince(0, 100);
    const saved = await report();
    expect(saved.text).toMatch(/Kept for this workspace alone.*until people named in SLACK_MANAGERS confirm it/s);
    expect(saved.announce?.next.map(({ label }) => label)).toEqual(['Confirm']);
    expect(await bot.incidents.changesSince(0, 100)).toEqual(before);
    expect(await bot.incidents.get(reported)).toBeUndefined();
    expect((await run('reports', { waiting: true }, reporter)).text).toMatch(/1 report from here waits/);
    expect((await run('reports', {}, reporter)).text).toMatch(/1 report from people waits/);
    for (const other of ['an admin of their own workspace', 'somebody who installed it for themselves'] as const) {
      expect((await run('reports', { waiting: true }, from(other))).text).toMatch(/No reports from people wait/);
      expect((await run('reports', {}, from(other))).text).not.toMatch(/wait/);
      expect((await run('show', { id: reported }, from(other))).text).not.toMatch(/35|Amal/);
    }
  });

  test('confirmed, it is an incident of all, without the name and the text of who reported it', async () => {
    await report();
    expect((await run('reports', { waiting: true }, operator)).text).toMatch(/1 report waits/);
    expect((await run('reports', { confirm: reported }, operator)).text).toMatch(/Confirmed: .*counted from now on/);
    const record = await bot.incidents.get(reported);
    expect(record).toMatchObject({ flags: [], casualties: [{ killed: { best: 35 } }] });
    expect(JSON.stringify([record, await bot.incidents.history(reported)])).not.toMatch(/Amal|a text that begins/);
    expect((await run('reports', { waiting: true }, operator)).text).toMatch(/No reports/);
    expect((await run('reports', { confirm: reported }, operator)).text).toMatch(/No report .* waits/);
  });

  test('removed, it is gone', async () => {
    await report();
    expect((await run('reports', { reject: reported }, operator)).text).toMatch(/removed/);
    expect(await bot.incidents.get(reported)).toBeUndefined();
    expect((await run('reports', { waiting: true }, reporter)).text).toMatch(/No reports/);
  });

  test('twenty an hour a person; two of one name are two', async () => {
    for (let n = 0; n < 20; n++) expect((await report()).text).toMatch(/Kept/);
    expect((await report()).text).toMatch(/20 reports in an hour/);
    expect((await report(from('a member', 'Basel'))).text).toMatch(/Kept/);
    expect((await run('reports', { waiting: true }, reporter)).text).toMatch(/21 reports from here wait/);
  });
});
