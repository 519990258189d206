import type { types, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Answer } from '../../answers/document/answer.ts';
import { messagesForLocale } from '../../answers/messages/localize.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';
import { takenOrRefused } from './post-defaults.ts';
import { plainText, render } from './render.ts';
import { retryAfter429 } from './retry-after-429.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text: truncate(text, limits.modalTitle) });

const viewOf = (blocks: types.KnownBlock[]): types.ModalView => ({
  type: 'modal',
  title: plain('Sitrep'),
  close: plain('Close'),
  blocks,
});

const section = (text: string): types.KnownBlock => ({ type: 'section', text: { type: 'plain_text', text } });

/**
 * Opens a modal at once, since `trigger_id` is valid for three seconds; returns its id. Undefined where Slack does not
 * open it: then the dossier is a message for the asker alone.
 */
export async function openDossier(
  client: webApi.WebClient,
  trigger_id: string,
  log: Logger,
): Promise<string | undefined> {
  try {
    const view = viewOf([section(messagesForLocale(undefined).back.lookingUp)]);
    return (await retryAfter429(() => client.views.open({ trigger_id, view }))).view?.id;
  } catch (error) {
    log.warn({ err: (error as Error).message }, 'Slack: a modal could not be opened');
    return undefined;
  }
}

/** Puts an answer into the modal. Throws Refused. */
export async function fillDossier(
  client: webApi.WebClient,
  view_id: string,
  answer: Answer,
  asPlain: boolean | undefined,
): Promise<void> {
  const blocks = asPlain ? [section(plainText(answer).text)] : render(answer, undefined, limits.homeBlocks).blocks;
  await takenOrRefused(() => retryAfter429(() => client.views.update({ view_id, view: viewOf(blocks) })));
}
