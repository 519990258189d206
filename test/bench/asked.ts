import { show } from '../../commands/show.ts';
import type { Bot } from '../../src/app/ports.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { botOver, question } from '../support/world.ts';
import type { MadeQuestion } from './made/questions.ts';
import { bareSql } from './peers/bare.ts';
import { spentBy } from './spent.ts';
import { type Statement, traced } from './traced.ts';

/** One question, in milliseconds. */
export interface Asked extends MadeQuestion {
  whole: number;
  understanding: number;
  /** All its statements, on the same engine without the program around them. */
  bare: number;
  /** What is left: composing, and handing rows over. */
  composing: number;
  statements: Statement[];
}

const askedAt = new Date('2026-11-01T09:00:00Z');
const at = (text: string) => question(text, { askedAt });

const ask = (bot: Bot, { family, text }: MadeQuestion) =>
  family === 'by id' ? bot.run(show, { id: text }, { ...at(text), progress: () => undefined }) : bot.ask(at(text));

/** Every question asked end to end through the bot's core, over the incidents of a file. */
export async function askAll(file: string, questions: readonly MadeQuestion[]): Promise<Asked[]> {
  const { db, taken } = traced(await openDatabase(file));
  const bot = await botOver(await openIncidents(db));
  const bare = await bareSql(file);
  await bot.ask(at('attacks in Iraq'));
  const all: Asked[] = [];
  for (const one of questions) {
    taken();
    const answer = await ask(bot, one);
    if (answer.failed) throw new Error(`“${one.text}” was not answered: ${answer.text}`);
    const statements = taken();
    const whole = await spentBy(() => ask(bot, one));
    const understanding = one.family === 'by id' ? 0 : await spentBy(() => bot.read(at(one.text)));
    const sql = await spentBy(() => bare.run(statements));
    const composing = Math.max(0, whole - understanding - sql);
    all.push({ ...one, whole, understanding, bare: sql, composing, statements });
  }
  bare.close();
  await bot.incidents.close();
  return all;
}
