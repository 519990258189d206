import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { incident } from '../incidents/incident.ts';
import { day } from '../kernel/duration.ts';
import { atMostHourly } from '../kernel/throttle.ts';
import type { DraftRows } from './store.ts';

const evidence = z.object({
  field: z.enum(['when', 'where', 'kind', 'actor', 'attribution', 'casualties']),
  words: z.string(),
  /** The sentence as written; empty if a person corrected the field. */
  quote: z.string(),
});

const storedDraft = z.object({
  given: z.object({
    source: z.string().optional(),
    link: z.string().optional(),
    date: z.string().optional(),
    locale: z.string(),
  }),
  /** The beginning of the text. */
  excerpt: z.string(),
  incidents: z.array(z.object({ incident, evidence: z.array(evidence), saved: z.string().optional() })),
  aggregates: z.array(z.string()),
  developments: z.array(z.string()),
  sentences: z.int(),
  dropped: z.int(),
  cut: z.boolean(),
});

/** A draft that waits for a person to save, correct or discard it. */
export type StoredDraft = z.infer<typeof storedDraft>;

/** Stores drafts for a day, across restarts. Buttons only carry the key. */
export interface DraftStore {
  /** Returns the draft's key, 16 hexadecimal digits. */
  save(draft: StoredDraft, now: number): Promise<string>;
  find(key: string, now: number): Promise<StoredDraft | undefined>;
  change(key: string, draft: StoredDraft, now: number): Promise<void>;
  discard(key: string): Promise<void>;
}

/** The store of drafts on the rows of a table; drafts that are not valid any more are as if expired. */
export function openDraftStore(rows: DraftRows): DraftStore {
  const sweep = atMostHourly((now) => rows.removeBefore(now - day));
  return {
    async save(draft, now) {
      const key = randomBytes(8).toString('hex');
      await rows.put(key, now, JSON.stringify(draft));
      await sweep(now);
      return key;
    },
    async find(key, now) {
      const json = await rows.get(key, now - day);
      return json === undefined ? undefined : storedDraft.safeParse(JSON.parse(json)).data;
    },
    change: (key, draft, now) => rows.put(key, now, JSON.stringify(draft)),
    discard: rows.remove,
  };
}
