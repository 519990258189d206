import { type FileReport, nothingRead } from '../incidents/import/file-report.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { settingsOf } from './mapping-form.ts';
import { mappingProposal } from './mapping-proposal.ts';
import { clean, list, number, plural } from './messages/english/text.ts';

const flags: Record<string, string> = {
  'estimate-order': 'best estimate outside low to high',
  candidate: 'actor not settled',
  'fractional-toll': 'toll divided among linked attacks, so not a whole number',
  'figure-in-words': 'a figure that is no plain number, kept in its own words',
  'doubt-terrorism': 'the dataset doubts that it is terrorism',
};

function fileSummary(report: FileReport, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  const what = [
    `${number(report.added)} ${would}new`,
    `${number(report.revised)} ${would}revised`,
    `${number(report.unchanged)} unchanged`,
    ...(report.retracted ? [`${number(report.retracted)} ${would}taken back`] : []),
    ...(report.joined ? [`${number(report.joined)} joined to another of the same event or report`] : []),
    `${number(report.rejectedTotal)} rejected`,
  ];
  const flagged = Object.entries(report.flagged).map(
    ([flag, n]) => `${number(n)} flagged: ${flags[flag] ?? clean(flag, 60)}`,
  );
  const counts = `${clean(report.file, 120)} (${report.format}): ${plural(report.rows, 'row')}; ${list(what)}; ${report.seconds} s.`;
  const remarks = [
    flagged.length ? `Taken, but ${list(flagged)}.` : '',
    vanished(report),
    doubled(report),
    report.resumedAfter
      ? `An earlier run had come to row ${number(report.resumedAfter)}; this one went on from there.`
      : '',
    report.mapping ? `Read by the mapping ${clean(report.mapping, 200)}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
  return [counts, remarks].filter(Boolean).join('\n');
}

/** Ids that different events of one file share. */
function doubled({ doubled: ids }: FileReport): string {
  if (!ids?.length) return '';
  return `${plural(ids.length, 'row has', 'rows have')} the id of another event in the file and got one of ${ids.length === 1 ? 'its' : 'their'} own, for example ${list(ids.slice(0, 3).map((id) => clean(id, 60)))}.`;
}

/** Incidents that a whole release no longer has. */
function vanished({ vanished: ids }: FileReport): string {
  if (!ids?.length) return '';
  const examples = ids.slice(0, 3).map((id) => clean(id, 60));
  return `${plural(ids.length, 'incident of its countries and days is', 'incidents of its countries and days are')} not in it any more and no longer counted, for example ${list(examples)}; answers “as of” an earlier day still have ${ids.length === 1 ? 'it' : 'them'}.`;
}

/** A part of an archive or a workbook that is no table. */
const skippedNote = ({ file, skipped = '' }: FileReport): Part => ({
  kind: 'note',
  text: `Not read: ${clean(skipped.startsWith(file) ? skipped : `${file}: ${skipped}`, 400)}`,
});

const shown = 20;

const rejects = (report: FileReport): Part[] => [
  ...report.rejected.slice(0, shown).map((r) => ({
    kind: 'note' as const,
    text: `${clean(report.file, 80)}, line ${r.line}, ${r.column ? clean(r.column, 60) : 'the row'}: “${clean(r.value, 80)}” ${r.reason}`,
  })),
  ...(report.rejectedTotal > shown
    ? [
        {
          kind: 'note' as const,
          text: `… and ${number(report.rejectedTotal - shown)} more; with --json every one is listed.`,
        },
      ]
    : []),
];

/** The result of an import, file by file, which accounts for every row. `mayChange`: a proposed mapping may be changed here. */
export function composeImport(
  reports: FileReport[],
  {
    dryRun,
    files,
    dataset,
    mayChange = false,
  }: { dryRun: boolean; files: string[]; dataset?: string | undefined; mayChange?: boolean },
): Answer {
  const sum = (key: 'added' | 'revised' | 'rejectedTotal') => reports.reduce((n, r) => n + r[key], 0);
  const [mapping] = reports.flatMap((r) => r.proposed?.mapping ?? []);
  const proposed = mapping !== undefined;
  const what = dryRun ? ' would be' : '';
  const first =
    proposed && reports.every((r) => r.proposed || r.skipped !== undefined)
      ? 'Nothing was imported: see first how the columns would be read.'
      : `${dryRun ? 'Nothing was changed. ' : ''}${plural(sum('added'), `record${what} new`, `records${what} new`)}, ${number(sum('revised'))} revised, ${plural(sum('rejectedTotal'), 'row')} rejected.`;
  const parts = reports.flatMap((r): Part[] =>
    r.proposed
      ? mappingProposal(r.file, r.proposed)
      : r.skipped !== undefined
        ? [skippedNote(r)]
        : [{ kind: 'text', text: fileSummary(r, dryRun) }, ...rejects(r)],
  );
  const next: AnswerAction[] = proposed
    ? [
        {
          label: 'Import it so',
          action: { run: 'import', options: { files, dryRun, ...(dataset === undefined ? {} : { dataset }) } },
        },
        ...(mayChange
          ? [
              {
                label: 'Change how',
                action: {
                  run: 'import',
                  options: { files, change: true, dataset, ...settingsOf(mapping) },
                },
              },
            ]
          : []),
      ]
    : [];
  const nothing = nothingRead(reports);
  if (nothing !== undefined) return { ...buildAnswer(clean(nothing, 600), parts, { files: reports }), failed: 1 };
  return { ...buildAnswer(first, parts, { files: reports }), next };
}
