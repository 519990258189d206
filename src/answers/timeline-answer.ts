import type { Incident } from '../incidents/incident.ts';
import { seriesOf, seriesUnit } from './chart-data.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { sentence } from './messages/english/text.ts';
import { pictureLabelsFor } from './messages/localize-pictures.ts';
import type { TimelineWords } from './messages/picture-labels.ts';

/** Fewer are read faster than seen. */
const fewestToDraw = 4;

function killed({ toll, unknown }: TimelineWords, { casualties }: Incident): string {
  const whole = casualties.find((c) => c.group === 'all')?.killed ?? casualties.find((c) => c.killed)?.killed;
  return whole === undefined ? unknown : toll(whole);
}

/** The course of events: one line an incident in the order they happened, and a chart where there are many. */
export function timeline(told: AnswerContext): AnswerBody {
  const { query, result, language } = told;
  const { incidents, total } = result;
  const words = pictureLabelsFor(language);
  const say = words.timeline;
  const dated = incidents.filter((i) => i.when.start !== null);
  const more = total > incidents.length ? say.chosen(incidents.length) : spanOf(say, dated);
  const unit = seriesUnit(told);
  const chart = seriesOf(told, unit, unit, 2);
  const busy = chart.points.filter((p) => p.value > 0).length >= fewestToDraw;
  const [happened, dead] = say.columns;
  return {
    first: [sentence(words.counted(query.filter, total)), more].filter(Boolean).join(' '),
    parts: [
      ...(busy ? [{ kind: 'chart' as const, ...chart }] : []),
      {
        kind: 'table',
        table: {
          title: say.table,
          columns: [
            { name: happened, align: 'left' },
            { name: dead, align: 'right' },
          ],
          rows: incidents.map((i) => [words.labelled(say.when(i.when), say.title(i)), killed(say, i)]),
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
