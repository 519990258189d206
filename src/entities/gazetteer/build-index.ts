import { existsSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { openPlaceStore } from './store.ts';
import { buildingFile } from './store-beside.ts';

// Builds the index of names into the file that is named, with little priority. Started by store-beside.ts.
const [file] = process.argv.slice(2);
if (!file) throw new Error('Name the file of the index.');
setPriority(10);
try {
  openPlaceStore(file, existsSync(file), () => {}).close();
} finally {
  rmSync(buildingFile(file), { force: true });
}
