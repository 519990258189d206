import { expect, test } from 'vitest';
import type { Attachment } from '../../../src/answers/document/attachment.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { mention, slashCommand } from '../../fakes/slack/payloads.ts';
import type { Workspace } from '../../fakes/slack/web-api.ts';
import { deskWith, fileOf } from '../../support/file-answer.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

const csv = fileOf('attacks.csv', 'id,killed\n1,2\n', 'All of it <!channel> *now*');
const png = fileOf('chart.png', 'not really', 'Attacks by month: June 3, July 1');

/** A workspace where every answer has these files. */
async function withFiles(
  work: (slack: FakeSlack) => Promise<void>,
  { files = [csv], audience, told }: { files?: Attachment[]; audience?: 'asker'; told?: Partial<Workspace> } = {},
) {
  const slack = await startFakeSlack(told);
  const adapter = await adapterIn({ apiUrl: slack.apiUrl, desk: await deskWith(files, audience) });
  try {
    await adapter.start();
    await work(slack);
  } finally {
    await adapter.stop();
    await slack.close();
  }
}

/** The files that were shared, once there are so many. */
async function shared(slack: FakeSlack, many = 1) {
  const found = () => slack.files.filter((f) => f.channel);
  await until(() => found().length === many, 'shared files');
  return found();
}

test('a file comes in the thread of the answer, with its words, and pings nobody', () =>
  withFiles(async (slack) => {
    slack.send('events_api', mention('export that', { ts: '1594717000.000001' }));
    const [file] = await shared(slack);
    expect(file).toMatchObject({
      name: 'attacks.csv',
      channel: 'C1',
      thread_ts: '1594717000.000001',
      comment: 'All of it &lt;!channel&gt; ∗now∗',
    });
    expect(file?.bytes?.toString()).toBe('id,killed\n1,2\n');
    expect(slack.pings).toEqual([]);
  }));

test('a picture carries its description, and files of one answer are one message', () =>
  withFiles(
    async (slack) => {
      slack.send('events_api', mention('chart that'));
      expect((await shared(slack, 2)).find((f) => f.name === 'chart.png')?.alt).toBe(
        'Attacks by month: June 3, July 1',
      );
      expect(slack.calls.filter((c) => c.method === 'files.completeUploadExternal')).toHaveLength(1);
    },
    { files: [png, csv] },
  ));

test('a 429 is waited out and a 5xx is tried again, at every step', () =>
  withFiles(async (slack) => {
    slack.control.rule = (method, n) =>
      /^(files|upload)/.test(method) && n < 3
        ? n === 1
          ? { status: 429, retryAfter: 0 }
          : { status: 503 }
        : undefined;
    slack.send('events_api', mention('export that'));
    await shared(slack);
    expect(slack.messages).toHaveLength(1);
  }));

test('where the bot is no member, the file comes directly with how to invite it', () =>
  withFiles(async (slack) => {
    slack.send('slash_commands', slashCommand('export', slack.responseUrl('C9'), { channel: 'C9' }));
    expect((await shared(slack))[0]?.channel).toBe('D1');
    expect(slack.messages.find((m) => m.channel === 'U1')?.text).toMatch(/\/invite @Sitrep/);
    slack.send('events_api', mention('export', { channel: 'C9' }));
    expect((await shared(slack, 2))[1]?.channel).toBe('D1');
  }));

test('what is for the asker alone is put into no channel', () =>
  withFiles(
    async (slack) => {
      slack.send('events_api', mention('export that'));
      expect((await shared(slack))[0]?.channel).toBe('D1');
    },
    { audience: 'asker' },
  ));

test('without the scope the asker hears what is missing', () =>
  withFiles(
    async (slack) => {
      slack.send('events_api', mention('export that'));
      await until(() => slack.messages.length === 2, 'two messages');
      expect(slack.messages[1]).toMatchObject({ channel: 'U1', text: expect.stringMatching(/files:write/) });
    },
    { told: { scopes: ['chat:write'] } },
  ));

test('when the upload fails the asker hears of it', () =>
  withFiles(async (slack) => {
    slack.control.rule = (method) => (method === 'upload' ? { status: 400 } : undefined);
    slack.send('events_api', mention('export that'));
    await until(() => slack.messages.length === 2, 'two messages');
    expect(slack.messages[1]?.text).toMatch(/could not be uploaded/);
  }));
