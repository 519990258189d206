import { z } from 'zod';
import { previewOf } from '../src/alerts/preview.ts';
import { standing } from '../src/alerts/subscriptions.ts';
import { composeDeclined, composeUnclear, composeUsage } from '../src/answers/compose.ts';
import { composePreview, composeSubscribed } from '../src/answers/subscriptions.ts';
import { type Context, command } from '../src/command.ts';
import type { Query } from '../src/incidents/query.ts';
import { refusalFor } from './may-subscribe.ts';

export const subscribe = command({
  name: 'subscribe',
  summary: 'Tell this channel of new incidents, in the words of a question',
  examples: ['subscribe attacks near Samawah with anyone killed'],
  options: z.object({
    question: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe('What to hear of, in plain words; without it, the last answer’s'),
    minKilled: z.int().positive().optional().describe('Only with at least this many killed'),
    changes: z.boolean().default(true).describe('Also tell what changes: tolls, claims, places, retractions'),
    confirm: z.boolean().default(false).describe('Subscribe at once, without showing first how much it would tell'),
  }),
  main: 'question',
  for: 'everyone',
  audience: 'everyone',
  async run({ question, minKilled, changes, confirm }, context) {
    const asked = await meant(question, context);
    if (!('query' in asked)) return asked.instead;
    const { measure, sides, filter } = asked.query;
    if (measure === 'compare' || sides)
      return composeUsage('A comparison cannot stand. Subscribe to each side by itself.');
    if (filter.ids)
      return composeUsage('That names incidents that are known already. Ask for a place, a kind or a group.');
    const ahead = standing({ ...filter, ...(minKilled === undefined ? {} : { killed: { min: minKilled } }) });
    const words = asked.words;
    const refusal = refusalFor(context);
    if (refusal) return refusal;
    if (!confirm) return composePreview(words, ahead, await previewOf(context.bot.incidents, ahead, context.askedAt));
    const channel = { platform: context.channel.platform, channel: context.channel.id };
    const twin = context.bot.subscriptions
      .of(channel)
      .find((s) => JSON.stringify(s.query.filter) === JSON.stringify(ahead));
    if (twin) return composeUsage(`This channel hears of that already (#${twin.id}).`);
    const by = context.asker.name ?? context.asker.id;
    const query = { ...asked.query, filter: ahead, offset: 0 };
    const made = context.bot.subscriptions.add(channel, {
      words,
      query,
      by,
      at: context.askedAt.toISOString(),
      changes,
    });
    return composeSubscribed(made, by);
  },
});

/** The question's meaning; without words, that of the thread's last answer. */
async function meant(
  question: string | undefined,
  context: Context,
): Promise<{ query: Query; words: string } | { instead: ReturnType<typeof composeUsage> }> {
  if (question === undefined) {
    const last = context.bot.recall(context);
    return last
      ? { query: last.query, words: 'the answer above' }
      : {
          instead: composeUsage('Say what to hear of. For example: subscribe attacks near Samawah with anyone killed'),
        };
  }
  const understood = await context.bot.read({ ...context, text: question, thread: undefined, within: undefined });
  if (understood.kind === 'declined') return { instead: composeDeclined(understood) };
  return understood.kind === 'unclear'
    ? { instead: composeUnclear(understood) }
    : { query: understood.query, words: question };
}
