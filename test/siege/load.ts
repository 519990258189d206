import { openDatabase } from '../../src/database/open.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { adapterIn } from '../adapters/slack/bot-in.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { directMessage } from '../fakes/slack/payloads.ts';
import { anyText } from '../support/any-text.ts';
import { deskOver } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { timePhrases } from './time-phrases.ts';

/** What strangers write: any text, phrases of time, commands, markup that would ping, and ordinary questions. */
function hostileTexts(seed: number): (n: number) => string {
  const [text, time] = [anyText(seed), timePhrases(seed)];
  const kinds = [
    text,
    () => `attacks ${time()}`,
    () => `<!channel> <@U123> @everyone ${text()}`,
    () => `subscribe ${text()}`,
    () => `export ${time()} as csv`,
    () => 'attacks in Iraq in July 2020',
  ];
  return (n) => (kinds[n % kinds.length] ?? text)().slice(0, 3000) || 'help';
}

export interface LoadFigures {
  asked: number;
  unanswered: string[];
  /** Answers that are an apology for an error inside. */
  failed: string[];
  pings: number;
  /** Milliseconds of processor time: the dearest answer, with its question. */
  dearest: { milliseconds: number; text: string };
  /** Megabytes of the heap after a fifth and at the end, garbage collected where it can be. */
  heap: [number, number];
}

const megabytes = () => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1024 ** 2);
};
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The bot in a strict fake of Slack, asked so many hostile texts one after the other. */
export async function load(count: number, seed = 1): Promise<LoadFigures> {
  const slack = await startFakeSlack();
  const desk = await deskOver(await openAdapterStores(await openDatabase(':memory:')));
  const adapter = await adapterIn({ apiUrl: slack.apiUrl, desk });
  await adapter.start();
  const next = hostileTexts(seed);
  const figures: LoadFigures = {
    ...{ asked: count, unanswered: [], failed: [], pings: 0, heap: [0, 0] },
    dearest: { milliseconds: 0, text: '' },
  };
  const ask = async (text: string): Promise<number> => {
    const [before, started] = [slack.messages.length, spent()];
    slack.send('events_api', directMessage(text));
    // What is empty once it is stripped of markup is no question.
    const answered = until(() => slack.messages.length > before, text, 3000).catch(() => figures.unanswered.push(text));
    await answered;
    return spent() - started;
  };
  // Patterns are compiled at their first use.
  for (const text of ['attacks in Iraq', 'هجمات في العراق', 'attaques en Irak', 'map of attacks']) await ask(text);
  for (let n = 0; n < count; n++) {
    const text = next(n);
    const milliseconds = await ask(text);
    if (milliseconds > figures.dearest.milliseconds) figures.dearest = { milliseconds, text };
    if (/\(ref [0-9a-f]{4,8}\)/.test(slack.messages.at(-1)?.text ?? '')) figures.failed.push(text);
    if (n === Math.floor(count / 5)) figures.heap[0] = megabytes();
    figures.pings += slack.pings.splice(0).length;
    // What is said is looked at above, and not kept.
    slack.messages.splice(0);
    slack.calls.splice(0);
  }
  figures.heap[1] = megabytes();
  await adapter.stop();
  await slack.close();
  return figures;
}
