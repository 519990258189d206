import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImportError } from '../incidents/import/import-error.ts';
import type { SourceRows, WatchedFile } from './store.ts';
import type { RowTally } from './tally.ts';

/** What became of a file that appeared or changed: imported, only its modification time is new, or unreadable. */
export type FileImportResult = { path: string } & (
  | { kind: 'taken'; rows: RowTally }
  | { kind: 'same' }
  | { kind: 'broken'; why: string }
);

export interface WatchOptions {
  folder: string;
  rows: Pick<SourceRows, 'watched'>;
  /** Imports a file. Throws ImportError where it cannot be read at all. */
  load(path: string): Promise<RowTally>;
  onResult(result: FileImportResult): void;
  now?: () => number;
  /** How long a file must be unchanged before it is imported, in milliseconds. */
  settled?: number;
  /** The interval between two polls, in milliseconds. */
  pause?: number;
}

interface FileState {
  size: number;
  changed: number;
}
const isSame = (a: FileState | undefined, b: FileState) => a?.size === b.size && a.changed === b.changed;

// Names under which browsers and tools write incomplete files.
const unfinished = /^[.~]|\.(part|partial|tmp|crdownload|download|swp)$|~$/i;

async function statesIn(folder: string): Promise<[string, FileState][]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
    throw new ImportError(`Cannot watch ${folder}: ${error.message}. Name a folder that can be read.`);
  });
  const states = entries
    .filter((entry) => entry.isFile() && !unfinished.test(entry.name))
    .map(async ({ name }): Promise<[string, FileState][]> => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      return found ? [[path, { size: found.size, changed: found.mtimeMs }]] : [];
    });
  return (await Promise.all(states)).flat().sort(([, a], [, b]) => a.changed - b.changed);
}

async function hashOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}

/**
 * Imports each file of a folder that appears or changes, once it is unchanged for a while; moves no file. It polls, which
 * works on every kind of disk. Resolves when the signal is aborted. Throws ImportError when the folder is gone.
 */
export async function watchFolder(options: WatchOptions, signal: AbortSignal): Promise<void> {
  const { settled = 2000, pause = 500, now = Date.now, rows } = options;
  const folder = resolve(options.folder);
  const states = new Map<string, FileState & { since: number }>();
  while (!signal.aborted) {
    for (const [path, state] of await statesIn(folder)) {
      if (signal.aborted) return;
      const last = states.get(path);
      if (!last || !isSame(last, state)) states.set(path, { ...state, since: performance.now() });
      else if (performance.now() - last.since >= settled && !isSame(await rows.watched.get(path), state))
        await importChanged({ ...options, now }, path, state, signal);
    }
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}

async function importChanged(
  { rows, load, onResult, now }: WatchOptions & { now(): number },
  path: string,
  state: FileState,
  signal: AbortSignal,
): Promise<void> {
  const hash = await hashOf(path).catch(() => undefined);
  // It was deleted in the meantime.
  if (hash === undefined) return;
  const remember = (error: string | null) =>
    rows.watched.put({ path, ...state, hash, error } satisfies WatchedFile, now());
  const last = await rows.watched.get(path);
  if (last?.hash === hash && last.error === null) {
    await remember(null);
    return onResult({ path, kind: 'same' });
  }
  try {
    const loaded = await load(path);
    await remember(null);
    onResult({ path, kind: 'taken', rows: loaded });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ImportError)) throw error;
    await remember(error.message);
    onResult({ path, kind: 'broken', why: error.message });
  }
}
