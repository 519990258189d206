import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { mention, pressed } from '../../fakes/slack/payloads.ts';
import type { Message } from '../../fakes/slack/web-api.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

let slack: FakeSlack;
let adapter: Adapter;
beforeEach(async () => {
  slack = await startFakeSlack();
  adapter = await adapterIn({ apiUrl: slack.apiUrl });
  await adapter.start();
});
afterEach(async () => {
  await adapter.stop();
  await slack.close();
});

type Element = Record<string, unknown> & { options?: Record<string, unknown>[] };

async function asked(words: string): Promise<Message> {
  slack.send('events_api', mention(words));
  await until(() => slack.messages.length === 1, 'an answer');
  return slack.messages[0] as Message;
}
const elements = (message: Message) =>
  message.blocks.flatMap((b) => (b.type === 'actions' ? (b.elements as Element[]) : []));
const press = (message: Message, action: Element) =>
  slack.send('interactive', pressed(action, message, slack.responseUrl('C1', 'U1', message.ts)));
const shown = () => JSON.stringify(slack.views[0]?.blocks ?? []);

test('Details opens the dossier in a modal, and the channel hears nothing', async () => {
  const message = await asked('who claimed the convoy attack?');
  press(message, elements(message).find((e) => JSON.stringify(e.text).includes('Details')) ?? {});
  await until(() => /al-Araby al-Jadeed/.test(shown()), 'the dossier');
  expect(slack.views).toHaveLength(1);
  expect(slack.messages).toHaveLength(1);
  expect(slack.calls.filter((c) => c.method.startsWith('views.')).map((c) => c.method)).toEqual([
    'views.open',
    'views.update',
  ]);
});

test('a list has a menu of its incidents; each opens its own dossier', async () => {
  const message = await asked('latest incidents');
  const menu = elements(message).find((e) => e.action_id === 'step:details');
  const options = menu?.options ?? [];
  expect(options.length).toBeGreaterThan(1);
  press(message, { ...menu, selected_option: options[1] });
  await until(() => slack.views.length === 1 && !/Looking it up/.test(shown()), 'the dossier');
  const title = (options[1]?.text as { text: string } | undefined)?.text.split(' · ')[1];
  expect(shown()).toContain(title?.slice(0, 12));
  // The conversation is still about the list.
  slack.send('events_api', mention('how many?', { thread: message.thread_ts ?? '' }));
  await until(() => slack.messages.length === 2, 'an answer');
  expect(slack.messages[1]?.text).toMatch(/^[2-9] /);
});

test('where Slack opens no modal, the dossier is a message for the asker alone', async () => {
  slack.control.rule = (method) => (method === 'views.open' ? { error: 'expired_trigger_id' } : undefined);
  const message = await asked('who claimed the convoy attack?');
  press(message, elements(message).find((e) => JSON.stringify(e.text).includes('Details')) ?? {});
  await until(() => slack.messages.length === 2, 'the dossier');
  expect(slack.messages[1]).toMatchObject({ user: 'U1', text: expect.stringMatching(/al-Araby al-Jadeed/) });
});

test('a dossier that Slack refuses is shown as plain text', async () => {
  slack.control.rule = (method, n) =>
    method === 'views.update' && n === 1 ? { error: 'invalid_arguments' } : undefined;
  const message = await asked('who claimed the convoy attack?');
  press(message, elements(message).find((e) => JSON.stringify(e.text).includes('Details')) ?? {});
  await until(() => /al-Araby al-Jadeed/.test(shown()), 'the dossier');
});

test('a dossier is in the language of its answer', async () => {
  const message = await asked('qui a revendiqué l’attaque du convoi ?');
  press(message, elements(message).find((e) => JSON.stringify(e.text).includes('Détails')) ?? {});
  await until(() => /selon SOFREP/.test(shown()), 'the dossier in French');
});
