import type { Incident } from '../incidents/incident.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { caveatText } from './messages/caveat.ts';
import { cardOf } from './messages/english/card.ts';
import { catalogueFor, messagesFor } from './messages/localize.ts';
import { gapText, nearestText } from './messages/scope.ts';
import { widenedTo } from './no-results.ts';

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
  const world = !coverage.datasets.some(({ id, incidents }) => id === 'ucdp' && incidents > 0);
  const sentences = [beyond && gapText(scope, beyond, world), caveatText(caveat, caveats)].filter(Boolean);
  return sentences.length ? sentences.join(' ') : undefined;
}

const nearestInTime = (
  language: AnswerContext['language'],
  what: NonNullable<AnswerContext['nearest']>['what'],
  incident: Incident,
): string => {
  const wording = catalogueFor(language);
  return wording ? wording.nearest(what, incident.when, wording.title(incident)) : widenedTo(what, incident);
};

/** The nearest to what lies beyond the scope: how many incidents mention it, with examples, or the dead of them all. */
export function composeBeyond({ language, beyond, nearest }: AnswerContext): AnswerBody {
  const { scope } = messagesFor(language);
  const wording = catalogueFor(language);
  const near = beyond?.nearest;
  const inTime = nearest?.result.incidents ?? [];
  const [other] = inTime;
  const text = beyond ? nearestText(scope, beyond) : '';
  const beside = nearest && other ? nearestInTime(language, nearest.what, other) : '';
  const shown = near?.how === 'mentions' ? near.result.incidents : inTime;
  return {
    first: text || beside,
    parts: shown.map((i) => ({ kind: 'incident', card: wording ? wording.card(i) : cardOf(i) })),
    next:
      near?.how === 'mentions' && near.result.total > 0
        ? [{ label: scope.show, action: { find: { ...near.query, limit: 5 } } }]
        : [],
  };
}
