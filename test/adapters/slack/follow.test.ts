import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import {
  changed,
  deleted,
  directMessage,
  editedMention,
  homeButton,
  homeOpened,
  mention,
  pressed,
  slashCommand,
} from '../../fakes/slack/payloads.ts';
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

const answers = (many: number) => until(() => slack.messages.length >= many, `${many} answers`);
const pause = () => new Promise((done) => setTimeout(done, 150));
const send = (event: unknown) => slack.send('events_api', event);
const calls = (method: string) => slack.calls.filter((c) => c.method === method).length;

describe('an edited question', () => {
  test('in a channel: its answer is edited in place, once', async () => {
    const asked = mention('raids in Iraq');
    send(asked);
    await answers(1);
    const edit = editedMention(asked, 'airstrikes in Syria');
    for (let i = 0; i < 3; i++) send(edit);
    send(changed(asked, '<@UBOT> airstrikes in Syria'));
    await until(() => slack.messages[0]?.edited === true, 'the edit');
    await pause();
    expect(slack.messages).toHaveLength(1);
    expect(slack.messages[0]?.text).toMatch(/airstrike in Syria/);
    expect(calls('chat.update')).toBe(1);
  });

  test('while it is still being answered: the answer is that of the edited one', async () => {
    const asked = mention('raids in Iraq');
    send(asked);
    send(editedMention(asked, 'airstrikes in Syria'));
    await until(() => slack.messages[0]?.edited === true, 'the edit');
    expect(slack.messages.map((m) => m.text)).toEqual([expect.stringMatching(/airstrike in Syria/)]);
  });

  test('in a direct message, as a follow-up: it goes on from what was before it', async () => {
    const thread = '1594717000.000077';
    send(directMessage('incidents in Iraq', { thread }));
    await answers(1);
    const asked = directMessage('and in Syria?', { thread });
    send(asked);
    await answers(2);
    send(changed(asked, 'only raids'));
    await until(() => slack.messages[1]?.edited === true, 'the edit');
    expect(slack.messages[1]?.text).toMatch(/raid in Iraq/);
  });

  test('of which the thread has gone on since: the thread is left as it is', async () => {
    const thread = '1594717000.000078';
    const asked = mention('incidents in Iraq', { thread });
    send(asked);
    await answers(1);
    send(mention('airstrikes in Syria', { thread }));
    await answers(2);
    send(editedMention(asked, 'raids in Iraq'));
    await until(() => slack.messages[0]?.edited === true, 'the edit');
    send(mention('how many?', { thread }));
    await answers(3);
    expect(slack.messages[2]?.text).toMatch(/airstrike in Syria/);
  });

  test('a link that Slack unfolds is no edit, nor are other people’s messages', async () => {
    const asked = directMessage('raids in Iraq');
    send(asked);
    await answers(1);
    send(changed(asked, 'raids in Iraq', false));
    send(changed(mention('x'), 'raids in Syria'));
    await pause();
    expect(slack.messages).toHaveLength(1);
    expect(calls('chat.update')).toBe(0);
  });

  test('a mention that is added is a new question; an edit of the day before yesterday is none', async () => {
    send(editedMention(mention('x'), 'raids in Iraq'));
    await answers(1);
    send(editedMention(mention('x', { ts: '1594400000.000001' }), 'raids in Iraq'));
    await pause();
    expect(slack.messages).toHaveLength(1);
  });

  test('that is now for the asker alone: the public answer is withdrawn', async () => {
    const asked = mention('raids in Iraq');
    send(asked);
    await answers(1);
    send(editedMention(asked, 'show ucdp:0'));
    await answers(2);
    expect(slack.messages[0]?.text).toMatch(/edited.*withdrawn/);
    expect(slack.messages[1]).toMatchObject({ user: 'U1', text: expect.stringMatching(/no incident/) });
  });

  test('its old files go with it', async () => {
    const asked = directMessage('airstrikes in Syria');
    send(asked);
    await answers(1);
    const csv = directMessage('that as csv', { thread: String(asked.event.ts) });
    send(csv);
    await until(() => slack.files.some((f) => f.channel), 'the file');
    await answers(2);
    await pause();
    send(changed(csv, 'that as geojson'));
    await until(() => slack.files.some((f) => f.name.endsWith('.geojson') && f.channel), 'the other file');
    expect(slack.files.map((f) => f.name)).toEqual([expect.stringMatching(/geojson$/)]);
  });
});

