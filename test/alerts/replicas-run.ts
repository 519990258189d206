import { parseArgs } from 'node:util';
import { postgresPrograms, startPostgres } from '../support/postgres.ts';
import { type Replicated, replicate } from './replicas.ts';

const columns: [string, (r: Replicated) => number | string][] = [
  ['replicas', (r) => r.replicas],
  ['at once', (r) => r.atOnce],
  ['kills', (r) => r.kills],
  ['seconds', (r) => Math.round(r.seconds)],
  ['questions/s', (r) => r.questionsASecond.toFixed(1)],
  ['alerts/s', (r) => r.alertsASecond.toFixed(1)],
  ['together/s', (r) => ((r.questions + r.incidents) / r.seconds).toFixed(1)],
  ['cores busy', (r) => `${Math.round(r.busy * 100)} %`],
  ['alerts lost', (r) => r.alertsLost],
  ['alerts doubled', (r) => r.alertsTwice],
  ['out of order', (r) => r.outOfOrder],
  ['questions lost', (r) => r.questionsLost],
  ['answered twice', (r) => r.questionsTwice],
  ['not answered', (r) => r.questionsWrong],
];
const line = (cells: readonly (number | string)[]) => console.log(`| ${cells.join(' | ')} |`);

const options = {
  replicas: { type: 'string', default: '1,2,4' },
  channels: { type: 'string', default: '200' },
  questions: { type: 'string', default: '10000' },
  alerts: { type: 'string', default: '5000' },
  kills: { type: 'string', default: '40' },
  'at-once': { type: 'string', default: '4' },
  lease: { type: 'string', default: '10000' },
} as const;
const { values } = parseArgs({ options });
const [channels, questions, incidents, atOnce] = [
  values.channels,
  values.questions,
  values.alerts,
  values['at-once'],
].map(Number);
const programs = postgresPrograms();
if (!programs) throw new Error('PostgreSQL is not installed here: apt-get install postgresql.');
if (!channels || !questions || !incidents || !atOnce)
  throw new Error('--channels, --questions, --alerts and --at-once are whole numbers.');

const server = await startPostgres(programs);
try {
  line(columns.map(([name]) => name));
  line(columns.map(() => '---:'));
  for (const kills of new Set([Number(values.kills), 0]))
    for (const replicas of values.replicas.split(',').map(Number)) {
      const ran = await replicate(
        { replicas, channels, questions, incidents, atOnce, kills, lease: Number(values.lease) },
        server.address,
      );
      line(columns.map(([, of]) => of(ran)));
    }
} finally {
  await server.stop();
}
