import type { Unreviewed } from '../incidents/incident.ts';
import type { ReportResult } from '../incidents/incidents.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { sourceOf } from './messages/english/card.ts';
import { when } from './messages/english/dates.ts';
import { clean, number, plural, sentence } from './messages/english/text.ts';

const confidence: Record<Unreviewed['confidence'], string> = {
  low: 'coded by a machine, low confidence',
  'not rated': 'not rated',
};

function one(held: Unreviewed): Part {
  const source = held.reports[0] ? sourceOf(held.reports[0]).words : 'no source given';
  const country = held.where.country ? `; ${clean(held.where.country, 60)}` : '';
  return {
    kind: 'text',
    text: `${sentence(clean(held.statement, 200))} ${when(held.when)}${country}; ${source}; ${confidence[held.confidence]} · ${held.id}`,
  };
}

const note: Part = {
  kind: 'note',
  text: 'Nobody has reviewed these reports. They are no incidents and are never counted.',
};

/** Unreviewed reports, paged. */
export function composeUnreviewedReports(
  { total, reports }: ReportResult,
  { text, limit, offset }: { text?: string; limit: number; offset: number },
): Answer {
  const about = text ? ` with “${clean(text, 80)}”` : '';
  const shown = total > reports.length ? `, ${number(offset + 1)} to ${number(offset + reports.length)} shown` : '';
  const first =
    total === 0
      ? `No reports to review${about}.`
      : reports.length === 0
        ? `There are only ${plural(total, 'report')} to review${about}.`
        : `${plural(total, 'report')} to review${about}${shown}.`;
  const later = offset + reports.length;
  const next: AnswerAction[] =
    reports.length && later < total
      ? [
          {
            label: 'Next page',
            action: { run: 'reports', options: { ...(text ? { text } : {}), limit, from: later + 1 } },
          },
        ]
      : [];
  const sources = reports.flatMap((r) => r.reports.slice(0, 1).map(sourceOf));
  return {
    ...buildAnswer(first, total ? [...reports.map(one), note] : [], {
      result: { total, ids: reports.map((r) => r.id) },
    }),
    next,
    sources,
  };
}
