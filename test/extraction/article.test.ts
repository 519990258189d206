import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { extractDraft } from '../../src/extraction/extract-draft.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { indexFolder } from '../support/names-index.ts';

const article = '../shared/data/article/article.txt';
if (!existsSync(article)) console.warn(`${article} is not there: the article is not part of this repository.`);

test.skipIf(!existsSync(article))('the article that Sitrep began with is three incidents, and no more', async () => {
  const names = openEntityLinker({ folder: indexFolder, actors: knownActors });
  const told = { locale: 'en-US', date: '2020-07-13', source: 'SOFREP' };
  const draft = await extractDraft(readFileSync(article, 'utf8'), told, names);
  expect(draft.incidents).toHaveLength(3);
  const [convoy, raid, strike] = draft.incidents.map(({ incident }) => incident);
  expect(convoy).toMatchObject({
    when: { start: '2020-07-11', end: '2020-07-11', partOfDay: 'night' },
    where: { between: [{ name: 'Diwaniya' }, { name: 'Samawah' }], country: 'Iraq' },
    eventTypes: ['ambush', 'arson'],
    casualties: [
      { group: 'Americans', killed: 'none reported', wounded: 'none reported' },
      { group: 'civilians', wounded: 'number unknown' },
    ],
  });
  const said = convoy?.attributions.map(({ status, actor, by }) => `${status}: ${actor}, ${by}`);
  expect(said).toContain('claimed: Sayara Thora Al-Ashrin, Sayara Thora Al-Ashrin');
  expect(said).toContainEqual(
    expect.stringMatching(/^doubted: Islamic State, .*Interior Ministry.*al-Araby al-Jadeed/),
  );
  const sources = convoy?.reports.map((r) => r.publisher).join('; ');
  for (const source of ['SOFREP', 'al-Araby al-Jadeed', 'Al Mayadeen', 'Ahmad al-Hamdani'])
    expect(sources).toContain(source);
  expect(raid).toMatchObject({
    when: { start: null, asWritten: 'Recently' },
    where: { country: 'Iraq' },
    casualties: [{ group: 'militia members', arrested: { best: 14 } }],
  });
  expect(raid?.eventTypes).toContain('raid');
  expect(strike).toMatchObject({
    when: { start: '2020-07-11' },
    where: { admin1: 'Deir ez-Zor', country: 'Syria' },
    eventTypes: ['airstrike'],
    casualties: [{ killed: { best: 35 }, by: 'Anadolu' }],
    attributions: [],
  });
  expect(draft.aggregates.join(' ')).toMatch(/more than three dozen rocket and mortar attacks/);
  expect(draft.developments.join(' ')).toMatch(/C-RAM/);
});
