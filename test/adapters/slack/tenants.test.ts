import { expect, test } from 'vitest';
import type { Tenant } from '../../../src/app/rights.ts';
import type { SlackConfig } from '../../../src/config/config.ts';
import { startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { directMessage, mention, pressed } from '../../fakes/slack/payloads.ts';
import type { Workspace } from '../../fakes/slack/web-api.ts';
import { deskOver } from '../../support/desk.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

const id = 'sitrep:samawah-convoy-2020-07-11';
const retract = `retract ${id} --why "withdrawn by its source"`;
const undo = `${retract} --undo`;
const only = /^Only people named in SLACK_MANAGERS may use retract here/;

interface Told {
  workspace?: Partial<Workspace>;
  config?: Partial<SlackConfig>;
  besides?: () => Tenant[];
}

async function served({ workspace, config, besides }: Told = {}) {
  const slack = await startFakeSlack(workspace);
  const desk = await deskOver();
  const adapter = await adapterIn({
    apiUrl: slack.apiUrl,
    desk,
    ...(config ? { config } : {}),
    ...(besides ? { besides } : {}),
  });
  await adapter.start();
  const answer = async (act: () => void) => {
    const before = slack.messages.length;
    act();
    await until(() => slack.messages.length > before, 'an answer');
    return slack.messages[before]?.text ?? '';
  };
  const says = (words: string, user = 'U1') => answer(() => slack.send('events_api', mention(words, { user })));
  const stop = async () => {
    await adapter.stop();
    await slack.close();
  };
  return { slack, desk, adapter, answer, says, stop };
}

test('one workspace: its admins may retract, in direct messages too, and others may not', async () => {
  const { slack, answer, says, stop } = await served();
  expect(await says(retract, 'U2')).toMatch(/^Only managers may use retract here/);
  expect(await says(retract)).toMatch(/^Retracted/);
  const direct = directMessage(undo, { user: 'U1' });
  expect(await answer(() => slack.send('events_api', direct))).not.toMatch(/^Only/);
  await stop();
});

test('one workspace and a Discord server are two: its admins may no longer, and still set their channels', async () => {
  let joined = false;
  const { says, stop } = await served({ besides: () => (joined ? ['discord:4'] : []) });
  expect(await says(retract)).toMatch(/^Retracted/);
  joined = true;
  const words = await says(undo);
  expect(words).toMatch(only);
  expect(words).toMatch(/because the bot serves 1 Slack workspace and 1 Discord server\.$/);
  expect(await says('settings --zone Asia/Kabul')).toMatch(/Asia\/Kabul/);
  await stop();
});

test('whom SLACK_MANAGERS names may, however many are served; admins whom it does not name may not', async () => {
  const besides = () => ['discord:any' as const];
  const { says, stop } = await served({ config: { managers: ['U2'] }, besides });
  expect(await says(retract, 'U1')).toMatch(only);
  expect(await says(retract, 'U2')).toMatch(/^Retracted/);
  await stop();
});

test('the admin of another workspace, in a channel that is shared with it, is no admin here', async () => {
  const users = { U1: { is_admin: true }, U9: { is_admin: true, team_id: 'T9' } };
  const { says, stop } = await served({ workspace: { users } });
  expect(await says(retract, 'U9')).toMatch(/^Only managers/);
  expect(await says('settings --zone Asia/Kabul', 'U9')).toMatch(/^Only managers/);
  expect(await says(retract, 'U1')).toMatch(/^Retracted/);
  await stop();
});

test('where Slack does not tell who somebody is, they are no admin', async () => {
  const { slack, says, stop } = await served();
  slack.control.rule = (method) => (method === 'users.info' ? { error: 'internal_error' } : undefined);
  expect(await says(retract)).toMatch(/^Only managers/);
  await stop();
});

test('an organisation’s token serves workspaces that nobody counts', async () => {
  const { says, stop } = await served({ workspace: { organisation: true } });
  expect(await says(retract)).toMatch(only);
  await stop();
});

test('where workspaces install it themselves, only named ones may', async () => {
  const slack = await startFakeSlack();
  const oauth = { clientId: '1.2', clientSecret: 's' };
  const config = { oauth, botToken: undefined } as unknown as Partial<SlackConfig>;
  const adapter = await adapterIn({ apiUrl: slack.apiUrl, config });
  expect(await adapter.tenants()).toEqual(['slack:any']);
  await slack.close();
});

test('a button of such a command asks again who presses it', async () => {
  const { slack, desk, answer, stop } = await served();
  const steps = [{ run: 'retract', options: { id, why: 'withdrawn by its source' } }];
  const key = await desk.buttonPayloads.save({ question: 'retract', steps }, Date.now());
  const press = (user: string) => {
    const action = { type: 'button', action_id: 'step:0', value: `${key}:0` };
    const message = { channel: 'C1', ts: '1594717000.000001' };
    return answer(() => slack.send('interactive', pressed(action, message, slack.responseUrl('C1', user), user)));
  };
  expect(await press('U2')).toMatch(/^Only managers/);
  expect(await press('U1')).toMatch(/^Retracted/);
  await stop();
});
