import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImportError } from '../incidents/import/import-error.ts';
import type { SourceRows, WatchedFile } from './store.ts';
import type { RowTally } from './tally.ts';

/** What became of a file that appeared or changed. */
export type FileImportResult = { path: string } & (
  | { kind: 'taken'; rows: RowTally }
  /** Only its time of change is new. */
  | { kind: 'same' }
  | { kind: 'broken'; why: string }
);

export interface WatchOptions {
  folder: string;
  rows: Pick<SourceRows, 'watched'>;
  /** Imports a file. Throws ImportError where it cannot be read at all. */
  load(path: string): Promise<RowTally>;
  onResult(seen: FileImportResult): void;
  now?: () => number;
  /** How long a file must have stayed as it is, and how often the folder is looked at, in milliseconds. */
  settled?: number;
  pause?: number;
}

interface Look {
  size: number;
  changed: number;
}
const alike = (a: Look | undefined, b: Look) => a?.size === b.size && a.changed === b.changed;

// Names under which browsers and tools write what is not complete yet.
const unfinished = /^[.~]|\.(part|partial|tmp|crdownload|download|swp)$|~$/i;

async function lookAt(folder: string): Promise<[string, Look][]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
    throw new ImportError(`Cannot watch ${folder}: ${error.message}. Name a folder that I may read.`);
  });
  const looks = entries
    .filter((entry) => entry.isFile() && !unfinished.test(entry.name))
    .map(async ({ name }): Promise<[string, Look][]> => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      return found ? [[path, { size: found.size, changed: found.mtimeMs }]] : [];
    });
  return (await Promise.all(looks)).flat().sort(([, a], [, b]) => a.changed - b.changed);
}

async function hashOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}

/**
 * Imports each file of a folder that appears or changes, once it stays as it is; moves nothing. It looks rather than
 * being called, which works on every kind of disk. Ends when the signal does. Throws ImportError when the folder is gone.
 */
export async function watchFolder(options: WatchOptions, signal: AbortSignal): Promise<void> {
  const { settled = 2000, pause = 500, now = Date.now, rows } = options;
  const folder = resolve(options.folder);
  const seen = new Map<string, Look & { since: number }>();
  while (!signal.aborted) {
    for (const [path, look] of await lookAt(folder)) {
      if (signal.aborted) return;
      const last = seen.get(path);
      if (!last || !alike(last, look)) seen.set(path, { ...look, since: performance.now() });
      else if (performance.now() - last.since >= settled && !alike(await rows.watched.get(path), look))
        await take({ ...options, now }, path, look, signal);
    }
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}

type Taking = WatchOptions & { now(): number };

async function take(
  { rows, load, onResult: tell, now }: Taking,
  path: string,
  look: Look,
  signal: AbortSignal,
): Promise<void> {
  const hash = await hashOf(path).catch(() => undefined);
  // It was taken away in the meantime.
  if (hash === undefined) return;
  const keep = (error: string | null) => rows.watched.put({ path, ...look, hash, error } satisfies WatchedFile, now());
  const last = await rows.watched.get(path);
  if (last?.hash === hash && last.error === null) {
    await keep(null);
    return tell({ path, kind: 'same' });
  }
  try {
    const loaded = await load(path);
    await keep(null);
    tell({ path, kind: 'taken', rows: loaded });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ImportError)) throw error;
    await keep(error.message);
    tell({ path, kind: 'broken', why: error.message });
  }
}
