import { whatChanged } from '../answers/changed.ts';
import { factsOf } from '../incidents/facts.ts';
import type { Incident, IncidentRecord } from '../incidents/incident.ts';
import type { ChangeRow, Incidents } from '../incidents/incidents.ts';
import { query } from '../incidents/query.ts';
import { createMatching, type Matching } from './matching.ts';
import { type AlertRows, channelKey, type Promised } from './store.ts';
import { type Subscription, type Subscriptions, speaks, standing } from './subscriptions.ts';

const batch = 500;
const day = 24 * 60 * 60 * 1000;
/** How long ago an incident may lie to be told: old ones come by back-fill. */
const horizon = 7 * day;

interface Parts {
  incidents: Incidents;
  rows: AlertRows;
  subscriptions: Subscriptions;
}

const incidentIn = (record: IncidentRecord | null): Incident | undefined =>
  record?.kind === 'incident' ? record : undefined;
const recent = ({ when }: Incident, now: number) => when.end !== null && Date.parse(when.end) >= now - horizon;
const datasetOf = (id: string) => id.split(':')[0] ?? '';

/** Reads the change log from its own place in it, and promises each channel what it asked to hear. */
export function createAnnouncer({ incidents, rows, subscriptions }: Parts) {
  let index: { of: readonly Subscription[]; matching: Matching } | undefined;

  async function meant(incident: Incident, now: number): Promise<Subscription[]> {
    const all = subscriptions.all();
    if (index?.of !== all) index = { of: all, matching: createMatching(all.map((s) => standing(s.query.filter))) };
    const found = index.matching(factsOf(incident, datasetOf(incident.id))).flatMap((n) => all[n] ?? []);
    const speaking = found.filter((s) => speaks(s, now));
    const sure = await Promise.all(speaking.map((s) => wordsMatch(s, incident.id)));
    return speaking.filter((_, n) => sure[n]);
  }

  /** Words of the reports are matched by the store, which knows their stems. */
  async function wordsMatch({ query: { filter } }: Subscription, id: string): Promise<boolean> {
    const words = { text: filter.text, ...(filter.exclude?.text ? { exclude: { text: filter.exclude.text } } : {}) };
    if (words.text === undefined && words.exclude === undefined) return true;
    return (await incidents.find(query.parse({ measure: 'count', filter: { ...words, ids: [id] } }))).total > 0;
  }

  async function ofNew(change: ChangeRow, now: number): Promise<Promised[]> {
    const incident = incidentIn(change.after);
    if (!incident || !recent(incident, now)) return [];
    const told = new Set(rows.toldOf(change.id).map(channelKey));
    const wanting = (await meant(incident, now)).filter((s) => !told.has(channelKey(s)));
    const byChannel = Map.groupBy(wanting, channelKey);
    return [...byChannel.values()].flatMap(([first, ...others]) =>
      first
        ? [
            {
              platform: first.platform,
              channel: first.channel,
              incident: change.id,
              revision: change.revision,
              kind: 'new' as const,
              subscriptions: [first, ...others].map((s) => s.id),
              words: [],
            },
          ]
        : [],
    );
  }

  /** To those who heard of it: what changed, or that it is taken back. */
  function ofChange(change: ChangeRow): Promised[] {
    const [before, after] = [incidentIn(change.before), incidentIn(change.after)];
    const words = before && after ? whatChanged(before, after) : [];
    if (change.action !== 'retract' && words.length === 0) return [];
    const changing = new Set(subscriptions.all().flatMap((s) => (s.changes ? [s.id] : [])));
    return rows
      .toldOf(change.id)
      .filter((told) => told.subscriptions.some((id) => changing.has(id)))
      .map(({ platform, channel, subscriptions: ids }) => ({
        platform,
        channel,
        incident: change.id,
        revision: change.revision,
        kind: change.action === 'retract' ? ('retraction' as const) : ('change' as const),
        subscriptions: ids,
        words: change.action === 'retract' ? [change.why] : words,
      }));
  }

  /** Announces what has been applied since the last time; returns how many changes that were. */
  return async function announce(now: number): Promise<number> {
    const cursor = rows.cursor();
    // The very first time there is nothing to tell: what is there was there before anyone asked.
    if (cursor === undefined) {
      rows.promise([], rows.newest(), now);
      return 0;
    }
    if (rows.newest() <= cursor) return 0;
    const changes = await incidents.changesSince(cursor, batch);
    for (const change of changes) {
      const about = change.action === 'add' ? [] : ofChange(change);
      const promises = [...about, ...(change.action === 'retract' ? [] : await ofNew(change, now))];
      // At once, because a later change of the same incident asks who has been told.
      if (promises.length) rows.promise(promises, change.cursor, now);
    }
    const last = changes.at(-1);
    if (last) rows.promise([], last.cursor, now);
    return changes.length;
  };
}
