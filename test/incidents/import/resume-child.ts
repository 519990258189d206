import { dirname } from 'node:path';
import { openDatabase } from '../../../src/database/open.ts';
import { importFiles } from '../../../src/incidents/import/import-files.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';

// Imports a file into a database and says after every batch how far it has come. Killed by resume.test.ts.
const [db = '', file = ''] = process.argv.slice(2);
const incidents = await openIncidents(await openDatabase(db));
const [report] = await importFiles([file], {
  incidents,
  by: 'test',
  now: new Date('2020-07-14T09:00:00Z'),
  folder: dirname(file),
  progress: () => process.stdout.write('batch\n'),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
await incidents.close();
