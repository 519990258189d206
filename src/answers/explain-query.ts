import type { Language } from '../kernel/language.ts';
import type { Reading } from '../reading/span.ts';
import { caveatOf } from './beyond-answer.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { clean } from './messages/english/text.ts';
import { messagesFor } from './messages/localize.ts';
import { type Explained, type ExplanationMessages, facets } from './messages/why.ts';
import { notesOf } from './notes.ts';

const explained = (reading: Reading): reading is Reading<Explained> => facets.some((facet) => facet === reading.facet);

function meaning(w: ExplanationMessages, { facet, value }: Reading): string | undefined {
  const told = value as {
    candidates?: { name: string; country?: string; level?: string }[];
    start?: string | null;
    end?: string | null;
  };
  const best = told?.candidates?.[0];
  if (best) {
    const country = best.level === 'country' || !best.country ? undefined : clean(best.country, 80);
    return w.place(clean(best.name, 80), country);
  }
  return facet === 'period' ? w.period({ start: told.start ?? null, end: told.end ?? null }) : undefined;
}

/** Word by word how a question was read; undefined where nothing of it was. */
export function readWords(readings: readonly Reading[], language: Language | undefined): string | undefined {
  const { why: w } = messagesFor(language);
  const words = readings
    .filter(explained)
    .map((r) => w.word(clean(r.words.trim(), 60), w.facets[r.facet], meaning(w, r)));
  return words.length ? w.read(words) : undefined;
}

/** Why the answer is as it is: how it was read, then what was taken for granted, left out and unread. */
export function explain(told: AnswerContext): string {
  const { why: w, back } = messagesFor(told.language);
  return [
    told.read ?? w.nothingRead,
    caveatOf(told) ?? '',
    w.found(told.result.total, told.coverage.incidents),
    ...notesOf(told),
    told.alternatives.length ? w.others(told.alternatives.map((a) => clean(back.instead(a.means), 75))) : '',
  ]
    .filter(Boolean)
    .join('\n');
}
