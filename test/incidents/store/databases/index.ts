import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { connect } from '../../../../src/database/open.ts';
import { engine, freshAddress } from '../../../support/engines.ts';

const here = (name: string) => readFileSync(new URL(name, import.meta.url));

/**
 * The name of a database of the engine that is tested, as revision 8049f96 left it on 14 July 2020: schema 9, the other
 * stores without a version. Six incidents of which one is retracted and two are merged; a subscription of C1 that was
 * sent one alert and is owed another; settings, a thread, buttons, feedback, a draft, a source and a pushed key.
 */
export async function schemaNine(): Promise<string> {
  if (engine === 'sqlite') {
    const file = join(mkdtempSync(join(tmpdir(), 'sitrep-nine-')), 'db');
    writeFileSync(file, gunzipSync(here('schema-9.db.gz')));
    return file;
  }
  const address = await freshAddress();
  const db = await connect(address);
  // As it is: exec would take it for SQLite's.
  await db.all(here('schema-9.postgres.sql').toString());
  await db.close();
  return address;
}
