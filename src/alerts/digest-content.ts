import { type DigestContent, mostInDigest } from '../answers/digest-message.ts';
import type { Incident } from '../incidents/incident.ts';
import type { AlertRows } from './store/index.ts';
import type { OutboxRow } from './store/outbox-row.ts';

type IncidentOf = (id: string | undefined) => Promise<Incident | undefined>;

/** What a digest of these alerts says. */
export async function digestContentOf(rows: readonly OutboxRow[], incidentOf: IncidentOf): Promise<DigestContent> {
  const news = rows.filter((row) => row.kind === 'new');
  const ids = news.map((row) => row.incident);
  const incidentsOf = (some: readonly OutboxRow[]) => Promise.all(some.map((row) => incidentOf(row.incident)));
  const shown = (await incidentsOf(news.slice(0, mostInDigest))).filter((incident) => incident !== undefined);
  const named = new Set(ids);
  const others = rows.filter((row) => !named.has(row.incident) && row.kind !== 'new');
  const about = await incidentsOf(others);
  const lines = others.map(({ kind, words }, n) => ({ kind, incident: about[n], words }));
  return { shown, total: news.length, ids, lines };
}

/** The same, with what became of the incidents since the channel was sent it. */
export async function digestContentSince(
  sent: readonly OutboxRow[],
  incidentOf: IncidentOf,
  outbox: Pick<AlertRows['outbox'], 'lastFollowUp'>,
): Promise<DigestContent> {
  const content = await digestContentOf(sent, incidentOf);
  const [{ seq } = { seq: 0 }] = sent.slice(-1);
  const later = await Promise.all(
    sent
      .slice(0, mostInDigest)
      .map(async (row) => [row.incident, await outbox.lastFollowUp(row, row.incident)] as const),
  );
  // What changed before it was sent is in it as if it had always been so.
  const since = later.flatMap(([id, row]) => (row && row.seq > seq ? [[id, row] as const] : []));
  return { ...content, since: new Map(since) };
}
