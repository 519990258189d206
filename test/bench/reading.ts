import { Session } from 'node:inspector/promises';
import { openDatabase } from '../../src/database/open.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { understand } from '../../src/reader/understand.ts';
import { laterMeanings, meanings } from '../questions/meanings.ts';
import { indexFolder } from '../support/names-index.ts';
import { quantile, table } from './figures.ts';

// Reading alone, over the names of a store: npm exec -- node test/bench/reading.ts incidents.db
const file = process.argv[2] ?? `${indexFolder}/bench.db`;
const vocabulary = await (await openIncidents(await openDatabase(file))).vocabulary();
const now = new Date('2020-07-14T09:00:00Z');
const opened = () => {
  const names = openEntityLinker({ folder: indexFolder, actors: knownActors });
  names.setVocabulary(vocabulary);
  return names;
};

const questions = [...meanings, ...laterMeanings].flatMap((m) => m.phrasings);
const repeated = (part: string) => part.repeat(Math.ceil(500 / part.length)).slice(0, 500);
const hostile = [
  repeated('Aleppo, Homs and Idlib or Raqqa/'),
  repeated('Boko Haram, ISIS and Taliban or PKK/'),
  repeated('2014, 2015 and 2016 or 2017/'),
  repeated('deaths per month by province '),
  repeated('not in or by '),
  repeated('more than 20 killed '),
  repeated('Deir ez Zor San Salvador '),
  repeated('Xqwzv Kabaleros Tmplarioss '),
  repeated('1h '),
  repeated('(((('),
  repeated('a'),
];

let names = opened();
const read = (text: string) => understand(text, { now, zone: 'Asia/Baghdad', locale: 'en-GB', names, vocabulary });
const timed = (text: string) => {
  const started = performance.now();
  read(text);
  return performance.now() - started;
};

/** What part of reading each function is, that has others below it. */
const stages: Record<string, string> = {
  tokensOf: 'tokens, lattice',
  latticeOf: 'tokens, lattice',
  addWords: 'lexicon',
  periodsIn: 'times',
  addTimes: 'times',
  addRelativeTimes: 'times',
  addReadings: 'readings of records',
  addExact: 'names, exact',
  addPeoples: 'names, exact',
  addMentions: 'names, exact',
  addLoose: 'names, loose',
  grow: 'rules',
  notesOf: 'notes',
  bestPaths: 'paths',
  settled: 'paths',
  understand: 'interpretation',
};

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 100 });

/** Milliseconds of every question, and of each stage on the average. */
async function pass(): Promise<{ times: number[]; spent: Map<string, number> }> {
  await session.post('Profiler.start');
  const times = questions.map(timed);
  const { profile } = await session.post('Profiler.stop');
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const stageOf = new Map<number, string>();
  const walk = (id: number, above: string): void => {
    const node = byId.get(id);
    const stage = (node && stages[node.callFrame.functionName]) ?? above;
    stageOf.set(id, stage);
    for (const child of node?.children ?? []) walk(child, stage);
  };
  walk((profile.nodes[0] as { id: number }).id, 'none');
  const spent = new Map<string, number>();
  profile.samples?.forEach((id, i) => {
    const stage = stageOf.get(id) ?? 'none';
    spent.set(stage, (spent.get(stage) ?? 0) + (profile.timeDeltas?.[i] ?? 0) / 1000 / questions.length);
  });
  return { times, spent };
}

const figure = (n: number) => n.toFixed(3);
/** The best of three passes for each question: what other programs take is not in it. */
async function best(each: () => void) {
  const passes: Awaited<ReturnType<typeof pass>>[] = [];
  for (let i = 0; i < 3; i++) {
    each();
    passes.push(await pass());
  }
  const times = questions.map((_, i) => Math.min(...passes.map((one) => one.times[i] as number)));
  const spent = (stage: string) => Math.min(...passes.map((one) => one.spent.get(stage) ?? 0));
  return { times, spent };
}

for (const text of questions) read(text);
const cold = await best(() => {
  names = opened();
});
const warm = await best(() => undefined);
console.log(
  `${questions.length} questions over the names of ${vocabulary.places.length} places, ${vocabulary.actors.length} sides; ms\n`,
);
console.log(
  table(
    ['a whole question', 'median', 'p95', 'p99', 'most'],
    Object.entries({ 'never seen': cold, 'seen before': warm }).map(([name, { times }]) => [
      name,
      ...[0.5, 0.95, 0.99, 1].map((share) => figure(quantile(times, share))),
    ]),
  ),
);
console.log();
console.log(
  table(
    ['stage, on the average', 'never seen', 'seen before'],
    [...new Set(Object.values(stages))].map((stage) => [
      stage,
      ...[cold, warm].map(({ spent }) => figure(spent(stage))),
    ]),
  ),
);
console.log();
console.log(
  table(
    ['500 hostile characters', 'first', 'then'],
    hostile.map((text) => [
      text.slice(0, 40),
      figure(timed(text)),
      figure(Math.min(timed(text), timed(text), timed(text))),
    ]),
  ),
);
const slowest = questions.map((text, i) => ({ text, ms: cold.times[i] as number })).sort((a, b) => b.ms - a.ms);
console.log(
  `\nSlowest when never seen:\n${slowest
    .slice(0, 12)
    .map(({ text, ms }) => `${figure(ms).padStart(8)}  ${text}`)
    .join('\n')}`,
);
