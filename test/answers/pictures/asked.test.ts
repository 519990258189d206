import { expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/document/answer.ts';
import { chartWords } from '../../../src/answers/document/chart.ts';
import { mapWords } from '../../../src/answers/document/place-map.ts';
import { attachImages } from '../../../src/answers/drawing/attach-images.ts';
import { recordedPictures } from '../../support/recorded-pictures.ts';
import { botOver, openStore, question, shippedStore } from '../../support/world.ts';

const bot = await botOver(await shippedStore());
let threads = 0;

/** Asks in one new thread; the last answer. */
async function asked(...texts: string[]): Promise<Answer> {
  const thread = `pictures-${++threads}`;
  let answer: Answer | undefined;
  for (const text of texts) answer = await bot.ask(question(text, { thread }));
  if (!answer) throw new Error('nothing asked');
  return answer;
}

const mapIn = ({ parts }: Answer) => parts.find((p) => p.kind === 'map');
const chartIn = ({ parts }: Answer) => parts.find((p) => p.kind === 'chart');

test.each([
  [['map attacks in Iraq']],
  [['a map of attacks in Iraq']],
  [['show me attacks in Iraq on a map']],
  [['attacks in Iraq', 'show it on a map']],
  [['attacks in Iraq', 'where were they?']],
  [['how many attacks were there in Iraq?', 'put them on a map']],
])('%j is a map of the same incidents', async (texts) => {
  const answer = await asked(...texts);
  const [list] = [await asked('attacks in Iraq')];
  expect(answer.data?.understood?.measure).toBe('map');
  expect(answer.data?.result?.total).toBe(list?.data?.result?.total);
  expect(mapIn(answer)).toBeDefined();
});

test('under an answer with places there is a button to the map', async () => {
  const step = (await asked('incidents in Iraq')).next.find((s) => s.label === 'Map');
  expect(step?.action).toMatchObject({ find: { measure: 'map' } });
  expect((await asked('map incidents in Iraq')).next.map((s) => s.label)).not.toContain('Map');
});

test('what is known only to the province is no point', async () => {
  const map = mapIn(await asked('a map of airstrikes in Syria'));
  expect(map?.spots).toEqual([]);
  expect(map?.areas).toMatchObject([{ level: 'province', weight: 1 }]);
});

test('a timeline tells each in order', async () => {
  const answer = await asked('a timeline of incidents');
  expect(answer.data?.understood?.measure).toBe('timeline');
  const table = answer.parts.find((p) => p.kind === 'table');
  expect(table?.table.rows.length).toBe(answer.data?.result?.total);
});

test('without incidents there is nothing to draw', async () => {
  const empty = await botOver(await openStore());
  const answer = await empty.ask(question('a map of attacks in Iraq'));
  expect(mapIn(answer)).toBeUndefined();
  expect(answer.next.map((s) => s.label)).not.toContain('Map');
});

test('the words of a picture say its figures', async () => {
  const chart = chartIn(await asked('attacks by country'));
  if (!chart) throw new Error('no chart');
  for (const { label, value } of chart.points) expect(chartWords(chart)).toContain(`${label}: ${value}`);
  const map = mapIn(await asked('map incidents'));
  if (!map) throw new Error('no map');
  for (const { name, weight } of [...map.spots, ...map.areas]) expect(mapWords(map)).toContain(`${name} ${weight}`);
});

test('a picture is drawn only when it is sent, and described', async () => {
  const { drawn, pictures } = recordedPictures();
  const picture = mapIn(attachImages(await asked('map incidents'), pictures, 'dark'))?.picture;
  expect(picture).toMatchObject({ mediaType: 'image/png', words: expect.stringMatching(/^Map\. /) });
  expect(drawn).toEqual([]);
  expect(await picture?.use(async (bytes) => bytes.size)).toBe(3);
  expect(drawn).toEqual(['map dark']);
});
