import type { Logger } from 'pino';
import {
  type Asked,
  composeAlert,
  composeChanged,
  composeCorrected,
  composeDigest,
  composeRetracted,
} from '../answers/alert.ts';
import { title } from '../answers/wording/card.ts';
import type { Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { ChannelGone, type Sender } from '../sender.ts';
import { type AlertRows, channelKey, type Waiting } from './store.ts';
import type { Subscriptions } from './subscriptions.ts';

const hour = 60 * 60 * 1000;
const mostRows = 1000;
/** So that nobody is flooded: more than `together` at once become one message, and no more than `perHour` are sent. */
export interface Pace {
  together: number;
  perHour: number;
}
const usual: Pace = { together: 10, perHour: 20 };
/** Instead of a message's id: nobody wants it any more, or there is nothing to say. */
const unwanted = 'unwanted';
/** Before the id of a message that tells of many. */
const ofMany = 'many ';
const triesAtMost = 12;
const backoff = (tries: number) => Math.round(Math.min(hour, 2000 * 2 ** tries) * (0.5 + Math.random() / 2));

interface Parts {
  incidents: Incidents;
  rows: AlertRows;
  subscriptions: Subscriptions;
  senders: ReadonlyMap<string, Sender>;
  log: Logger;
  now(): number;
  pace?: Pace;
}

const nameOf = ({ incident, revision, kind }: Waiting) => `${incident}@${revision}${kind === 'new' ? '' : kind}`;

/** Keeps what was promised: in order within a channel, channels beside one another. */
export function createDelivery({ incidents, rows, subscriptions, senders, log, now, pace = usual }: Parts) {
  const busy = new Map<string, Promise<void>>();

  function askedBy({ subscriptions: ids }: Waiting): Asked[] {
    return subscriptions.all().flatMap(({ id, words }) => (ids.includes(id) ? [{ id, words }] : []));
  }

  async function incidentOf({ incident }: Waiting): Promise<Incident | undefined> {
    const record = await incidents.get(incident);
    return record?.kind === 'incident' ? record : undefined;
  }

  /** One promise kept; returns the platform's id of the message. */
  async function keep(sender: Sender, promised: Waiting): Promise<string> {
    const incident = await incidentOf(promised);
    const { channel, kind, words } = promised;
    const asked = askedBy(promised);
    if (!incident || asked.length === 0) return unwanted;
    if (kind === 'new') return sender.send(channel, composeAlert(incident, asked), nameOf(promised));
    const before = rows.toldOf(promised.incident).find((told) => channelKey(told) === channelKey(promised))?.message;
    if (!before || before === unwanted) return unwanted;
    const said =
      kind === 'change' ? composeChanged(title(incident), words) : composeRetracted(title(incident), words[0] ?? '');
    const many = before.startsWith(ofMany);
    const message = many ? before.slice(ofMany.length) : before;
    if (kind === 'change' && !many) await sender.edit(channel, message, composeCorrected(incident, asked));
    return sender.reply(channel, message, said, nameOf(promised));
  }

  async function digest(sender: Sender, all: Waiting[]): Promise<void> {
    const news = all.filter((promised) => promised.kind === 'new');
    const told = (await Promise.all(news.map(incidentOf))).filter((i) => i !== undefined);
    const asked = [...new Map(news.flatMap(askedBy).map((one) => [one.id, one])).values()];
    const [first] = news;
    if (!first) return;
    const message = await sender.send(first.channel, composeDigest(told, asked), `digest ${nameOf(first)}`);
    rows.sent(
      news.map((promised) => promised.seq),
      `${ofMany}${message}`,
      now(),
    );
  }

  async function ofChannel(sender: Sender, all: Waiting[]): Promise<void> {
    let [at] = all;
    if (!at || at.due > now() || rows.sentSince(at, now() - hour) >= pace.perHour) return;
    try {
      if (all.filter((p) => p.kind === 'new').length > pace.together) return await digest(sender, all);
      for (at of all) rows.sent([at.seq], await keep(sender, at), now());
    } catch (error) {
      failed(at, error as Error);
    }
  }

  function failed(first: Waiting, error: Error): void {
    if (error instanceof ChannelGone || first.tries >= triesAtMost) {
      rows.giveUp(first, error.message);
      for (const { id } of subscriptions.of(first)) subscriptions.change(id, { paused: error.message });
      log.error({ channel: channelKey(first), err: error.message }, 'alerts: given up; the subscriptions are paused');
      return;
    }
    log.warn({ channel: channelKey(first), err: error.message, tries: first.tries }, 'alerts: not delivered yet');
    rows.later(first.seq, now() + backoff(first.tries), error.message);
  }

  return {
    /** Begins to keep what is due; channels that are at work go on undisturbed. */
    deliver(): void {
      const byChannel = Map.groupBy(rows.waiting(mostRows), channelKey);
      for (const [key, all] of byChannel) {
        const sender = senders.get(all[0]?.platform ?? '');
        if (!sender || busy.has(key)) continue;
        const work = ofChannel(sender, all)
          .catch((error) => log.error({ err: error, channel: key }, 'alerts: could not deliver'))
          .finally(() => busy.delete(key));
        busy.set(key, work);
      }
    },
    async idle(): Promise<void> {
      while (busy.size) await Promise.all(busy.values());
    },
  };
}
