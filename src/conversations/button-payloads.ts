import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { frame } from '../frames/frame.ts';
import { query } from '../incidents/query.ts';
import type { AnomalyRule } from '../kernel/anomaly-rule.ts';
import { day } from '../kernel/duration.ts';
import { languages } from '../kernel/language.ts';
import { atMostHourly } from '../kernel/throttle.ts';
import { caveat } from '../reading/caveat.ts';
import { exportFormats } from '../reading/export-intent.ts';
import { dialogueState } from './dialogue-store.ts';
import type { ConversationRows } from './store.ts';

const language = z.enum(languages).optional();
const fromQuestion = { language, read: z.string().optional(), caveats: z.array(caveat).optional() };
// The anomaly rule is validated where subscriptions are stored.
const about = dialogueState.extend({ words: z.string().optional(), watch: z.custom<AnomalyRule>().optional() });

/** The actions of buttons. Older payloads had neither `about` nor a language and asked "why?" in words; they stay valid for a month. */
const action = z.union([
  z.object({ ask: z.string(), language }),
  z.object({ run: z.string(), options: z.record(z.string(), z.unknown()), about: about.optional() }),
  z.object({ find: query, ...fromQuestion }),
  z.object({ frame, language }),
  z.object({ page: query, ...fromQuestion }),
  z.object({ export: query, as: z.enum(exportFormats), about: about.optional() }),
  z.object({ why: about }),
]);

const buttonPayload = z.object({
  /** The question in the asker's words. */
  question: z.string(),
  /** How it was read: `understood` of the answer's JSON. */
  understood: z.unknown().optional(),
  thread: z.string().optional(),
  steps: z.array(action),
});

/** The actions of the buttons under an answer; the platform stores only the key. */
export type ButtonPayload = z.input<typeof buttonPayload>;

/** Payloads by key, for 30 days: buttons work after a restart, and later report that they have expired. Times in milliseconds since 1970. */
export interface ButtonPayloadStore {
  /** Returns the new key, 11 characters of base64url. */
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
