import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const child = fileURLToPath(new URL('./replica-child.ts', import.meta.url));

export interface Work {
  replicas: number;
  questions: number;
  /** Questions that each replica is asked at the same time. */
  atOnce: number;
}

/**
 * Processes that answer questions, and are begun anew when they are killed. A question that died with one is asked again.
 * Nothing is asked before `ask` is called.
 */
export function createReplicas(args: string[], { replicas, questions, atOnce }: Work) {
  const waiting = Array.from({ length: questions }, (_, id) => id);
  const answers = new Map<number, string>();
  const alive = new Map<ChildProcess, () => void>();
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const counts = { twice: 0, ready: 0, answered: 0 };
  let asking = false;
  let stopped = false;

  function begin(): void {
    const open = new Set<number>();
    const one = fork(child, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const ask = () => {
      while (asking && open.size < atOnce) {
        const id = waiting.shift();
        if (id === undefined) return;
        open.add(id);
        one.send({ id, text: `how many attacks in Iraq on ${1 + (id % 28)} July 2019?` }, () => undefined);
      }
    };
    one.on('message', (said: { ready?: true; id: number; status: string }) => {
      if (said.ready) {
        alive.set(one, ask);
        if (++counts.ready === replicas) resolve();
      } else {
        if (answers.has(said.id)) counts.twice++;
        answers.set(said.id, said.status);
        counts.answered = performance.now();
        open.delete(said.id);
      }
      ask();
    });
    one.on('exit', () => {
      alive.delete(one);
      waiting.push(...open);
      if (!stopped) begin();
    });
    alive.set(one, () => undefined);
  }
  for (let n = 0; n < replicas; n++) begin();
  return {
    answers,
    ready,
    twice: () => counts.twice,
    /** When the last answer came, as performance.now() has it. */
    lastAnswer: () => counts.answered,
    ask() {
      asking = true;
      for (const ask of alive.values()) ask();
    },
    kill: () => [...alive.keys()][Math.floor(Math.random() * alive.size)]?.kill('SIGKILL') ?? false,
    stop() {
      stopped = true;
      for (const one of alive.keys()) one.kill('SIGKILL');
    },
  };
}
