import type { Answer, Part } from './answer.ts';
import { report } from './report.ts';
import { clean, list, number, plural } from './wording/words.ts';

interface FileReport {
  file: string;
  format: string;
  rows: number;
  added: number;
  revised: number;
  unchanged: number;
  rejected: { line: number; column: string; value: string; reason: string }[];
  rejectedTotal: number;
  flagged: Record<string, number>;
  vanished?: string[];
  seconds: number;
}

const flags: Record<string, string> = {
  'estimate-order': 'best estimate outside low to high',
  candidate: 'actor not settled',
};

function one(report: FileReport, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  const what = [
    `${number(report.added)} ${would}new`,
    `${number(report.revised)} ${would}revised`,
    `${number(report.unchanged)} unchanged`,
    `${number(report.rejectedTotal)} rejected`,
  ];
  const odd = Object.entries(report.flagged).map(
    ([flag, n]) => `${number(n)} flagged: ${flags[flag] ?? clean(flag, 60)}`,
  );
  return `${clean(report.file, 120)} (${report.format}): ${plural(report.rows, 'row')}; ${list(what)}; ${report.seconds} s.${odd.length ? ` Taken, but ${list(odd)}.` : ''}${vanished(report)}`;
}

/** What a whole release has no more: told, marked, and still counted. */
function vanished({ vanished: ids }: FileReport): string {
  if (!ids?.length) return '';
  const examples = ids.slice(0, 3).map((id) => clean(id, 60));
  return ` ${plural(ids.length, 'incident of its countries and days is', 'incidents of its countries and days are')} not in it any more and marked so, for example ${list(examples)}; none is taken back.`;
}

const shown = 20;

const rejects = (report: FileReport): Part[] => [
  ...report.rejected.slice(0, shown).map((r) => ({
    kind: 'note' as const,
    text: `${clean(report.file, 80)}, line ${r.line}, ${r.column}: “${clean(r.value, 80)}” ${r.reason}`,
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

/** What an import did, file by file; every row is accounted for. */
export function composeImport(reports: FileReport[], dryRun: boolean): Answer {
  const sum = (key: 'added' | 'revised' | 'rejectedTotal') => reports.reduce((n, r) => n + r[key], 0);
  const first = `${dryRun ? 'Nothing was changed. ' : ''}${plural(sum('added'), `incident${dryRun ? ' would be' : ''} new`, `incidents${dryRun ? ' would be' : ''} new`)}, ${number(sum('revised'))} revised, ${plural(sum('rejectedTotal'), 'row')} rejected.`;
  const parts: Part[] = reports.flatMap((r) => [{ kind: 'text' as const, text: one(r, dryRun) }, ...rejects(r)]);
  return report(first, parts, { files: reports });
}
