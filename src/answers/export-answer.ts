import type { Dataset } from '../incidents/incident.ts';
import type { Query } from '../incidents/query.ts';
import { type ExportFormat, exportFormats } from '../reading/export-intent.ts';
import type { Answer, AnswerAction } from './document/answer.ts';
import type { Attachment } from './document/attachment.ts';
import { textOf } from './document/plain-text.ts';
import { clean, list, plural } from './messages/english/text.ts';
import { composeUsage } from './replies.ts';

const formatWords: Record<ExportFormat, string> = {
  csv: 'CSV',
  xlsx: 'a spreadsheet (xlsx)',
  geojson: 'GeoJSON',
  json: 'JSON',
};

/** What every exported file says about its origin. */
export interface ExportManifest {
  /** The first sentence of the answer. */
  answer: string;
  /** How the question was read, what was left out, until when the data goes. */
  notes: string[];
  /** How the question was read, word by word, where the conversation still has it. */
  why?: string;
  /** An ISO instant. */
  exportedAt: string;
  /** Those the rows are from, with licence and citation. */
  datasets: Dataset[];
  /** Where records may not be passed on. */
  warning?: string;
}

/** The warning beside files with records that may not be redistributed; undefined where all may. */
export const redistributionWarning = (forbidden: readonly Dataset[]): string | undefined =>
  forbidden.length === 0
    ? undefined
    : `${list(forbidden.map((d) => clean(d.name, 100)))} ${forbidden.length === 1 ? 'does' : 'do'} not allow records to be passed on: keep this file inside your organisation, and publish nothing of it. The rows are marked “forbidden”.`;

const dataset = (d: Dataset): string =>
  `${clean(d.name, 200)}. Licence: ${clean(d.licence, 200)}. Cite: ${clean(d.citation, 1000)}${d.url ? ` ${d.url}` : ''}`;

/** All that goes along with the rows, as lines of one cell. */
export const manifestText = ({ answer, notes, why, exportedAt, datasets, warning }: ExportManifest): string =>
  [
    ...(warning ? [warning] : []),
    answer,
    ...notes,
    ...(why ? [why] : []),
    ...datasets.map(dataset),
    `Exported by Sitrep at ${exportedAt}. An empty figure is one that no source gives; it is not 0.`,
  ].join('\n');

interface ExportedFile {
  query: Query;
  as: ExportFormat;
  /** How many rows, and of what: "incident", "month". */
  count: number;
  rows: string;
  about: ExportManifest;
  /** What the answer begins with. */
  caveat?: string | undefined;
  file: Attachment;
}

const otherFormats = (query: Query, as: ExportFormat, flat: boolean): AnswerAction[] =>
  exportFormats
    .filter((format) => format !== as && !(flat && format === 'geojson'))
    .map((format) => ({ label: `As ${formatWords[format]}`, action: { export: query, as: format } }));

/** The answer with the exported file; for the asker alone where redistribution is forbidden. */
export function composeExport({ query, as, count, rows, about, caveat, file }: ExportedFile): Answer {
  const first = `${caveat ? `${caveat} ` : ''}Exported as ${formatWords[as]}: ${plural(count, rows)}, from ${list(about.datasets.map((d) => clean(d.name, 100)))}.`;
  const parts: Answer['parts'] = [
    { kind: 'file', file },
    ...(about.warning ? [{ kind: 'text' as const, text: about.warning }] : []),
    ...about.notes.map((text) => ({ kind: 'note' as const, text })),
  ];
  const text = textOf(first, parts);
  return {
    text,
    parts: [{ kind: 'text', text: first }, ...parts],
    audience: about.warning ? 'asker' : 'everyone',
    next: otherFormats(query, as, rows !== 'incident'),
    sources: [],
    data: {
      status: 'answered',
      result: { total: count },
      ...(caveat === undefined ? {} : { caveat }),
      file: { name: file.name, mediaType: file.mediaType },
      text,
    },
  };
}

/** The file's description: its rows, datasets and licences. */
export const exportWords = (count: number, rows: string, datasets: readonly Dataset[]): string =>
  `${plural(count, rows)} with how the question was read, licence and citation (${list(datasets.map((d) => `${clean(d.name, 100)}: ${clean(d.licence, 100)}`))}).`;

export const nothingToExport = (caveat?: string): Answer =>
  composeUsage(caveat ?? 'That answer holds nothing to export: nothing was found. Ask for something wider first.');

export const noPlaces = (): Answer =>
  composeUsage(
    'Figures in groups have no places, so they cannot be GeoJSON. Export them as csv, xlsx or json, or the incidents behind them: export --rows incidents --as geojson',
  );

export const noChanges = (): Answer =>
  composeUsage(
    'What was changed cannot be had as a file. Ask for the incidents themselves, or for those of an earlier day: incidents in Iraq as of 1 July 2020',
  );

export const noAnswerYet = (): Answer =>
  composeUsage('There is no answer to export here yet. Ask first, or say what: export attacks in Iraq in 2016 as csv');
