import type { Answer, AnswerAction, AnswerSubject, Part } from './document/answer.ts';
import type { AnswerDocument } from './document/answer-document.ts';
import { textOf } from './document/plain-text.ts';

type Both = readonly [Answer, Answer];

/** Small print that the first answer has already is not repeated. */
function partsAfter(first: readonly Part[], second: readonly Part[]): Part[] {
  const said = new Set(first.flatMap((part) => (part.kind === 'note' ? [part.text] : [])));
  return second.filter((part) => part.kind !== 'note' || !said.has(part.text));
}

/** Another page stands in a message of its own: in the place of this one, it would take the other answer with it. */
const apart = (step: AnswerAction): AnswerAction => {
  if (!('page' in step.action)) return step;
  const { page, ...from } = step.action;
  return { ...step, action: { find: page, ...from } };
};

/** The steps of both, with a number where they are called the same, and one "why?" about both. */
function stepsOf(answers: Both, about: AnswerSubject): AnswerAction[] {
  const all = answers.map(({ next }) => next.filter(({ action }) => !('why' in action)).map(apart));
  const labels = all.map((steps) => new Set(steps.map(({ label }) => label)));
  const numbered = all.flatMap((steps, n) =>
    steps.map((step) =>
      labels.every((some) => some.has(step.label)) ? { ...step, label: `${step.label} (${n + 1})` } : step,
    ),
  );
  const why = answers.flatMap(({ next }) => next).find(({ action }) => 'why' in action);
  return why ? [...numbered, { label: why.label, action: { why: about } }] : numbered;
}

const partOf = ({ understood, result, caveat }: AnswerDocument) => ({
  ...(understood ? { understood } : {}),
  ...(result ? { result } : {}),
  ...(caveat === undefined ? {} : { caveat }),
});

function documentOf([first, second]: readonly [AnswerDocument, AnswerDocument], text: string): AnswerDocument {
  const figure = [first, second].find(({ result }) => typeof result?.value === 'number') ?? first;
  const { caveat: _, ...outer } = figure;
  const caveats = [first, second].flatMap(({ caveat }) => caveat ?? []);
  const datasets = [...(first.datasets ?? []), ...(second.datasets ?? [])];
  return {
    ...outer,
    ...(caveats.length ? { caveat: [...new Set(caveats)].join(' ') } : {}),
    datasets: [...new Map(datasets.map((dataset) => [dataset.id, dataset])).values()],
    parts: [first, second].map(partOf),
    text,
  };
}

/** The answers to a question with two parts as one, in their order. `about`: what "why?" explains and goes back to. */
export function composeBoth(answers: Both, about: AnswerSubject): Answer {
  const [first, second] = answers;
  const more = partsAfter(first.parts, second.parts);
  const text = `${first.text}\n\n${textOf('', more)}`;
  return {
    text,
    parts: [...first.parts, ...more],
    audience: first.audience,
    next: stepsOf(answers, about),
    sources: [...first.sources, ...second.sources],
    ...(first.data && second.data ? { data: documentOf([first.data, second.data], text) } : {}),
  };
}
