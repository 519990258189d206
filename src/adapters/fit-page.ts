import type { Answer, AnswerAction, Part } from '../answers/document/answer.ts';
import { messagesFor } from '../answers/messages/localize.ts';
import { subjectOf } from './details.ts';

const isListed = ({ kind }: Part) => kind === 'row' || kind === 'incident';

const isPageAfter =
  (offset: number) =>
  ({ action }: AnswerAction) =>
    'page' in action && action.page.offset > offset;

/**
 * The page that fits a message: as many listed incidents as `isCut` does not find cut, and a step to the very next one.
 * Without it, the incidents between what fits and the next page would be on no page.
 */
export function fitPage(answer: Answer, isCut: (answer: Answer) => boolean): Answer {
  const listed = answer.parts.filter(isListed);
  const asked = subjectOf(answer);
  if (listed.length < 2 || asked?.query.measure !== 'list' || !isCut(answer)) return answer;
  const { query, language } = asked;
  const { back, steps } = messagesFor(language);
  const first = (shown: number): Answer => {
    const left = new Set(listed.slice(shown));
    const note: Part = { kind: 'note', text: back.pageFits(shown, listed.length) };
    return { ...answer, parts: [...answer.parts.filter((part) => !left.has(part)), note] };
  };
  let [fits, cut] = [1, listed.length];
  while (cut - fits > 1) {
    const middle = (fits + cut) >> 1;
    if (isCut(first(middle))) cut = middle;
    else fits = middle;
  }
  const known = answer.next.find(isPageAfter(query.offset));
  const from = known && 'page' in known.action ? known.action : { language };
  const more: AnswerAction = {
    label: known?.label ?? steps.more,
    action: { ...from, page: { ...query, offset: query.offset + fits, limit: fits } },
  };
  return { ...first(fits), next: [more, ...answer.next.filter((step) => step !== known)] };
}
