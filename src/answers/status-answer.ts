import type { Coverage } from '../incidents/data-profile.ts';
import type { Answer, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { day, instant } from './messages/english/dates.ts';
import { clean, list, number, plural } from './messages/english/text.ts';
import { scopeText } from './scope-text.ts';

const gazetteer = 'Names of places: GeoNames (CC BY 4.0), Natural Earth (public domain), Unicode CLDR.';

const span = (first: string | null, last: string | null) =>
  first && last ? `${day(first)} to ${day(last)}` : 'no dates';

const datasetText = ({ incidents, reports, first, last }: Coverage['datasets'][number]) =>
  [
    ...(incidents || !reports ? [`${plural(incidents, 'incident')}, ${span(first, last)}`] : []),
    ...(reports ? [`${plural(reports, 'report')} to review`] : []),
  ].join('; ');

const withSpace = (text: string | undefined) => (text ? ` ${text}` : '');

const numbers = (ids: readonly number[]) => list(ids.slice(0, 10).map((id) => `#${id}`));

/** What alerts had to set aside. */
interface SetAside {
  /** Ids of subscriptions that cannot be read, and of those that were not served as they asked. */
  unreadable: readonly number[];
  troubled: readonly number[];
  /** Changes of the data that could not be announced. */
  skipped: readonly string[];
}

/** What alerts had to set aside; undefined where that is nothing. */
export function asideLine({ unreadable, troubled, skipped }: SetAside): string | undefined {
  const parts = [
    ...(unreadable.length
      ? [`${plural(unreadable.length, 'subscription')} cannot be read (${numbers(unreadable)})`]
      : []),
    ...(troubled.length
      ? [`of ${plural(troubled.length, 'subscription')} not all could be told (${numbers(troubled)})`]
      : []),
    ...(skipped.length
      ? [
          `${plural(skipped.length, 'change')} of the data could not be announced (${list(skipped.slice(0, 3).map((one) => clean(one, 80)))})`,
        ]
      : []),
  ];
  return parts.length ? `Alerts: ${parts.join('; ')}. The log says why.` : undefined;
}

/** How far the alerts are behind the data. `since`: an ISO instant. */
export const lagLine = ({ changes, since }: { changes: number; since: string | null }): string =>
  changes === 0 || since === null
    ? 'up to date'
    : `${plural(changes, 'change')} of the data not processed yet, the oldest of ${instant(since)}`;

/** What the data holds: counts, dates, datasets and licences. `platforms`: a line each. */
export function composeStatus(coverage: Coverage, platforms: readonly string[]): Answer {
  const top = coverage.countries.slice(0, 5).map((c) => `${clean(c.country, 60)} (${number(c.incidents)})`);
  const first = `${plural(coverage.incidents, 'incident')}, ${span(coverage.first, coverage.last)}${top.length ? `; most in ${list(top)}` : ''}.`;
  const parts: Part[] = [
    ...(coverage.unfinished ?? []).map((file) => ({
      kind: 'text' as const,
      text: `The import of ${clean(file, 120)} is not finished: the data has only a part of it. Import it again, and it goes on from there.`,
    })),
    ...coverage.datasets.map((d) => ({
      kind: 'text' as const,
      text: `${clean(d.name, 100)}: ${datasetText(d)}. Licence: ${clean(d.licence, 120)}${d.redistribution === 'forbidden' ? ' (its records may not be passed on)' : ''}. Cite: ${clean(d.citation, 400)}${withSpace(scopeText(d))}`,
    })),
    ...platforms.map((text) => ({ kind: 'text' as const, text })),
    { kind: 'note', text: gazetteer },
  ];
  return buildAnswer(first, parts, { result: { total: coverage.incidents }, coverage });
}
