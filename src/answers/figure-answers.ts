import { comparesSides } from '../incidents/difference.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { sideBySide } from './group-answers.ts';
import { noFigure, withoutFigure } from './list-answer.ts';
import { englishFigures } from './messages/english/figures.ts';
import { figureSentence, isUntold } from './messages/figures.ts';

/** A difference, an average or a share: a sentence; of a difference, its two sides as well. */
export function workedOut(context: AnswerContext): AnswerBody {
  if (isUntold(context.result)) return { first: noFigure(context), parts: [] };
  return {
    first: `${figureSentence(englishFigures, context) ?? ''}${withoutFigure(context)}`,
    parts: comparesSides(context.query.measure) ? sideBySide(context) : [],
  };
}
