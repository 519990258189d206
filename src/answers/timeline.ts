import type { Incident } from '../incidents/incident.ts';
import { measuredWords } from './groups.ts';
import { seriesOf, seriesUnit } from './series.ts';
import type { Composed, Told } from './told.ts';
import { title } from './wording/card.ts';
import { days, when } from './wording/dates.ts';
import { around, counted } from './wording/filter.ts';
import { toll } from './wording/tolls.ts';
import { capital, clean, number, sentence } from './wording/words.ts';

/** Fewer are read faster than seen. */
const fewestToDraw = 4;

function killed({ casualties }: Incident): string {
  const whole = casualties.find((c) => c.group === 'all')?.killed ?? casualties.find((c) => c.killed)?.killed;
  return whole === undefined ? 'unknown' : toll(whole);
}

/** The course of events: one line an incident in the order they happened, and a chart where there are many. */
export function timeline(told: Told): Composed {
  const { query, result } = told;
  const { incidents, total } = result;
  const dated = incidents.filter((i) => i.when.start !== null);
  const span = spanOf(dated);
  const chosen =
    total > incidents.length ? ` The deadliest ${number(incidents.length)} in the order they happened:` : '';
  const unit = seriesUnit(told);
  const words = {
    title: `${capital(measuredWords(query))} by ${unit}`,
    about: around(query.filter),
    unit: measuredWords(query),
  };
  const chart = seriesOf(told, unit, words);
  const busy = chart.points.filter((p) => p.value > 0).length >= fewestToDraw;
  return {
    first: `${sentence(counted(query.filter, total))}${chosen || span}`,
    parts: [
      ...(busy ? [{ kind: 'chart' as const, ...chart }] : []),
      {
        kind: 'table',
        table: {
          title: 'Timeline',
          columns: [
            { name: 'What happened', align: 'left' },
            { name: 'Killed', align: 'right' },
          ],
          rows: incidents.map((i) => [`${clean(when(i.when), 90)}: ${clean(title(i), 90)}`, killed(i)]),
        },
      },
    ],
  };
}

function spanOf(dated: Incident[]): string {
  const first = dated[0]?.when.start;
  const last = dated.at(-1)?.when.end;
  return dated.length > 1 && first && last ? ` From ${days(first, last)}.` : '';
}
