import { openEntityLinker } from '../../src/entities/open-index.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';

/** Where the tests keep the names index, so that it is built once. */
export const indexFolder = 'node_modules/.cache/sitrep-test';

/** Runs once before all tests. */
export async function setup(): Promise<void> {
  openEntityLinker({ folder: indexFolder, actors: knownActors });
}
