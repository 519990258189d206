import type { ChangedField } from '../incidents/diff.ts';
import { diffIncidents } from '../incidents/diff.ts';
import type { ChangeRow, Changes } from '../incidents/incidents.ts';
import { describeChanges } from './describe-change.ts';
import type { AnswerAction } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import type { ChangeAction } from './messages/changes.ts';
import { clean, number } from './messages/english/text.ts';
import { messagesFor } from './messages/localize.ts';
import type { SignedRevision } from './messages/revision-history.ts';

/** In the order in which the answer lists them. */
const actions: ChangeAction[] = ['add', 'correct', 'retract', 'merge', 'absorb', 'split', 'release', 'vanish'];

/** Who, when and why, cleaned for a sentence. `most`: characters of the reason. */
export const signed = ({ account }: MessageCatalogue, { by, at, why }: SignedRevision, most = 160): SignedRevision => ({
  by: account.name(clean(by, 80)),
  at,
  why: account.name(clean(why, most)),
});

/** "corrected, 2020-07-14 09:00 UTC, by Ana (misread figure)" */
export const act = (w: MessageCatalogue, c: ChangeRow): string =>
  w.changes.act(c.action, c.other ? w.account.name(clean(c.other, 80)) : undefined, signed(w, c));

/** The differences before → after, a line each; minor fields only by name. */
export function linesOf(w: MessageCatalogue, { before, after, action }: ChangeRow): string[] {
  if (action === 'vanish' || before?.kind !== 'incident' || after?.kind !== 'incident') return [];
  const lines = describeChanges(w, before, after);
  const found = diffIncidents(before, after);
  const others = found.filter((part) => minor.has(part) && !(part === 'other figures' && found.includes('toll')));
  return [...lines, ...(others.length ? [w.changes.also(others)] : [])];
}

const minor = new Set<ChangedField>(['sources', 'spelling', 'wording', 'actors', 'other figures', 'position', 'flags']);

const most = 4;

function row(w: MessageCatalogue, change: ChangeRow): string {
  const record = change.after ?? change.before;
  const { account, changes } = w;
  const name =
    record?.kind === 'incident'
      ? account.headed(account.title(record), account.when(record.when))
      : account.name(change.id);
  const lines = linesOf(w, change);
  const rest = lines.length - most;
  return [
    account.about(`• ${name} (${account.name(change.id)})`, act(w, change)),
    ...lines.slice(0, most).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  ${changes.more(rest)}`] : []),
  ].join('\n');
}

const timeOf = (w: MessageCatalogue, { query }: AnswerContext, changes: Changes | undefined): string =>
  query.changes?.lastImport ? w.changes.time('import') : changes ? w.changes.time(changes) : '';

function fields({ changes: w }: MessageCatalogue, { fields: counts }: Changes): AnswerBody['parts'] {
  const rows = (Object.entries(counts) as [ChangedField, number][]).sort(([, a], [, b]) => b - a);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        title: w.table.title,
        columns: [
          { name: w.table.what, align: 'left' },
          { name: w.table.incidents, align: 'right' },
        ],
        rows: rows.map(([name, n]) => [w.fields[name], number(n)]),
      },
    },
  ];
}

/** The change log of a query: counts, changed fields, and the changes with who made them and why. */
export function composeChangeLog(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const { changes } = result;
  const w = messagesFor(context.language);
  const time = timeOf(w, context, changes);
  if (!changes || changes.total === 0) return { first: w.changes.nothing(query.filter, time), parts: [] };
  const counts = actions.flatMap((action) => {
    const n = changes.incidents[action] ?? 0;
    return n ? [{ action, n }] : [];
  });
  const toll = changes.killed ? ` ${w.changes.deaths(changes.killed)}` : '';
  const more =
    (Object.values(changes.incidents) as number[]).reduce((a, b) => a + b, 0) - query.offset - changes.rows.length;
  return {
    first: `${w.changes.summary(changes.total, query.filter, time, counts)}${toll}`,
    parts: [
      ...fields(w, changes),
      ...changes.rows.map((change) => ({ kind: 'text' as const, text: row(w, change) })),
      ...changes.origins.map((o) => ({ kind: 'note' as const, text: w.changes.origin(o.changes, signed(w, o)) })),
    ],
    next: pages(context, more),
  };
}

const pages = ({ query }: AnswerContext, more: number): AnswerAction[] => [
  ...(more > 0 ? [{ label: 'More', action: { page: { ...query, offset: query.offset + query.limit } } }] : []),
  ...(query.offset > 0
    ? [{ label: 'Back', action: { page: { ...query, offset: Math.max(0, query.offset - query.limit) } } }]
    : []),
];
