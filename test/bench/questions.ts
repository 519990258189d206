import { existsSync, mkdirSync } from 'node:fs';
import Fuse from 'fuse.js';
import { createAutocomplete } from '../../src/app/autocomplete.ts';
import { openDatabase } from '../../src/database/open.ts';
import { importFiles } from '../../src/incidents/import/import-files.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import { query } from '../../src/incidents/query.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { indexFolder } from '../support/names-index.ts';
import { botOver, question } from '../support/world.ts';
import { quantile } from './figures.ts';

const data = process.argv[2] ?? '../shared/data/ucdp/ged-merged.csv';
const file = `${indexFolder}/bench.db`;
const rounds = 20;

const questions = [
  'attacks in Baghdad in 2006',
  'how many people were killed in Borno in 2014?',
  'deadliest attacks on civilians in Mexico since 2015',
  'killed per year in Diyala',
  'which provinces of Syria had the most deaths in 2016?',
  'incidents within 40 km of Samarra in June 2014',
  'clashes between the PKK and the Turkish government in 2016',
  'compare Iraq with Syria in 2016, deaths',
  'last attack by Boko Haram in Yobe state',
  'attacks between Mosul and Tal Afar in 2014',
  'incidnts in Samawwah',
  'airstrikes on hospitals in Idlib in 2019',
  'how many incidents in Ninawa outside Mosul in 2015?',
  'top 5 groups in Sudan in 2023',
];

const tell = (name: string, times: number[]) =>
  console.log(
    `${name.padEnd(44)} median ${quantile(times, 0.5).toFixed(2).padStart(8)} ms   p95 ${quantile(times, 0.95).toFixed(2).padStart(8)} ms`,
  );

if (!existsSync(data)) {
  console.error(`${data} is not there. Give a UCDP file: npm exec -- node test/bench/questions.ts ged261.csv`);
  process.exit(1);
}
mkdirSync(indexFolder, { recursive: true });
const incidents = await openIncidents(await openDatabase(file));
const [report] = await importFiles([data], { incidents, by: 'bench', now: new Date() });
console.log(
  `${report?.rows} events; import ${report?.seconds} s (${report?.added ? 'new' : 'unchanged'}); ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`,
);

const bot = await botOver(incidents);
for (const text of questions) await bot.ask(question(text));
const all: number[] = [];
for (const text of questions) {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const started = performance.now();
    await bot.ask(question(text));
    times.push(performance.now() - started);
  }
  tell(text, times);
  all.push(...times);
}
tell('Sitrep, all questions', all);

// Names while typing, letter by letter, over the whole gazetteer and these events.
const suggest = createAutocomplete(bot);
await suggest('place', 'a');
for (const [kind, names] of Object.entries({
  place: ['samawah', 'san salvador', 'deir ez-zor', 'kyiv', 'al anbar'],
  actor: ['islamic state', 'government of iraq', 'boko haram'],
  type: ['airstrikes', 'suicide bombings'],
  incident: ['convoy', 'hospital', 'market', 'ucdp:145137'],
})) {
  const times: number[] = [];
  for (const name of names) {
    for (let i = 0; i <= name.length; i++) {
      const started = performance.now();
      await suggest(kind, name.slice(0, i));
      times.push(performance.now() - started);
    }
  }
  tell(`while typing: ${kind}`, times);
}

// The peer: what a plain bot does, fuse.js over every incident's place and sides.
const { incidents: sample } = await incidents.find(query.parse({ measure: 'list', filter: {}, limit: 100 }));
const total = (await incidents.coverage()).incidents;
const texts = Array.from({ length: total }, (_, i) => textOf(sample[i % sample.length] as Incident));
const fuse = new Fuse(texts, { includeScore: true, ignoreLocation: true });
const peer = questions.slice(0, 3).map((text) => {
  const started = performance.now();
  fuse.search(text.slice(0, 32), { limit: 5 });
  return performance.now() - started;
});
tell('peer: fuse.js over all incidents', peer);

function textOf(incident: Incident): string {
  return `${incident.where.place} ${incident.where.admin1} ${incident.where.country} ${incident.actors.map((a) => a.actor).join(' ')}`;
}
