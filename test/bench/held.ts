import { menu } from '../../commands/index.ts';
import { createBot } from '../../src/app/bot.ts';
import { readConfig } from '../../src/config/config.ts';
import { openContainer } from '../../src/server/container.ts';
import { question } from '../support/world.ts';
import { madeQuestions } from './made/questions.ts';

/**
 * The memory of the program itself, in a process of its own: opened as a bot in channels is, with its reading threads,
 * and asked so many questions of each family, four at a time. Megabytes: at the start, and the most there were.
 */
const [file = '', each = '14'] = process.argv.slice(2);
const progress = Object.assign(() => undefined, { done: () => undefined });
const opened = await openContainer({ ...readConfig({}), db: file, logLevel: 'silent' }, progress, { concurrent: true });
const bot = createBot(opened.parts, menu);
const askedAt = new Date('2026-11-01T09:00:00Z');
const ask = (text: string) => bot.ask(question(text, { askedAt }));

await ask('attacks in Iraq');
const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const begun = megabytes(process.memoryUsage().rss);
const asked = madeQuestions(Number(each)).filter(({ family }) => family !== 'by id');
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let next = asked.pop(); next; next = asked.pop()) await ask(next.text);
  }),
);
console.log(JSON.stringify({ begun, most: megabytes(process.resourceUsage().maxRSS * 1024) }));
await opened.close();
