import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Answer } from '../../answers/answer.ts';
import type { Desk, From } from '../../desk.ts';
import { createLanes } from '../lanes.ts';
import { deliver } from './deliver.ts';
import { fromOf, type Place } from './hear.ts';
import type { People } from './people.ts';

/** One thing asked: in what words, from where, and how the desk answers it. */
export interface Request {
  place: Place;
  /** The same delivery again has the same key. */
  delivery: string;
  question: string;
  work(from: From): Promise<Answer>;
  /** The conversation, where it is not the place's own. */
  thread?: string;
  /** The answer takes the place of the message its button is on. */
  turns?: boolean;
}

export interface Counter {
  /** Answers once, in order within the thread. Never throws. */
  serve(client: webApi.WebClient, request: Request): Promise<void>;
  idle(): Promise<void>;
}

interface Surroundings {
  desk: Desk;
  people: People;
  log: Logger;
  now(): Date;
}

const statusAtMost = 1000;

export function createCounter({ desk, people, log, now }: Surroundings): Counter {
  const lanes = createLanes();
  async function answer(client: webApi.WebClient, request: Request): Promise<void> {
    const { place, question } = request;
    const working = showWorking(client, place, log);
    const person = await people(place.team, place.user, client);
    const from = fromOf(place, person, now(), request.thread);
    const said = await request.work(from);
    const steps = said.next.map((step) => step.does);
    const understood = said.data?.understood;
    const key = desk.offers.keep({ question, understood, steps, thread: from.thread }, Date.now());
    await working;
    await deliver(client, place, said, key, request.turns);
  }
  return {
    async serve(client, request) {
      try {
        if (!desk.heard(`slack:${request.delivery}`)) return;
        await lanes.run(request.thread ?? laneOf(request.place), () => answer(client, request));
      } catch (error) {
        log.error({ err: error, delivery: request.delivery }, 'Slack: an answer could not be delivered');
      }
    },
    idle: lanes.idle,
  };
}

const laneOf = ({ team, channel, thread, user }: Place) => `${team}:${channel}:${thread ?? user}`;

/** "is looking …" under the question; a comfort that holds nothing up for long. */
async function showWorking(client: webApi.WebClient, place: Place, log: Logger): Promise<void> {
  if (place.thread === undefined || place.hidden) return;
  const { channel: channel_id, thread: thread_ts } = place;
  const shown = client.assistant.threads
    .setStatus({ channel_id, thread_ts, status: 'is looking through the incidents…' })
    .catch((error: Error) => log.debug({ err: error.message }, 'Slack: no status shown'));
  await Promise.race([shown, sleep(statusAtMost, undefined, { ref: false })]);
}
