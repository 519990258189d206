import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openShippedPlaces, type ShippedPlaces } from './shipped-places.ts';
import { openPlaceStore, type PlaceStore } from './store.ts';

const builder = fileURLToPath(new URL('./build-index.ts', import.meta.url));

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The file that says which process builds an index. */
export const buildingFile = (file: string) => `${file}.building`;

/** Starts a process of its own that builds the index and outlives this one, unless one does it already. */
function buildBeside(file: string): void {
  const building = buildingFile(file);
  try {
    if (existsSync(building) && isRunning(Number(readFileSync(building, 'utf8')))) return;
    const child = spawn(process.execPath, [builder, file], { detached: true, stdio: 'ignore' });
    child.on('error', () => rmSync(building, { force: true }));
    child.unref();
    writeFileSync(building, String(child.pid));
  } catch {
    // Then it is built here, by the first look-up that needs it.
  }
}

/**
 * Opens the index of a file that does not exist yet: it is built beside, and until it is there names are looked up in the
 * shipped gazetteer. A look-up that cannot do without (a misspelt name, a beginning) builds it on the spot.
 */
export function openBeside(file: string, progress: (done: number, of: number) => void): PlaceStore {
  buildBeside(file);
  let index: PlaceStore | undefined;
  let shipped: ShippedPlaces | undefined;
  const whole = (): PlaceStore => {
    index ??= openPlaceStore(file, existsSync(file), progress);
    shipped = undefined;
    return index;
  };
  const either = (): ShippedPlaces => {
    if (index || existsSync(file)) return whole();
    shipped ??= openShippedPlaces();
    return shipped;
  };
  return {
    exact: (folded) => either().exact(folded),
    mayHave: (folded) => either().mayHave(folded),
    wellKnown: (folded) => either().wellKnown(folded),
    place: (id) => either().place(id),
    provinces: (skeleton, country) => either().provinces(skeleton, country),
    provincesOf: (country) => either().provincesOf(country),
    namesOf: (id) => either().namesOf(id),
    wellKnownNear: (folded) => whole().wellKnownNear(folded),
    byPhoneticKey: (...asked) => whole().byPhoneticKey(...asked),
    byPrefix: (...asked) => whole().byPrefix(...asked),
    close: () => index?.close(),
  };
}
