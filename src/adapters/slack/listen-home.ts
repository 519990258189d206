import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { saveButtonPayload } from '../request-handler.ts';
import { limits } from './limits.ts';
import { render } from './render.ts';
import { retryAfter429 } from './retry-after-429.ts';

/** At most four questions, as Slack suggests them. */
export const promptsOf = (questions: readonly string[]) =>
  questions.slice(0, limits.prompts).map((question) => ({ title: question, message: question }));

/** Publishes the home page when the home tab is opened, and suggests prompts when the messages tab is. */
export function listenToHome(app: App, dispatcher: Dispatcher, log: Logger): void {
  app.event('app_home_opened', async ({ event, client }) => {
    try {
      if (event.tab === 'messages') {
        const { channel: channel_id } = event;
        const prompts = promptsOf(await dispatcher.examples());
        if (prompts.length === 0) return;
        // Without a thread: with one the call fails silently.
        await retryAfter429(() =>
          client.assistant.threads.setSuggestedPrompts({ channel_id, title: 'Try asking', prompts }),
        );
        return;
      }
      const home = await dispatcher.home();
      const { blocks } = render(home, await saveButtonPayload(dispatcher, home, ''), limits.homeBlocks);
      await retryAfter429(() => client.views.publish({ user_id: event.user, view: { type: 'home', blocks } }));
    } catch (error) {
      log.error({ err: error }, 'Slack: the home page could not be published');
    }
  });
}
