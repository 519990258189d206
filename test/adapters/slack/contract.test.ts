import { startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { describeAdapter, type Platform } from '../contract.ts';
import { adapterIn } from './bot-in.ts';
import { slackDriver } from './driver.ts';

async function start(): Promise<Platform> {
  const slack = await startFakeSlack();
  const adapter = await adapterIn({ apiUrl: slack.apiUrl });
  await adapter.start();
  return {
    ...slackDriver(slack),
    async stop() {
      await adapter.stop();
      await slack.close();
    },
  };
}

describeAdapter('Slack', start);
