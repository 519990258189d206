import { openEntityLinker } from '../../src/entities/open-index.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { indexFolder } from '../support/names-index.ts';
import { scoreSet } from './scores.ts';

const names = openEntityLinker({ folder: indexFolder, actors: knownActors });
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
for (const set of ['tune', 'held-out'] as const) {
  const { found, gold, drafted, recall, precision, counts, missed, wrong } = await scoreSet(set, names);
  const gone = counts.filter((c) => c.gold !== c.drafted).map((c) => `${c.id} (${c.drafted} for ${c.gold})`);
  console.log(
    `${set}: ${counts.length} texts, ${gold} facts; recall ${percent(recall)} (${found} of ${gold}), precision ${percent(precision)} (${found} of ${drafted}); another number of incidents in: ${gone.join(', ') || 'none'}`,
  );
  if (process.argv.includes('--all'))
    console.log([...missed.map((m) => `  missed ${m}`), ...wrong.map((w) => `  wrong ${w}`)].join('\n'));
}
