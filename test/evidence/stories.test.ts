import { beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/document/answer.ts';
import { importFiles } from '../../src/incidents/import/import-files.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let ask: (text: string, thread?: string) => Promise<Answer>;
beforeAll(async () => {
  const incidents = await shippedStore();
  const now = new Date('2031-06-01T09:00:00Z');
  await importFiles(['test/evidence/stories.json'], { incidents, by: 'test', now });
  const bot = await botOver(incidents);
  ask = (text, thread) => bot.ask(question(text, { askedAt: now, ...(thread ? { thread } : {}) }));
});

/** Each question, and what the first sentence must say; after it what no sentence may. */
const golden: [string, RegExp, RegExp?][] = [
  ['who claimed the shelling of the mill in Verkhne?', /^the northern brigade claimed it/i],
  ['who boarded the ferry Alder?', /not established.*Lake Front/s],
  ['has anyone claimed the ferry attack?', /^no group/i, /^yes/i],
  ['did the Lake Front board the ferry?', /^disputed: lake front/i, /^yes/i],
  ['was the ADF behind the ferry attack?', /^not known: allied democratic forces.*unlikely/i, /^(?:yes|no\b)/i],
  ['who denies boarding the ferry?', /^lake front denies/i],
  ['who does the harbour police chief blame for the ferry attack?', /^lake front: blamed/i, /moss island/i],
  ['how many died on the ferry Alder?', /4 to 6 killed.*4 \(harbour police.*6 \(clinic/i],
  ['how many people died on the ferry according to the clinic?', /^6 killed/],
  ['what toll do the police give for the ferry boarding?', /^4 killed/],
  ['who claimed the shelling of the mill in Verkhne on 7 March 2031?', /^the northern brigade claimed it/i],
  ['who says six died on the ferry?', /^clinic of tarn: 6 killed/i, /olive tem/i],
  ['why does the clinic count more dead on the ferry?', /counted at the pier/],
  ['who says the Lake Front was behind the ferry attack?', /^lake front: blamed/i],
  ['was anyone arested after the ferry attack?', /^yes: three fishermen/i],
  ['what did the harbor police cheif say about the ferry?', /olive tem|harbour police/i],
  ['what hour was it that the ferry Alder was boarded, on what day?', /06:40/],
  ['was a number of the wounded on the ferry given? how many?', /wounded/i],
  ['why do the figures for the ferry differ?', /counted at the pier/],
  ['were any children killed on the ferry?', /^no: no children reported killed/i],
  ['were any tourists hurt on the ferry?', /record does not say/i, /^(?:yes|no:)/i],
  ['what was stolen from the ferry?', /cash box.*outboard motors/],
  ['what weapons did the gunmen on the ferry have?', /shotguns/i],
  ['where were the wounded from the ferry taken?', /clinic of tarn.*kampala/i],
  ['who is Peter Oluk?', /engineer/],
  ['who is Olive Tem?', /harbour police chief/],
  ['what did Ida Moen say?', /nobody had warned/],
  ['what did the transport minister say about the ferry?', /patrols/],
  ['what did the archbishop say about the ferry?', /record has nothing/i],
  ['was anyone arrested after the ferry attack?', /^yes: three fishermen/i],
  ['did the boats carry a flag?', /^disputed/i],
  ['how many ferries have been boarded on Lake Sorrel since March?', /^three ferries.*lake radio/i],
  ['what time was the ferry Alder attacked?', /06:40/],
  ['was there a warning before the ferry was boarded?', /^no: .*nobody had warned/i],
  ['is it confirmed who shelled the mill?', /confirmed by OSCE/],
  ['was the mill a fuel depot?', /claim speaks of a fuel depot/, /^yes/i],
  ['how many workers were killed at the mill?', /^0 to 3 workers killed/],
  ['why was the ferry attacked?', /landing fees/],
  ['the 7 March shelling: who did it?', /northern brigade/i],
];

test.each(golden)('%s', async (question, says, never) => {
  const { data, text } = await ask(question);
  expect(data?.status).toBe('answered');
  expect(text.split('\n')[0]).toMatch(says);
  if (never) expect(text).not.toMatch(never);
});

test('a story stays the subject of its thread, also after a turn that is refused', async () => {
  expect((await ask('what happened on the ferry Alder?', 'one')).text).toMatch(/two boats/);
  expect((await ask('will they attack again?', 'one')).data?.status).toBe('declined');
  expect((await ask('who denies it?', 'one')).text).toMatch(/^Lake Front denies/);
  expect((await ask('what did they take?', 'one')).text).toMatch(/cash box/);
  expect((await ask('who claimed the shelling of the mill?', 'one')).text).toMatch(/^The Northern Brigade/);
});

test('many incidents are no story', async () => {
  expect((await ask('attacks in Uganda')).data?.understood?.measure).toBe('list');
  expect((await ask('how many attacks were there in Ukraine in 2031?')).data?.understood?.measure).toBe('count');
});

test('an answer names the figures as data', async () => {
  expect((await ask('how many died on the ferry Alder?')).data?.result).toMatchObject({ low: 4, high: 6 });
  expect((await ask('was anyone arrested after the ferry attack?')).data?.result?.value).toBe(true);
});
