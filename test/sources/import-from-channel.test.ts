import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importCommand } from '../../commands/import.ts';
import { createHttpFetcher } from '../../src/web/http-fetcher.ts';
import { fetchFile } from '../../src/web/lazy-http-fetcher.ts';
import { botOver, openStore, question } from '../support/world.ts';
import { startOddServer } from '../web/odd-server.ts';
import { ucdpCsv } from './ucdp-rows.ts';

const from = {
  ...question(''),
  channel: { platform: 'slack', id: 'T1:C1', kind: 'channel' } as const,
  progress: () => undefined,
};

test.each([
  ['https://127.0.0.1/data.csv', /private network/],
  ['https://169.254.169.254/latest/meta-data', /private network/],
  ['https://localhost/data.csv', /private network/],
  ['https://user:secret@wire.example/data.csv', /user name or password/],
  ['http://wire.example/data.csv', /only https addresses, “sample” and “ucdp”/],
  ['/etc/passwd', /only https addresses, “sample” and “ucdp”/],
])('from a channel %s is not fetched', async (file, words) => {
  const bot = await botOver(await openStore());
  expect((await bot.run(importCommand, { files: [file] }, from)).text).toMatch(words);
});

test('from a channel a public file is imported under its own name, and leaves no file behind', async () => {
  const temporary = tmpdir();
  process.env.TMPDIR = mkdtempSync(join(temporary, 'sitrep-channel-'));
  const server = await startOddServer({ '/ged.csv': (_, r) => r.end(ucdpCsv([1, 2])) });
  const web = createHttpFetcher({ distance: 0 });
  const world = await botOver(await openStore());
  // As a public host would be: the name of this test's own server.
  const fetchPublic = (address: string) =>
    fetchFile(web, { url: address.replace('https://wire.example/', server.url), policy: { local: true, http: true } });
  const answer = await importCommand.run(importCommand.options.parse({ files: ['https://wire.example/ged.csv'] }), {
    ...from,
    bot: { ...world, fetchPublic },
  });
  expect(answer.text).toMatch(/2 records new[\s\S]*ged\.csv \(ucdp\): 2 rows/);
  expect(readdirSync(tmpdir())).toEqual([]);
  process.env.TMPDIR = temporary;
  await Promise.all([web.close(), server.close()]);
});

test('a folder is watched on the command line alone', async () => {
  const bot = await botOver(await openStore());
  expect((await bot.run(importCommand, { files: ['in'], watch: true }, from)).text).toMatch(
    /only be watched from the command line/,
  );
});