describe('a deleted question', () => {
  test.each([true, false])('leaves a word in the place of its answer, once (tombstone: %s)', async (tombstone) => {
    const asked = directMessage('raids in Iraq');
    send(asked);
    await answers(1);
    for (let i = 0; i < 2; i++) send(deleted(asked, tombstone));
    await until(() => slack.messages[0]?.edited === true, 'the word');
    await pause();
    expect(slack.messages).toHaveLength(1);
    expect(slack.messages[0]?.text).toMatch(/deleted/);
    expect(JSON.stringify(slack.messages[0]?.blocks)).not.toMatch(/button/);
    expect(calls('chat.update')).toBe(1);
  });

  test('is forgotten by its conversation', async () => {
    const thread = '1594717000.000079';
    send(directMessage('incidents in Iraq', { thread }));
    await answers(1);
    const asked = directMessage('airstrikes in Syria', { thread });
    send(asked);
    await answers(2);
    send(deleted(asked, false));
    await until(() => slack.messages[1]?.edited === true, 'the word');
    send(directMessage('only raids', { thread }));
    await answers(3);
    expect(slack.messages[2]?.text).toMatch(/raid in Iraq/);
  });
});

describe('replies go on from the message they are under', () => {
  test('a slash command’s answer', async () => {
    slack.send('slash_commands', slashCommand('airstrikes in Syria', slack.responseUrl()));
    await answers(1);
    slack.send('slash_commands', slashCommand('raids in Iraq', slack.responseUrl()));
    await answers(2);
    send(mention('how many?', { thread: slack.messages[0]?.ts ?? '' }));
    await answers(3);
    expect(slack.messages[2]).toMatchObject({
      thread_ts: slack.messages[0]?.ts,
      text: expect.stringMatching(/airstrike in Syria/),
    });
  });

  test('the answer of a button under it', async () => {
    slack.send('slash_commands', slashCommand('search --limit 1', slack.responseUrl()));
    await answers(1);
    const [first] = slack.messages;
    if (!first) throw new Error('no answer');
    const actions = first.blocks.flatMap((b) =>
      b.type === 'actions' ? (b.elements as Record<string, unknown>[]) : [],
    );
    const more = actions.find((a) => JSON.stringify(a.text).includes('More')) ?? {};
    slack.send('interactive', pressed(more, first, slack.responseUrl('C1', 'U1', first.ts)));
    await until(() => slack.messages[0]?.text !== first.text, 'the page');
    send(mention('and in Syria?', { thread: first.ts }));
    await answers(2);
    expect(slack.messages[1]?.text).toMatch(/in Syria/);
  });

  test('a home button’s answer; and direct messages go on from their own', async () => {
    send(directMessage('airstrikes in Syria'));
    await answers(1);
    send(homeOpened('home'));
    await until(() => slack.views.length === 1, 'the page');
    const { blocks } = slack.views[0] as { blocks: { type: string; elements: Record<string, unknown>[] }[] };
    const button = blocks.find((b) => b.type === 'actions')?.elements[0] ?? {};
    slack.send('interactive', homeButton(button));
    await answers(2);
    expect(slack.messages[1]?.text).toMatch(/Iraq|Samaw/);
    send(directMessage('how many?', { thread: slack.messages[1]?.ts ?? '' }));
    await answers(3);
    expect(slack.messages[2]?.text).toMatch(/Iraq|Samaw/);
    send(directMessage('and raids?'));
    await answers(4);
    expect(slack.messages[3]?.text).toMatch(/Iraq|Syria/);
  });
});
