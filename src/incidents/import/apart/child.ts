import { nothingApplied } from '../../change.ts';
import type { Incident } from '../../incident.ts';
import type { Incidents } from '../../incidents.ts';
import { ImportError } from '../import-error.ts';
import { importFiles } from '../import-files.ts';
import type { FromImport, StoreCalls, Streamed, ToImport } from './messages.ts';

const waiting = new Map<number, PromiseWithResolvers<unknown>>();

const say = (message: FromImport) => process.send?.(message);

function ask<M extends keyof StoreCalls>(method: M, ...args: StoreCalls[M]): Promise<never> {
  const number = waiting.size === 0 ? 1 : Math.max(...waiting.keys()) + 1;
  const reply = Promise.withResolvers<unknown>();
  waiting.set(number, reply);
  say({ kind: 'call', number, method, args } as FromImport);
  return reply.promise as Promise<never>;
}

async function* streamed(number: number): AsyncGenerator<Incident> {
  while (true) {
    const some: Incident[] = await ask('more', number);
    if (some.length === 0) return;
    yield* some;
  }
}

/** The store of the process that this one imports for. */
const incidents = {
  apply: (changes, origin, mark) => ask('apply', changes, origin, mark?.(nothingApplied)),
  compare: (records) => ask('compare', records),
  getAll: (ids) => ask('getAll', ids),
  checkpoint: (name) => ask('checkpoint', name),
  markVanished: (scope, ids, origin) => ask('markVanished', scope, ids, origin),
  coverage: () => ask('coverage'),
  find: (query) => ask('find', query),
  stream: async (query) => {
    const { number, ...counted }: Streamed = await ask('stream', query);
    return { ...counted, incidents: streamed(number) };
  },
  bulk: (work) => work(),
} satisfies Partial<Incidents> as unknown as Incidents;

async function run({ sources, options }: Extract<ToImport, { kind: 'begin' }>): Promise<void> {
  const progress: Parameters<typeof importFiles>[1]['progress'] = (note) => say({ kind: 'progress', note });
  try {
    say({ kind: 'done', reports: await importFiles(sources, { ...options, incidents, progress }) });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    say({ kind: 'failed', message: error.message });
  }
}

process.on('message', (message: ToImport) => {
  if (message.kind === 'begin') return void run(message);
  waiting.get(message.number)?.resolve(message.value);
  waiting.delete(message.number);
});
// Whoever began it is gone.
process.on('disconnect', () => process.exit(1));
