import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { frame } from '../frames/frame.ts';
import { query } from '../incidents/query.ts';
import type { AnomalyRule } from '../kernel/anomaly-rule.ts';
import { day } from '../kernel/duration.ts';
import { languages } from '../kernel/language.ts';
import { atMostHourly } from '../kernel/throttle.ts';
import { exportFormats } from '../reading/export-intent.ts';
import { dialogueState } from './dialogue-store.ts';
import type { ConversationRows } from './store.ts';

const language = z.enum(languages).optional();
// What it watches for is looked at where subscriptions are kept.
const about = dialogueState.extend({ words: z.string().optional(), watch: z.custom<AnomalyRule>().optional() });

/** What steps do. Before, steps had neither `about` nor a language, and asked "why?" in words: such are kept for a month. */
const action = z.union([
  z.object({ ask: z.string(), language }),
  z.object({ run: z.string(), options: z.record(z.string(), z.unknown()), about: about.optional() }),
  z.object({ find: query, language, read: z.string().optional() }),
  z.object({ frame, language }),
  z.object({ page: query, language, read: z.string().optional() }),
  z.object({ export: query, as: z.enum(exportFormats), about: about.optional() }),
  z.object({ why: about }),
]);

const buttonPayload = z.object({
  /** What was asked, in the asker's words. */
  question: z.string(),
  /** How it was read, as the answer's data tells it. */
  understood: z.unknown().optional(),
  thread: z.string().optional(),
  steps: z.array(action),
});

/** What the buttons under an answer do; the platform carries only its key. */
export type ButtonPayload = z.input<typeof buttonPayload>;

/** Kept for thirty days: a button works after a restart, and later says that it has expired. */
export interface ButtonPayloadStore {
  /** Returns the key, 11 characters of the URL alphabet. */
  save(payload: ButtonPayload, now: number): Promise<string>;
  find(key: string, now: number): Promise<z.output<typeof buttonPayload> | undefined>;
}

const month = 30 * day;

export function openButtonPayloads({
  buttonPayloads: rows,
}: Pick<ConversationRows, 'buttonPayloads'>): ButtonPayloadStore {
  const sweep = atMostHourly((now) => rows.removeBefore(now - month));
  return {
    async save(payload, now) {
      const key = randomBytes(8).toString('base64url');
      await rows.put(key, now, JSON.stringify(payload));
      await sweep(now);
      return key;
    },
    async find(key, now) {
      const json = await rows.get(key, now - month);
      return json === undefined ? undefined : buttonPayload.safeParse(JSON.parse(json)).data;
    },
  };
}
