import { standing } from '../src/alerts/subscriptions.ts';
import type { Answer } from '../src/answers/answer.ts';
import { composeUsage } from '../src/answers/compose.ts';
import { inWords } from '../src/answers/wording/filter.ts';
import type { Context } from '../src/command.ts';
import type { Query } from '../src/incidents/query.ts';
import { readRhythm, type SaidRhythm } from '../src/understanding/rhythm.ts';
import { readWatch, type Watch } from '../src/understanding/watch.ts';
import { meant } from './meant.ts';

/** What is asked for, as it may stand. */
export interface Standing {
  words: string;
  query: Query;
  rhythm?: SaidRhythm;
  watch?: Watch;
}

type Meant = Standing | { instead: Answer };

const example = 'For example: subscribe attacks near Samawah with anyone killed';

function mayStand({ measure, sides, filter }: Query, watch: Watch | undefined): string | undefined {
  if (measure === 'compare' || sides) return 'A comparison cannot stand. Subscribe to each side by itself.';
  if (filter.asOf) return 'What was known on a day that is past does not change. Leave out “as of”.';
  if (filter.ids) return 'That names incidents that are known already. Ask for a place, a kind or a group.';
  if (watch?.kind === 'new-actor' && filter.actors)
    return 'Whoever is named is known already. Leave the name out, and say where somebody new should be told of.';
  return undefined;
}

function stood(query: Query, more: Omit<Standing, 'query'>): Meant {
  const why = mayStand(query, more.watch);
  return why
    ? { instead: composeUsage(why) }
    : { ...more, query: { ...query, filter: standing(query.filter), offset: 0 } };
}

/** The words about incidents, apart from when and what else to tell. */
function saidIn(question: string) {
  const { rhythm, rest } = readRhythm(question);
  const watched = readWatch(rest);
  const more = { ...(rhythm ? { rhythm } : {}), ...(watched ? { watch: watched.watch } : {}) };
  return { text: watched?.rest ?? rest, standing: { words: question, ...more } };
}

/** The question's meaning as a standing one; without words, that of the thread's last answer. */
export async function standingQuestion(question: string | undefined, context: Context): Promise<Meant> {
  const said = question === undefined ? undefined : saidIn(question);
  const asked = await meant(said?.text, context, () => composeUsage(`Say what to hear of. ${example}`));
  if ('instead' in asked) return asked;
  return stood(asked.query, said?.standing ?? { words: inWords(standing(asked.query.filter)) });
}
