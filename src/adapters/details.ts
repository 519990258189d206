import type { Answer, AnswerAction, AnswerSubject, Part } from '../answers/document/answer.ts';
import { rowTitle } from '../answers/document/incident-row.ts';
import type { Language } from '../kernel/language.ts';

type Action = AnswerAction['action'];

/** Incidents of a page. */
const most = 50;

/** The incident that a part shows, in a line or in full. */
function incidentIn(part: Part): { id: string; label: string }[] {
  if (part.kind === 'row') return [{ id: part.row.id, label: rowTitle(part.row) }];
  return part.kind === 'incident' ? [{ id: part.card.id, label: `${part.card.title} · ${part.card.when}` }] : [];
}

/** The id of the incident whose dossier an action shows: it is for whoever presses the button, not for the channel. */
export const dossierOf = (action: Action | undefined): string | undefined =>
  action && 'run' in action && action.run === 'show' && typeof action.options.id === 'string'
    ? action.options.id
    : undefined;

/** The dossiers of the incidents that an answer lists, one step each; none where it shows a single one. */
export function detailsOf({ parts }: Answer): AnswerAction[] {
  const shown = parts.flatMap(incidentIn);
  if (shown.length < 2) return [];
  return shown.slice(0, most).map(({ id, label }) => ({ label, action: { run: 'show', options: { id } } }));
}

/** Everything that buttons and menus under an answer do, in the order of their values. */
export const stepsOf = (answer: Answer): AnswerAction[] => [...answer.next, ...detailsOf(answer)];

/** What the steps of an answer go back to: its query, and the language it is in. */
export function subjectOf({ next }: Answer): AnswerSubject | undefined {
  for (const { action } of next) {
    const about = 'why' in action ? action.why : 'about' in action ? action.about : undefined;
    if (about) return about;
  }
  return undefined;
}

export const languageOf = (answer: Answer): Language | undefined => subjectOf(answer)?.language;
