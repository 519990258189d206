import { styleText } from 'node:util';
import stringWidth from 'string-width';
import type { Answer, Part, Table } from '../../answers/document/answer.ts';
import { fileWords } from '../../answers/document/file-text.ts';
import type { IncidentCard } from '../../answers/document/incident-card.ts';
import { rowLine } from '../../answers/document/incident-row.ts';
import { pad, tableLines } from '../text-table.ts';

export interface Look {
  colour: boolean;
  /** Columns of the terminal. */
  width: number;
}

type Style = Parameters<typeof styleText>[0];

const paint = (look: Look, style: Style, text: string) =>
  look.colour ? styleText(style, text, { validateStream: false }) : text;

/** Wraps at spaces; lines after the first are indented. */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      let current = '';
      const lead = line.match(/^ */)?.[0] ?? '';
      for (const word of line.trimStart().split(' ')) {
        if (current && stringWidth(current) + 1 + stringWidth(word) > width) {
          lines.push(current);
          current = indent + word;
        } else current = current ? `${current} ${word}` : lead + word;
      }
      return [...lines, current].join('\n');
    })
    .join('\n');
}

function card(c: IncidentCard, look: Look): string {
  const facts = c.facts.map((f) => wrap(`  ${f.label}: ${f.words}`, look.width, '    '));
  const sources = c.sources.length
    ? [
        wrap(
          `  ${c.sourcesLabel ?? 'Sources'}: ${c.sources.map((s) => s.words + (s.url ? ` ${s.url}` : '')).join('; ')}`,
          look.width,
          '    ',
        ),
      ]
    : [];
  return [
    paint(look, 'bold', wrap(`• ${c.title}`, look.width, '  ')),
    wrap(`  ${c.when} · ${c.where}`, look.width, '    '),
    `  ${c.type} · ${paint(look, 'dim', c.id)}`,
    ...facts,
    ...sources.map((s) => paint(look, 'dim', s)),
  ].join('\n');
}

function table(t: Table, look: Look): string {
  const [head = '', ...rows] = tableLines(t);
  return [paint(look, 'bold', t.title), paint(look, 'underline', head), ...rows].join('\n');
}

const barWidth = 40;

function chart(part: Extract<Part, { kind: 'chart' }>, look: Look): string {
  const most = Math.max(1, ...part.points.map((p) => p.value));
  const label = Math.max(0, ...part.points.map((p) => stringWidth(p.label)));
  return part.points
    .map(
      (p) =>
        `${pad(p.label, label, 'left')} ${paint(look, 'cyan', '█'.repeat(Math.round((p.value / most) * barWidth)) || '▏')} ${p.value.toLocaleString('en-GB')}`,
    )
    .join('\n');
}

/** Whether a table shows the chart's figures: rankings and comparisons are tables, series are bars. */
const inTable = (part: Part, parts: readonly Part[]) =>
  part.kind === 'chart' && part.by === undefined && parts.some((p) => p.kind === 'table');

function partOf(part: Part, look: Look): string {
  switch (part.kind) {
    case 'text':
      return wrap(part.text, look.width);
    case 'note':
      return paint(look, 'dim', wrap(part.text, look.width));
    case 'incident':
      return card(part.card, look);
    case 'row':
      return wrap(rowLine(part.row), look.width, '  ');
    case 'table':
      return table(part.table, look);
    case 'chart':
      return chart(part, look);
    case 'map':
      return '';
    case 'file':
      return wrap(fileWords(part.file), look.width);
  }
}

// Control characters that a terminal would act on. Line breaks stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066\u2067]/g;

const safe = (answer: Answer): Answer =>
  JSON.parse(JSON.stringify({ ...answer, data: undefined }), (_, value) =>
    typeof value === 'string' ? value.replace(controls, ' ') : value,
  );

/** An answer as a terminal shows it; the steps are numbered. */
export function render(answer: Answer, look: Look): string {
  const { parts: all, next } = safe(answer);
  const parts = all.filter((part) => part.kind !== 'map' && !inTable(part, all));
  const lines = parts.map((p, i) => {
    const apart = (p.kind === 'note') !== (parts[i - 1]?.kind === 'note');
    return `${apart ? '\n' : ''}${partOf(p, look)}`;
  });
  const steps = next.map((s, i) => `${i + 1}) ${s.label}`);
  return [...lines, ...(steps.length ? ['', paint(look, 'cyan', wrap(steps.join('   '), look.width))] : [])].join('\n');
}
