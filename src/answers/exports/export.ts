import { comparesSides } from '../../incidents/difference.ts';
import type { Incidents } from '../../incidents/incidents.ts';
import { withSide } from '../../incidents/periods.ts';
import type { Query } from '../../incidents/query.ts';
import type { RecordScan } from '../../incidents/scan.ts';
import type { Caveat } from '../../reading/caveat.ts';
import type { ExportFormat } from '../../reading/export-intent.ts';
import { caveatOf } from '../beyond-answer.ts';
import { compose } from '../compose.ts';
import type { Answer } from '../document/answer.ts';
import type { AnswerContext } from '../document/answer-context.ts';
import type { Attachment } from '../document/attachment.ts';
import {
  composeExport,
  type ExportManifest,
  exportWords,
  noChanges,
  noPlaces,
  nothingToExport,
  redistributionWarning,
} from '../export-answer.ts';
import { around, kinds } from '../messages/english/filter.ts';
import { notesOf } from '../notes.ts';
import { type ExportBody, type ExportContent, redistributionOf } from './content.ts';
import { csv, xlsx } from './csv-xlsx.ts';
import { geojson, json } from './json.ts';
import { viaTempFile } from './temp-file.ts';

/** What is to be exported: an answer's own rows, or the incidents behind its groups. */
export interface ExportRequest {
  query: Query;
  as: ExportFormat;
  rows: 'answer' | 'incidents';
  /** Word by word how the question was read. */
  why?: string;
  /** What the answer could not get. */
  caveats?: Caveat[] | undefined;
}

type Write = (exported: ExportContent) => AsyncIterable<string | Uint8Array>;

const formats: Record<ExportFormat, { mediaType: string; write: Write }> = {
  csv: { mediaType: 'text/csv', write: csv },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
  geojson: { mediaType: 'application/geo+json', write: geojson },
  json: { mediaType: 'application/json', write: json },
};

/** Answers that count incidents are exported with all of them, others with the incidents that they show. */
const counting = new Set<Query['measure']>([
  'list',
  'count',
  'sum',
  'trend',
  'rank',
  'average',
  'median',
  'share',
  'map',
]);

async function sidesOf(incidents: Incidents, query: Query): Promise<RecordScan> {
  const filters = query.sides?.map((side) => withSide(query.filter, side.filter)) ?? [query.filter];
  const all = await Promise.all(filters.map((filter) => incidents.stream({ ...query, measure: 'list', filter })));
  async function* once() {
    const seen = new Set<string>();
    for (const side of all)
      for await (const incident of side.incidents) {
        if (!seen.has(incident.id)) yield incident;
        seen.add(incident.id);
      }
  }
  return {
    total: all.reduce((n, side) => n + side.total, 0),
    datasets: [...new Set(all.flatMap((side) => side.datasets))],
    incidents: { [Symbol.asyncIterator]: once },
  };
}

/** The incidents that an answer is made of. */
function scanOf(incidents: Incidents, { query, result }: AnswerContext): Promise<RecordScan> {
  if (comparesSides(query.measure)) return sidesOf(incidents, query);
  if (counting.has(query.measure)) return incidents.stream(query);
  // These two measures describe only the first match.
  const shown =
    query.measure === 'describe' || query.measure === 'who' ? result.incidents.slice(0, 1) : result.incidents;
  const ids = shown.map((i) => i.id);
  const { asOf } = query.filter;
  return incidents.stream({ ...query, measure: 'list', filter: { ids, ...(asOf ? { asOf } : {}) } });
}

/** "attacks-in-iraq-in-2016" */
function nameOf({ filter, by }: Query): string {
  const words = `${kinds(filter, 2)} ${around(filter)}${by ? ` by ${by}` : ''}`;
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 80);
  return slug.replace(/^-+|-+$/g, '') || 'incidents';
}

function contentOf(
  { query, result }: AnswerContext,
  rows: ExportRequest['rows'],
  all: RecordScan,
): { content: ExportBody; count: number } {
  if (result.groups && rows === 'answer')
    return { content: { by: query.by ?? 'side', of: query.of, groups: result.groups }, count: result.groups.length };
  return { content: { incidents: all.incidents }, count: all.total };
}

/** The first sentence without an announcement of the incidents shown: "The latest 5:". */
const firstSentence = ({ parts: [first], text }: Answer): string =>
  (first?.kind === 'text' ? first.text : text).replace(/ [^.!?]*:$/, '');

/** The answer's rows as a file attachment. `at`: when it was exported. */
export async function composeExportFile(
  incidents: Incidents,
  context: AnswerContext,
  request: Omit<ExportRequest, 'query'>,
  at: Date,
): Promise<Answer> {
  const { as, rows, why } = request;
  if (context.query.measure === 'changes') return noChanges();
  const all = await scanOf(incidents, context);
  const { content, count } = contentOf(context, rows, all);
  if (count === 0) return nothingToExport(caveatOf(context));
  if ('groups' in content && as === 'geojson') return noPlaces();
  const datasets = context.coverage.datasets
    .filter((d) => all.datasets.includes(d.id))
    .map(({ incidents: _, reports, first, last, countries, kinds, ...dataset }) => ({
      ...dataset,
      redistribution: redistributionOf(dataset),
    }));
  const answer = compose(context);
  const warning = redistributionWarning(datasets.filter((d) => redistributionOf(d) === 'forbidden'));
  const notes = notesOf(context);
  const more = why?.split('\n').filter((line) => !notes.includes(line));
  const about: ExportManifest = {
    answer: firstSentence(answer),
    notes,
    ...(more?.length ? { why: more.join('\n') } : {}),
    exportedAt: at.toISOString(),
    datasets,
    ...(warning ? { warning } : {}),
  };
  const { mediaType, write } = formats[as];
  const noun = 'groups' in content ? 'row' : 'incident';
  const file: Attachment = {
    name: `${nameOf(context.query)}.${as}`,
    mediaType,
    words: exportWords(count, noun, datasets),
    use: viaTempFile(mediaType, () => write({ about, content })),
  };
  return composeExport({ query: context.query, as, count, rows: noun, about, caveat: answer.data?.caveat, file });
}
