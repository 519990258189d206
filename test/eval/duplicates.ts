import { existsSync } from 'node:fs';
import { labelledIncidents, labelledSame } from '../incidents/labelled.ts';
import { madePairs } from '../incidents/pairs-made.ts';
import { type Score, scored, storeOf } from '../incidents/proposed.ts';
import { incidentsOf } from '../incidents/ucdp-file.ts';

// Prints how many proposals of "may be the same incident" are right (precision), and how many of the same are proposed (recall).
const folder = '../shared/data/ucdp/';
const files: [string, number][] = [
  ['ged_ukraine_2014-2021_hdx.csv', 3000],
  ['ged_iraq_1989-2018_hdx.csv', 3000],
  ['ged_nigeria_1990-2019_hdx_pandas-index.csv', 3000],
  ['ged_bangladesh_1989-2018_hdx.csv', 3000],
  ['ged_global_sample1000_v23_1.csv', 1000],
];
const levels = [0.8, 0.9];

const line = (name: string, least: number, s: Score) =>
  `${name.padEnd(46)} ≥ ${least}  ${String(s.pairs).padStart(5)} pairs  ${String(s.proposed).padStart(5)} proposed  precision ${s.precision.toFixed(1).padStart(5)} %  recall ${s.recall.toFixed(1).padStart(5)} %`;

async function main(): Promise<void> {
  const byHand = await (await storeOf(labelledIncidents)).duplicates(100_000);
  for (const least of levels) console.log(line('labelled by hand', least, scored(byHand, labelledSame, least)));
  for (const [file, most] of files) {
    if (!existsSync(folder + file)) {
      console.log(`${folder + file} is not there: the data of this measurement is not part of this repository.`);
      continue;
    }
    const split = madePairs(await incidentsOf(folder + file, most), 1);
    const started = performance.now();
    const store = await storeOf([...split.first, ...split.second]);
    const proposals = await store.duplicates(100_000);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const least of levels) console.log(line(file, least, scored(proposals, split.same, least)));
    console.log(`  stored and compared in ${seconds} s`);
    if (process.argv.includes('--wrong'))
      for (const { a, b, confidence, reasons } of scored(proposals, split.same).wrong.slice(0, 10))
        console.log(
          confidence,
          JSON.stringify(reasons),
          a.id,
          a.when.start,
          a.where.place,
          '|',
          b.id,
          b.when.start,
          b.where.place,
        );
    await store.close();
  }
}

await main();
