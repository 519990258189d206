import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { details } from './list-answer.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import { messagesFor } from './messages/localize.ts';

/** Nothing was found: steps to the nearest that a wider question finds, which the first sentence names. */
export function nothingFound(context: AnswerContext): AnswerBody {
  const { nearest, language } = context;
  const [other] = nearest?.result.incidents ?? [];
  if (!nearest || !other) return { parts: [], sources: [] };
  const { steps } = messagesFor(language);
  return {
    parts: [],
    next: [
      { label: widened(steps, nearest), action: { find: { ...nearest.query, limit: 5 } } },
      details(context, other),
    ],
    sources: [],
  };
}

function widened(steps: MessageCatalogue['steps'], { what, query }: NonNullable<AnswerContext['nearest']>): string {
  const km = query.filter.places?.[0]?.radiusKm;
  if (what === 'further around' && km !== undefined) return steps.within(km);
  if (what === 'any kind') return steps.anyKind;
  return what === 'any time before' ? steps.earlier : steps.anyTime;
}
