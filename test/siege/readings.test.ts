import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { menu } from '../../commands/index.ts';
import { readPeriods, readRelativePeriods } from '../../src/reading/period/index.ts';
import { cpuMilliseconds } from '../support/cpu.ts';
import { deskOver } from '../support/desk.ts';
import { question } from '../support/world.ts';
import { timePhrases } from './time-phrases.ts';

const context = { now: new Date('2020-07-15T09:00:00Z'), zone: 'Asia/Baghdad', locale: 'en-GB' };
const anchor = { start: '2016-01-01', end: '2016-02-01' };
const both = (text: string) => [...readPeriods(text, context), ...readRelativePeriods(text, { ...context, anchor })];

describe('phrases of time that nobody foresees', () => {
  // `npm run siege` reads 4,000.
  test.each([1, 2, 3])('200 are read with less than 500 ms of work each (seed %i)', async (seed) => {
    const next = timePhrases(seed);
    for (const text of Array.from({ length: 200 }, next))
      expect(await cpuMilliseconds(() => both(text)), text).toBeLessThan(500);
  });
});

describe('what lies beyond the calendar is at its end', () => {
  test.each([
    ['9999 years ago', '0001-01-01..0001-01-02'],
    ['the past 1066 decades', '0001-01-01..2020-07-16'],
    ['9999 quarters ago', '0001-01-01..0001-01-02'],
    ['since 3000 years', '0001-01-01..2020-07-16'],
  ])('%s', (text, period) => {
    const read = readPeriods(`attacks ${text}`, context).map(({ value }) => `${value.start}..${value.end}`);
    expect(read).toEqual([period]);
  });

  test.each(['attacks 9999 years ago', 'attacks in the last 3000 years', 'attacks 9999 decades before 2016'])(
    '“%s” is answered',
    async (text) => {
      const { text: answer } = await (await deskOver()).ask(text, question(''));
      expect(answer).not.toMatch(/ref [0-9a-f]{4}/);
      expect(answer).toMatch(/attack|not covered/);
    },
  );
});

const takesText = (field: unknown) =>
  ['string', 'array'].includes(String(z.toJSONSchema(field as z.ZodType, { io: 'input' }).type));
const fields = menu.flatMap(({ name, options }) =>
  Object.entries(options.shape).flatMap(([field, type]) => (takesText(type) ? [[name, field] as const] : [])),
);
const units = ['attacks in Iraq ', 'Gunmen killed 5 to 5 to 5 soldiers in Samawah. ', 'a', '1h ', '5 to ', '--x ', '"'];
const long = (unit: string) => unit.repeat(Math.floor(30_000 / unit.length));

describe('30,000 letters cost less than 500 ms, whatever reads them', () => {
  test.each(fields)('%s, %s', async (name, field) => {
    const desk = await deskOver();
    const from = question('');
    for (const unit of units) {
      const options = { text: 'x', id: 'sitrep:samawah-convoy-2020-07-11', [field]: long(unit) };
      expect(await cpuMilliseconds(() => desk.run(name, options, from)), unit).toBeLessThan(500);
      const words = `${name} ${long(unit)}`;
      expect(await cpuMilliseconds(() => desk.dispatchText(words, from)), words.slice(0, 40)).toBeLessThan(500);
      expect(await cpuMilliseconds(() => desk.formForText(words)), words.slice(0, 40)).toBeLessThan(500);
    }
  });

  test.each(['place', 'actor', 'type', 'incident'])('suggestions for a %s', async (kind) => {
    const desk = await deskOver();
    await desk.autocomplete(kind, 'al');
    for (const unit of units)
      expect(await cpuMilliseconds(() => desk.autocomplete(kind, long(unit))), unit).toBeLessThan(50);
  });
});
