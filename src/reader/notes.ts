import { readAspects } from '../reading/readers/aspect.ts';
import { readAttributions } from '../reading/readers/attribution.ts';
import { readTexts } from '../reading/readers/free-text.ts';
import type { Span } from '../reading/span.ts';
import { cuesIn } from './cues.ts';
import type { Notes } from './draft.ts';
import type { Chart } from './grammar.ts';
import { tokenSpan } from './tokens.ts';

/** Of those that share words, the longest. */
const longestOf = <R extends Span>(all: readonly R[]): R[] =>
  all.filter(
    (r) => !all.some((o) => o !== r && o.start < r.end && r.start < o.end && o.end - o.start > r.end - r.start),
  );

/** What is read beside the chart, and which tokens that takes. */
export function notesOf(text: string, chart: Chart, timed: readonly boolean[]): [Notes, boolean[]] {
  const { tokens } = chart;
  const cues = cuesIn(text, chart);
  const clear = (span: Span) => {
    const at = tokenSpan(tokens, span);
    return at !== undefined && !timed.slice(...at).some(Boolean);
  };
  const notes: Notes = {
    aspects: [...readAspects(text).filter(clear), ...cues.aspects],
    attributions: longestOf([...readAttributions(text).filter(clear), ...cues.attributions]),
    texts: readTexts(text).filter(
      (r) =>
        clear(r) &&
        (/^"/.test(r.words) || (r.words !== r.value && !/^(?:about|regarding|concerning)\b/i.test(r.words))),
    ),
  };
  const annotated = tokens.map(() => false);
  for (const span of [...notes.aspects, ...notes.attributions, ...notes.texts]) {
    const at = tokenSpan(tokens, span);
    if (at) annotated.fill(true, ...at);
  }
  return [notes, annotated];
}
