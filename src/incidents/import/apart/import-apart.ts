import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { minute } from '../../../kernel/duration.ts';
import type { Incident } from '../../incident.ts';
import type { Incidents } from '../../incidents.ts';
import type { Query } from '../../query.ts';
import type { FileReport } from '../file-report.ts';
import { ImportDied, ImportError } from '../import-error.ts';
import type { ImportOptions } from '../load.ts';
import type { ImportSource } from '../read/open-source.ts';
import {
  checkpointAfter,
  type FromImport,
  type StoreCall,
  type StoreCalls,
  type Streamed,
  type ToImport,
} from './messages.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
/** An import of 2 GB stays below 300 MB. */
const mostMegabytes = 768;
const silence = 5 * minute;

const died =
  'Reading it ended the process that did: it holds more than fits into the memory, or never ends. Nothing more of it was read. Look at the file, or import it in parts.';

/** What it may know of its surroundings: no tokens. */
const { PATH, HOME, TMPDIR, TZ } = process.env;
const surroundings = { PATH, HOME, TMPDIR, TZ, NODE_COMPILE_CACHE: getCompileCacheDir() };

const mostAtOnce = 500;

/** Streams of a store, by number, read some at a time. */
function createStreams(incidents: Incidents) {
  const open: AsyncIterator<Incident>[] = [];
  return {
    async begin(query: Query): Promise<Streamed> {
      const { incidents: all, ...counted } = await incidents.stream(query);
      return { ...counted, number: open.push(all[Symbol.asyncIterator]()) - 1 };
    },
    async more(number: number): Promise<Incident[]> {
      const some: Incident[] = [];
      while (some.length < mostAtOnce) {
        const next = await open[number]?.next();
        if (!next || next.done) break;
        some.push(next.value);
      }
      return some;
    },
  };
}

type Answers = { [M in keyof StoreCalls]: (...args: StoreCalls[M]) => Promise<unknown> };

/** What the process that reads may ask of the store. */
function answersFrom(incidents: Incidents): Answers {
  const streams = createStreams(incidents);
  return {
    apply: (changes, origin, base) =>
      incidents.apply(changes, origin, base && ((applied) => checkpointAfter(base, applied))),
    compare: (...args) => incidents.compare(...args),
    getAll: (...args) => incidents.getAll(...args),
    checkpoint: (...args) => incidents.checkpoint(...args),
    markVanished: (...args) => incidents.markVanished(...args),
    coverage: () => incidents.coverage(),
    find: (...args) => incidents.find(...args),
    stream: streams.begin,
    more: streams.more,
  };
}

/**
 * Imports files as `importFiles` does, but reads them in a process of its own, whose death ends nothing else; what they
 * hold is stored by this one. Throws ImportError; ImportDied where the reading ended the process, or said nothing for
 * five minutes.
 */
export async function importFilesApart(
  sources: readonly ImportSource[],
  { incidents, progress, signal, ...options }: ImportOptions,
  { megabytes = mostMegabytes } = {},
): Promise<FileReport[]> {
  return incidents.bulk(async () => {
    signal?.throwIfAborted();
    const execArgv = [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=8'];
    const child = fork(program, { execArgv, env: surroundings, serialization: 'advanced', stdio: 'ignore' });
    const stop = () => child.kill('SIGKILL');
    signal?.addEventListener('abort', stop);
    try {
      return await reportsOf(child, { incidents, progress }, { kind: 'begin', sources, options });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      stop();
    }
  });
}

function reportsOf(
  child: ChildProcess,
  { incidents, progress }: Pick<ImportOptions, 'incidents' | 'progress'>,
  begin: ToImport,
): Promise<FileReport[]> {
  const { promise, resolve, reject } = Promise.withResolvers<FileReport[]>();
  const answers = answersFrom(incidents);
  let watch = setTimeout(() => child.kill('SIGKILL'), silence);
  const say = (message: ToImport) => child.connected && child.send(message, () => undefined);
  const reply = async ({ number, method, args }: StoreCall) => {
    try {
      const answer = answers[method] as (...args: StoreCall['args']) => Promise<unknown>;
      say({ kind: 'reply', number, value: await answer(...args) });
    } catch (error) {
      // The store's own error is the cause, not what the import makes of it.
      reject(error);
    }
  };
  child.on('message', (message: FromImport) => {
    clearTimeout(watch);
    watch = setTimeout(() => child.kill('SIGKILL'), silence);
    if (message.kind === 'call') void reply(message);
    else if (message.kind === 'progress') progress?.(message.note);
    else if (message.kind === 'done') resolve(message.reports);
    else reject(new ImportError(message.message));
  });
  child.on('error', reject);
  child.on('exit', () => reject(new ImportDied(died)));
  say(begin);
  return promise.finally(() => clearTimeout(watch));
}
