import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Answer } from '../../answers/document/answer.ts';
import { isZone } from '../../config/config.ts';
import type { Asker, Question } from '../../kernel/question.ts';

// Threads of one batch are separate from those of the next.
const run = `batch:${process.pid}:${Date.now()}`;

const line = z.object({
  id: z.string().optional(),
  text: z.string(),
  now: z.iso.datetime({ offset: true }).optional(),
  zone: z.string().refine(isZone, 'is not a time zone, e.g. Asia/Baghdad').optional(),
  locale: z.string().optional(),
  thread: z.string().optional(),
});

export interface BatchDefaults {
  asker: Asker;
  askedAt: Date;
}

/** Answers a file of JSON lines ("-": standard input), one JSON document per line, in order. An invalid line is reported in its own document. */
export async function runBatch(
  file: string,
  defaults: BatchDefaults,
  ask: (question: Question) => Promise<Answer>,
  write: (line: string) => void,
): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim()) write(JSON.stringify(await answerLine(text, number, defaults, ask)));
  }
}

async function answerLine(
  text: string,
  number: number,
  defaults: BatchDefaults,
  ask: (question: Question) => Promise<Answer>,
) {
  const parsed = read(text);
  if ('wrong' in parsed)
    return { id: parsed.id, status: 'declined', text: `Line ${number} could not be read: ${parsed.wrong}` };
  const { id, now, zone, locale, thread } = parsed;
  const asker = {
    ...defaults.asker,
    timeZone: zone ?? defaults.asker.timeZone,
    locale: locale ?? defaults.asker.locale,
  };
  const answer = await ask({
    text: parsed.text,
    asker,
    channel: { platform: 'console', id: 'batch', kind: 'console' },
    ...(thread === undefined ? {} : { thread: `${run}:${thread}` }),
    askedAt: now ? new Date(now) : defaults.askedAt,
  });
  return { id, ...(answer.data ?? { status: 'declined', text: answer.text }) };
}

function read(text: string): z.infer<typeof line> | { wrong: string; id?: string } {
  try {
    const value = JSON.parse(text) as { id?: string };
    const parsed = line.safeParse(value);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    return {
      wrong: `${issue?.path.join('.')}: ${issue?.message}`,
      ...(typeof value?.id === 'string' ? { id: value.id } : {}),
    };
  } catch (error) {
    return { wrong: (error as Error).message };
  }
}
