import { spawnSync } from 'node:child_process';
import { readPeriods, readRelativePeriods } from '../../src/reading/period/index.ts';
import { cpuMilliseconds } from '../support/cpu.ts';
import { load } from './load.ts';
import { timePhrases } from './time-phrases.ts';

/*
 * npm run siege [-- QUESTIONS]: strangers' rights, bombs, locks, doors, logs and files (the tests of this folder in their
 * long form), 4,000 phrases of time, and so many hostile texts in a strict fake of Slack, 10,000 unless said otherwise.
 */
const questions = Number(process.argv[2] ?? 10_000);
const say = (line: string) => process.stdout.write(`${line}\n`);
const problems: string[] = [];
const demand = (holds: boolean, words: string) => {
  say(`${holds ? 'holds ' : 'BROKEN'}  ${words}`);
  if (!holds) problems.push(words);
};

async function phrases(): Promise<void> {
  const context = { now: new Date('2020-07-15T09:00:00Z'), zone: 'Asia/Baghdad', locale: 'en-GB' };
  const anchor = { start: '2016-01-01', end: '2016-02-01' };
  let [thrown, dearest, worst] = [0, 0, ''];
  for (const seed of [1, 2, 3, 4])
    for (const text of Array.from({ length: 1000 }, timePhrases(seed))) {
      const milliseconds = await cpuMilliseconds(() => {
        try {
          readPeriods(text, context);
          readRelativePeriods(text, { ...context, anchor });
        } catch {
          thrown++;
        }
      });
      if (milliseconds > dearest) [dearest, worst] = [milliseconds, text];
    }
  demand(thrown === 0, `4,000 phrases of time: ${thrown} throw`);
  demand(dearest < 500, `the dearest of them: ${dearest.toFixed(0)} ms (${worst.slice(0, 80)})`);
}

async function hostile(): Promise<void> {
  const { asked, failed, pings, unanswered, dearest, heap } = await load(questions);
  demand(
    failed.length === 0,
    `${asked} hostile texts: ${failed.length} answered with an error ${JSON.stringify(failed.slice(0, 3))}`,
  );
  demand(pings === 0, `live pings: ${pings}`);
  const silent = unanswered.filter((text) => /[a-z]{3}/i.test(text));
  demand(silent.length === 0, `questions without an answer: ${silent.length} ${JSON.stringify(silent.slice(0, 3))}`);
  demand(
    dearest.milliseconds < 500,
    `the dearest answer: ${dearest.milliseconds.toFixed(0)} ms (${dearest.text.slice(0, 80)})`,
  );
  demand(heap[1] < heap[0] * 1.5 + 50, `the heap after a fifth of them and after all: ${heap.join(' and ')} MB`);
}

function longForm(): void {
  const { status } = spawnSync('npx', ['vitest', 'run', 'test/siege'], {
    env: { ...process.env, SITREP_SIEGE: '1' },
    stdio: 'inherit',
  });
  demand(status === 0, 'the tests of test/siege in their long form');
}

await phrases();
await hostile();
longForm();
say(problems.length === 0 ? 'Nothing broke.' : `Broken: ${problems.length}.`);
process.exit(problems.length === 0 ? 0 : 1);
