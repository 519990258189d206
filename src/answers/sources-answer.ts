import { day, hour, minute } from '../kernel/duration.ts';
import type { ConfiguredSource } from '../sources/sources.ts';
import type { SyncResult } from '../sources/sync.ts';
import type { RowTally } from '../sources/tally.ts';
import type { FileImportResult } from '../sources/watch-folder.ts';
import type { Answer, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { instant } from './messages/english/dates.ts';
import { clean, list, number, plural } from './messages/english/text.ts';
import { composeText } from './replies.ts';

const services: Record<string, string> = {
  acled: 'ACLED',
  reliefweb: 'ReliefWeb',
  ucdp: 'UCDP’s API',
  'ucdp-candidate': 'UCDP candidate events',
  gdelt: 'GDELT',
};
const at = (moment: number) => instant(new Date(moment).toISOString());

const units: [number, string][] = [
  [7 * day, 'week'],
  [day, 'day'],
  [hour, 'hour'],
  [minute, 'minute'],
];
function intervalText(every: number): string {
  const [unit, name] = units.find(([length]) => every % length === 0) ?? [minute, 'minute'];
  const n = Math.round(every / unit);
  return n === 1 ? `every ${name}` : `every ${number(n)} ${name}s`;
}

/** "12 rows: 10 new, 2 revised"; what was rejected with the first reason. */
function rowsInWords({ rows, added, revised, unchanged, rejected, firstReject }: RowTally): string {
  if (rows === 0) return 'nothing new';
  const what = [
    `${number(added)} new`,
    `${number(revised)} revised`,
    `${number(unchanged)} unchanged`,
    ...(rejected ? [`${number(rejected)} rejected`] : []),
  ];
  const why = firstReject === undefined ? '' : ` (${clean(firstReject, 200)})`;
  return `${plural(rows, 'row')}: ${list(what)}${why}`;
}

const nameOf = ({ kind, address, query }: ConfiguredSource): string =>
  `${clean(services[kind] ?? address ?? kind, 200)}${query === undefined ? '' : `, ${clean(query, 200)}`}`;

function stateOf(source: ConfiguredSource, now: number): string {
  const { paused, running, due } = source;
  if (running) return 'Being fetched now.';
  if (paused) return 'Paused.';
  return due <= now + minute ? 'To be fetched now.' : `Next ${at(due)}.`;
}

function lineOf(source: ConfiguredSource, now: number): string {
  const { id, every, since, by, lastSuccess, lastRows, error, errorAt, tries } = source;
  const startText = since === undefined ? '' : `, from ${since} on`;
  const last = lastSuccess ? ` Last fetched ${at(lastSuccess)}${lastRows ? `: ${rowsInWords(lastRows)}` : ''}.` : '';
  const failed =
    error === undefined ? '' : ` Failed ${plural(tries, 'time')}, last ${at(errorAt)}: ${clean(error, 300)}`;
  return `#${id} ${nameOf(source)}: ${intervalText(every)}${startText}, added by ${clean(by, 60)}.${last}${failed} ${stateOf(source, now)}`;
}

/** The sources and their state. `now`: milliseconds since 1970; `first` replaces the first sentence. */
export function composeSources(sources: readonly ConfiguredSource[], now: number, first?: string): Answer {
  const none = 'Nothing is fetched by itself. For example: sources --add https://example.org/feed.xml --every 1h';
  const parts = sources.map((source): Part => ({ kind: 'text', text: lineOf(source, now) }));
  return buildAnswer(first ?? (sources.length ? `${plural(sources.length, 'source')}.` : none), parts);
}

/** The line for `status`; undefined where there are no sources. */
export function sourcesLine(sources: readonly ConfiguredSource[]): string | undefined {
  if (sources.length === 0) return undefined;
  // Whoever pauses one by hand knows why; that sets its tries to 0.
  const failing = sources.filter((s) => s.error !== undefined && (!s.paused || s.tries > 0));
  const paused = sources.filter((s) => s.paused);
  const last = Math.max(...sources.map((s) => s.lastSuccess));
  const parts = [
    ...(last ? [`last fetched ${at(last)}`] : ['none fetched yet']),
    ...(paused.length ? [`${number(paused.length)} paused`] : []),
    ...failing.slice(0, 3).map((s) => `#${s.id} fails: ${clean(s.error ?? '', 200).replace(/\.$/, '')}`),
  ];
  return `Sources: ${number(sources.length)}; ${parts.join('; ')}.`;
}

/** The result of a run of a source. `next`, where it failed: milliseconds since 1970. */
export function composeSyncResult(id: number, result: SyncResult): Answer {
  switch (result.kind) {
    case 'done':
      return composeText(`Source #${id}: ${rowsInWords(result.rows)}.`);
    case 'failed':
      return {
        ...composeText(
          `Source #${id}: ${clean(result.why, 400)} ${result.paused ? `It is paused; sources --resume ${id} tries it again.` : `Next try ${at(result.next)}.`}`,
        ),
        failed: 1,
      };
    case 'busy':
      return composeText(`Source #${id} is being fetched already.`);
    case 'stopped':
      return composeText(`Source #${id}: stopped; the next run goes on from there.`);
  }
}

/** A line for a file of a watched folder. */
export function fileImportLine(file: FileImportResult): string {
  const name = clean(file.path, 300);
  if (file.kind === 'taken') return `${name}: ${rowsInWords(file.rows)}.`;
  if (file.kind === 'same') return `${name}: nothing new in it.`;
  return `${name}: not imported. ${clean(file.why, 400)} It is tried again when it changes.`;
}
