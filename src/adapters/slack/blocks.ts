import type { types } from '@slack/bolt';
import type { Answer, Part, Table } from '../../answers/document/answer.ts';
import type { IncidentCard } from '../../answers/document/incident-card.ts';
import { type IncidentRow, sourceWords } from '../../answers/document/incident-row.ts';
import { number } from '../../answers/messages/english/text.ts';
import { tableLines, tableOfChart } from '../text-table.ts';
import { truncate } from '../truncate.ts';
import { link, smallPrint, webAddress } from './escape.ts';
import { limits } from './limits.ts';
import { richText, words } from './rich-text.ts';

type Block = types.KnownBlock;

const only = (block: Block | undefined): Block[] => (block ? [block] : []);

/** Small print, cut to the length of a text object. */
export const context = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: truncate(text, limits.textObject), verbatim: true }],
});

/** As many links as fit whole. */
function sources({ sources: all, sourcesLabel = 'Sources' }: IncidentCard): Block[] {
  if (all.length === 0) return [];
  const links = all.map((s) => link(s.words, s.url, limits.url));
  let text = `${sourcesLabel}: `;
  let shown = 0;
  for (const one of links) {
    if (text.length + one.length + 40 > limits.textObject) break;
    text += `${shown ? '; ' : ''}${one}`;
    shown++;
  }
  const rest = all.length - shown;
  return [context(rest ? `${text}${shown ? '; ' : ''}and ${rest} more (cut)` : text)];
}

function card(c: IncidentCard): Block[] {
  const facts = c.facts.flatMap((f) => [...words(`\n${f.label}: `, { bold: true }), ...words(f.words)]);
  const head = [...words(c.title, { bold: true }), ...words(`\n${c.when} · ${c.where}\n${c.type} · `)];
  return [...only(richText([...head, ...words(c.id, { code: true }), ...facts], limits.textObject)), ...sources(c)];
}

/** An incident in a line; its first report is a link. */
function line(r: IncidentRow): types.RichTextSection {
  const source = sourceWords(r);
  const url = r.source?.url === undefined ? undefined : webAddress(r.source.url, limits.url);
  const credit: types.RichTextElement[] = url ? [{ type: 'link', url, text: source }] : words(source);
  return {
    type: 'rich_text_section',
    elements: [
      ...words(r.when, { bold: true }),
      ...words(` · ${r.words}`),
      ...(source ? [...words(' ('), ...credit, ...words(')')] : []),
    ],
  };
}

const lengthOfRow = (r: IncidentRow) => r.when.length + r.words.length + sourceWords(r).length + 10;

/** Neighbouring incidents as lists, each of as many whole lines as a block holds. */
function rows(all: readonly IncidentRow[]): Block[] {
  const lists: IncidentRow[][] = [];
  let room = 0;
  for (const row of all) {
    room -= lengthOfRow(row);
    if (room < 0) {
      lists.push([]);
      room = limits.textObject - lengthOfRow(row);
    }
    lists.at(-1)?.push(row);
  }
  return lists.map((some) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements: some.map(line) }],
  }));
}

/** The rows that begin at a part, where no other stands before it. */
function rowsFrom(part: Part, parts: readonly Part[]): IncidentRow[] {
  const at = parts.indexOf(part);
  if (parts[at - 1]?.kind === 'row') return [];
  const after = parts.slice(at).findIndex((p) => p.kind !== 'row');
  return parts.slice(at, after < 0 ? undefined : at + after).flatMap((p) => (p.kind === 'row' ? [p.row] : []));
}

/** A cell's text; Slack accepts no empty one. */
const cellText = (text: string | undefined, most: number) => truncate(text ?? '', most) || '–';
const cell = (text: string) => ({ type: 'raw_text' as const, text });
const headCell = (text: string): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
});
const lengthOf = (cells: readonly string[]) => cells.reduce((n, c) => n + c.length, 0);

/** Slack's table block, cut to its limits of rows, columns and characters. */
function table(t: Table): Block[] {
  const columns = t.columns.slice(0, limits.tableColumns);
  const head = columns.map((c) => cellText(c.name, 100));
  const rows: string[][] = [];
  let room = limits.tableText - lengthOf(head);
  for (const row of t.rows.slice(0, limits.tableRows - 1)) {
    const cells = columns.map((_, i) => cellText(row[i], 200));
    room -= lengthOf(cells);
    if (room < 0) break;
    rows.push(cells);
  }
  const missing = t.rows.length - rows.length;
  return [
    ...only(richText(words(t.title, { bold: true }), limits.textObject)),
    {
      type: 'table',
      column_settings: columns.map((c) => ({ align: c.align, is_wrapped: c.align === 'left' })),
      rows: [head.map(headCell), ...rows.map((row) => row.map(cell))],
    },
    ...(missing > 0 ? [context(`Cut: ${number(missing)} more rows do not fit.`)] : []),
  ];
}

/** A message may have one table block; other tables are preformatted text. */
function plainTable(t: Table): Block[] {
  const text = truncate(tableLines(t).join('\n'), limits.textObject) || '–';
  return [
    ...only(richText(words(t.title, { bold: true }), limits.textObject)),
    { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }] },
  ];
}

/** The first table of an answer becomes a table block. A chart is shown as a table where the answer has none. */
function blocksOf(part: Part, { parts }: Answer): Block[] {
  switch (part.kind) {
    case 'text':
      return only(richText(words(part.text), limits.textObject));
    case 'note':
    case 'file':
    case 'map':
      return [];
    case 'incident':
      return card(part.card);
    case 'row':
      return rows(rowsFrom(part, parts));
    case 'table':
      return parts.find((p) => p.kind === 'table') === part ? table(part.table) : plainTable(part.table);
    case 'chart':
      if (parts.some((p) => p.kind === 'table')) return [];
      return parts.find((p) => p.kind === 'chart') === part
        ? table(tableOfChart(part))
        : plainTable(tableOfChart(part));
  }
}

/** The blocks of an answer, then its small print in one block. */
export function body(answer: Answer): Block[] {
  const notes = answer.parts.flatMap((p) => (p.kind === 'note' ? [smallPrint(p.text)] : []));
  return [
    ...answer.parts.flatMap((part) => blocksOf(part, answer)),
    ...(notes.some(Boolean) ? [context(notes.filter(Boolean).join('\n'))] : []),
  ];
}
