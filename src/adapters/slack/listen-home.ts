import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import { examples } from '../../answers/help-answer.ts';
import type { Desk } from '../../app/dispatcher.ts';
import { keepOffer } from '../request-handler.ts';
import { limits } from './limits.ts';
import { render } from './render.ts';
import { calm } from './retry-after-429.ts';

const prompts = examples.slice(0, limits.prompts).map((question) => ({ title: question, message: question }));

/** The front page when its tab is opened, suggested prompts when the messages are. */
export function listenToHome(app: App, desk: Desk, log: Logger): void {
  app.event('app_home_opened', async ({ event, client }) => {
    try {
      if (event.tab === 'messages') {
        const { channel: channel_id } = event;
        // Without a thread: with one the call fails silently.
        await calm(() => client.assistant.threads.setSuggestedPrompts({ channel_id, title: 'Try asking', prompts }));
        return;
      }
      const home = await desk.home();
      const { blocks } = render(home, await keepOffer(desk, home, ''), limits.homeBlocks);
      await calm(() => client.views.publish({ user_id: event.user, view: { type: 'home', blocks } }));
    } catch (error) {
      log.error({ err: error }, 'Slack: the front page could not be shown');
    }
  });
}
