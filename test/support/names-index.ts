import { knownActors } from '../../src/incidents/actors.ts';
import { openNames } from '../../src/names/open.ts';

/** Where the tests keep the names index, so that it is built once. */
export const indexFolder = 'node_modules/.cache/sitrep-test';

/** Runs once before all tests. */
export async function setup(): Promise<void> {
  openNames({ folder: indexFolder, actors: knownActors });
}
