import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { details, rows } from './list-answer.ts';
import { caveatText } from './messages/caveat.ts';
import { messagesFor } from './messages/localize.ts';
import { gapText, nearestText } from './messages/scope.ts';

/** Whether a query is not answered because it lies beyond the scope of the data. */
export const isBeyond = ({ beyond }: Pick<AnswerContext, 'beyond'>): boolean => beyond?.answered === false;

/** What an answer begins with, where something that was asked for could not be used or the data cannot tell it. */
export function caveatOf({
  language,
  caveats,
  beyond,
  coverage,
}: Pick<AnswerContext, 'language' | 'caveats' | 'beyond' | 'coverage'>): string | undefined {
  const { scope, caveat } = messagesFor(language);
  const world = !coverage.datasets.some((d) => d.id === 'ucdp' && d.incidents > 0 && !d.scope?.whole);
  const sentences = [beyond && gapText(scope, beyond, world), caveatText(caveat, caveats)].filter(Boolean);
  return sentences.length ? sentences.join(' ') : undefined;
}

/** The nearest to what lies beyond the scope: how many incidents mention it, with examples, or the dead of them all. */
export function composeBeyond(context: AnswerContext): AnswerBody {
  const { language, beyond, nearest } = context;
  const w = messagesFor(language);
  const near = beyond?.nearest;
  const [other] = nearest?.result.incidents ?? [];
  const inTime = nearest && other ? w.nearest(nearest.what, other.when, w.title(other)) : '';
  const mentions = near?.how === 'mentions' ? near : undefined;
  return {
    first: (beyond && nearestText(w.scope, beyond)) || inTime,
    parts: rows(context, mentions?.result.incidents ?? []),
    next: mentions?.result.total
      ? [{ label: w.scope.show, action: { find: { ...mentions.query, limit: 5 } } }]
      : other && inTime
        ? [details(context, other)]
        : [],
  };
}
