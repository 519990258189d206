import type { Incident } from '../incidents/incident.ts';
import { seriesOf, seriesUnit } from './chart-data.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { sentence } from './messages/english/text.ts';
import { pictureLabelsFor } from './messages/localize-pictures.ts';
import type { TimelineWords } from './messages/picture-labels.ts';

/** Fewer units are read faster than a chart. */
const fewestToDraw = 4;

function killed({ toll, unknown }: TimelineWords, { casualties }: Incident): string {
  const whole = casualties.find((c) => c.group === 'all')?.killed ?? casualties.find((c) => c.killed)?.killed;
  return whole === undefined ? unknown : toll(whole);
}

/** A timeline: a row per incident in order of time, and a chart where there are enough. */
export function timeline(context: AnswerContext): AnswerBody {
  const { query, result, language } = context;
  const { incidents, total } = result;
  const words = pictureLabelsFor(language);
  const labels = words.timeline;
  const dated = incidents.filter((i) => i.when.start !== null);
  const more = total > incidents.length ? labels.chosen(incidents.length) : spanOf(labels, dated);
  const unit = seriesUnit(context);
  const chart = seriesOf(context, unit, unit, 2);
  const busy = chart.points.filter((p) => p.value > 0).length >= fewestToDraw;
  const [happened, dead] = labels.columns;
  return {
    first: [sentence(words.counted(query.filter, total)), more].filter(Boolean).join(' '),
    parts: [
      ...(busy ? [{ kind: 'chart' as const, ...chart }] : []),
      {
        kind: 'table',
        table: {
          title: labels.table,
          columns: [
            { name: happened, align: 'left' },
            { name: dead, align: 'right' },
          ],
          rows: incidents.map((i) => [words.labelled(labels.when(i.when), labels.title(i)), killed(labels, i)]),
        },
      },
    ],
  };
}

function spanOf({ span }: TimelineWords, dated: Incident[]): string {
  const first = dated[0]?.when.start;
  const last = dated.at(-1)?.when.end;
  return dated.length > 1 && first && last ? span(first, last) : '';
}
