import type { Difference } from '../incidents/differences.ts';
import { differences } from '../incidents/differences.ts';
import type { ChangeRow, Changes } from '../incidents/incidents.ts';
import type { Step } from './answer.ts';
import { whatChanged } from './changed.ts';
import type { Composed, Told } from './told.ts';
import { title } from './wording/card.ts';
import { instant, when } from './wording/dates.ts';
import { around } from './wording/filter.ts';
import { capital, clean, list, number, plural } from './wording/words.ts';

/** What happened to one record, to follow its name. */
const acts: Record<ChangeRow['action'], string> = {
  add: 'added',
  correct: 'corrected',
  retract: 'retracted',
  merge: 'merged with another',
  absorb: 'merged into another',
  split: 'split from another',
  release: 'split off again',
  vanish: 'no longer in the newest release',
};

/** "corrected by Ana on 2020-07-14 09:00 UTC (misread figure)" */
export const act = (c: ChangeRow): string =>
  `${acts[c.action]}${c.other && c.action !== 'correct' ? ` (${clean(c.other, 80)})` : ''}${c.other && c.action === 'correct' ? ` because ${clean(c.other, 80)}, a part of it, was` : ''}, ${instant(c.at)}, by ${clean(c.by, 80)} (${clean(c.why, 160)})`;

/** Before → after, a line each; wording and sources only by their names. */
export function linesOf({ before, after, action }: ChangeRow): string[] {
  if (action === 'vanish' || before?.kind !== 'incident' || after?.kind !== 'incident') return [];
  const lines = whatChanged(before, after);
  const found = differences(before, after);
  const others = found.filter((part) => minor.has(part) && !(part === 'other figures' && found.includes('toll')));
  return [...lines, ...(others.length ? [`Also changed: ${list(others)}`] : [])];
}

const minor = new Set<Difference>(['sources', 'spelling', 'wording', 'actors', 'other figures', 'position', 'flags']);

const most = 4;

function row(change: ChangeRow): string {
  const record = change.after ?? change.before;
  const name = record?.kind === 'incident' ? `${title(record)}, ${when(record.when)}` : change.id;
  const lines = linesOf(change);
  const rest = lines.length - most;
  return [
    `• ${name} (${change.id}): ${act(change)}`,
    ...lines.slice(0, most).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  and ${plural(rest, 'more change')}`] : []),
  ].join('\n');
}

const span = ({ since, before }: Changes): string =>
  [since ? `from ${instant(since)}` : '', before ? `to ${instant(before)}` : ''].filter(Boolean).join(' ');

function first({ query }: Told, changes: Changes): string {
  const where = around(query.filter);
  const counted = (Object.keys(acts) as ChangeRow['action'][]).flatMap((action) => {
    const n = changes.incidents[action] ?? 0;
    return n
      ? [
          `${number(n)} ${n === 1 ? 'was' : 'were'} ${acts[action]}`.replace(
            /were no|was no/,
            n === 1 ? 'is no' : 'are no',
          ),
        ]
      : [];
  });
  const time = query.changes?.lastImport ? 'by the last import' : span(changes);
  return `${capital([`${plural(changes.total, 'incident')}${where ? ` ${where}` : ''} changed in the record`, time].filter(Boolean).join(', '))}: ${list(counted)}.`;
}

function fields({ fields: told }: Changes): Composed['parts'] {
  const rows = (Object.entries(told) as [Difference, number][]).sort(([, a], [, b]) => b - a);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        title: 'What was corrected',
        columns: [
          { name: 'What', align: 'left' },
          { name: 'Incidents', align: 'right' },
        ],
        rows: rows.map(([name, n]) => [capital(name), number(n)]),
      },
    },
  ];
}

/** What was changed, by whom and why; what people notice most first. */
export function changed(told: Told): Composed {
  const { query, result } = told;
  const { changes } = result;
  if (!changes || changes.total === 0) {
    const time = query.changes?.lastImport ? 'by the last import' : changes ? span(changes) : '';
    return {
      first: `Nothing was changed in the record${[around(query.filter), time]
        .filter(Boolean)
        .map((w) => ` ${w}`)
        .join(',')}.`,
      parts: [],
    };
  }
  const toll = changes.killed
    ? ` Together the corrections ${changes.killed > 0 ? 'add' : 'take away'} ${plural(Math.abs(changes.killed), 'death')} (best estimates).`
    : '';
  const more =
    (Object.values(changes.incidents) as number[]).reduce((a, b) => a + b, 0) - query.offset - changes.rows.length;
  return {
    first: `${first(told, changes)}${toll}`,
    parts: [
      ...fields(changes),
      ...changes.rows.map((change) => ({ kind: 'text' as const, text: row(change) })),
      ...changes.origins.map((o) => ({
        kind: 'note' as const,
        text: `${plural(o.changes, 'change')} by ${clean(o.by, 80)}, last ${instant(o.at)}: ${clean(o.why, 160)}.`,
      })),
    ],
    next: pages(told, more),
  };
}

const pages = ({ query }: Told, more: number): Step[] => [
  ...(more > 0 ? [{ label: 'More', does: { page: { ...query, offset: query.offset + query.limit } } }] : []),
  ...(query.offset > 0
    ? [{ label: 'Back', does: { page: { ...query, offset: Math.max(0, query.offset - query.limit) } } }]
    : []),
];
