import type { Part, Table } from './answer.ts';
import { fileWords } from './file-text.ts';
import type { Citation, IncidentCard } from './incident-card.ts';
import { rowLine } from './incident-row.ts';

const cardLines = (card: IncidentCard): string =>
  [
    `• ${card.title} — ${card.when}`,
    `  ${card.where} · ${card.type} · ${card.id}`,
    ...card.facts.map((f) => `  ${f.label}: ${f.words}`),
    ...(card.sources.length
      ? [
          `  ${card.sourcesLabel ?? 'Sources'}: ${card.sources.map((s) => s.words + (s.url ? ` ${s.url}` : '')).join('; ')}`,
        ]
      : []),
  ].join('\n');

const tableLines = (table: Table): string =>
  table.line ??
  [
    ...table.rows.map(
      (row) =>
        `${row[0]}: ${row
          .slice(1)
          .map((cell, i) => `${cell} ${(table.columns[i + 1]?.name ?? '').toLowerCase()}`)
          .join(', ')}`,
    ),
  ].join('\n');

/** A part in plain words; a chart or a map says nothing that its table does not. */
function partText(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'note':
      return part.text;
    case 'incident':
      return cardLines(part.card);
    case 'row':
      return rowLine(part.row);
    case 'table':
      return tableLines(part.table);
    case 'chart':
    case 'map':
      return '';
    case 'file':
      return fileWords(part.file);
  }
}

/** The whole answer in words: complete by itself. */
export const textOf = (first: string, parts: Part[]): string =>
  [first, ...parts.map(partText)].filter(Boolean).join('\n');

/** Who reports the incidents of an answer. */
export const sourcesOf = (parts: readonly Part[]): Citation[] =>
  parts.flatMap((part) => {
    if (part.kind === 'incident') return part.card.sources;
    return part.kind === 'row' && part.row.source ? [part.row.source] : [];
  });
