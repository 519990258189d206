import { describe, expect, test } from 'vitest';
import { menu } from '../../../commands/index.ts';
import { parseCommandLine, UsageError } from '../../../src/app/command-line.ts';
import { ConfigError, readConfig } from '../../../src/config/config.ts';

const parse = (...argv: string[]) => parseCommandLine(argv, menu);

test('the words after a command are its main option; the rest derives from its zod options', () => {
  expect(parse('ask', '--json', 'attacks', 'near', 'Samawah')).toMatchObject({
    command: { name: 'ask' },
    options: { question: 'attacks near Samawah' },
    common: { json: true },
  });
  expect(parse('import', 'a.csv', 'b.csv', '--dry-run').options).toEqual({ files: ['a.csv', 'b.csv'], dryRun: true });
  expect(parse('search', '--place', 'Iraq', '--min-killed', '20', '--order', 'deadliest').options).toEqual({
    place: 'Iraq',
    minKilled: 20,
    order: 'deadliest',
  });
  expect(parse('ask', '--now', '2020-07-14T09:00:00Z', 'x').common.now?.getTime()).toBe(Date.UTC(2020, 6, 14, 9));
});

test('wrong usage points to the help that tells more', () => {
  const wrong = () => parse('ask', '--wrong', 'x');
  expect(wrong).toThrow(expect.objectContaining({ see: 'help ask' }));
});

test('no command is the chat', () =>
  expect(parse('--db', 'x.db')).toMatchObject({ command: undefined, common: { db: 'x.db' } }));

describe('wrong usage says what is meant', () => {
  test.each<[string[], RegExp]>([
    [['imprt'], /Did you mean import/],
    [['ask', '--wrong', 'x'], /--wrong/],
    [['ask', '--now', 'yesterday', 'x'], /2020-07-14T09:00:00Z/],
    [['ask', '--zone', 'Mars/Base', 'x'], /Asia\/Baghdad/],
    [['status', 'please'], /does not take “please”/],
    [['search', '--place', 'Iraq', '--place', 'Syria'], /--place is given twice/],
    [['search', '--min-killed', '1', '--minKilled', '2'], /--min-killed is given twice/],
    [['ask', '--zone', 'UTC', '--zone', 'Asia/Baghdad', 'x'], /--zone is given twice/],
    [['ask', '--question', 'raids', 'attacks'], /--question is given twice/],
  ])('%j', (argv, words) => {
    expect(() => parse(...argv)).toThrow(UsageError);
    expect(() => parse(...argv)).toThrow(words);
  });
});

describe('settings', () => {
  test('an error names the variable and the remedy', () => {
    expect(() => readConfig({ SITREP_ZONE: 'Mars/Base' })).toThrow(ConfigError);
    expect(() => readConfig({ SITREP_ZONE: 'Mars/Base' })).toThrow(/SITREP_ZONE.*Asia\/Baghdad.*Mars\/Base/);
    expect(() => readConfig({ LOG_LEVEL: 'loud' })).toThrow(/LOG_LEVEL/);
  });
  test('an empty variable is as good as none', () => {
    expect(readConfig({ SITREP_DB: '', SITREP_ZONE: 'Asia/Baghdad' })).toMatchObject({
      zone: 'Asia/Baghdad',
      locale: 'en-GB',
      logLevel: 'warn',
    });
  });
});
