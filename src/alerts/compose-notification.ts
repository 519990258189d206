import {
  composeAlert,
  composeAnomaly,
  composeChanged,
  composeCorrected,
  composePaused,
  composeRetracted,
  composeTest,
  type SubscriptionRef,
} from '../answers/alert-message.ts';
import { explainAlert } from '../answers/alert-reason.ts';
import { composeDigest, mostInDigest } from '../answers/digest-message.ts';
import type { Answer } from '../answers/document/answer.ts';
import { messagesForLocale } from '../answers/messages/localize.ts';
import type { DialogueStore } from '../conversations/dialogue-store.ts';
import type { Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { query } from '../incidents/query.ts';
import { languageOfLocale } from '../kernel/language.ts';
import { settingsOf } from '../settings/channel-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { NotificationGroup } from './grouping.ts';
import { MessageGone, type Notifier } from './notifier.ts';
import { channelKey } from './store/channel.ts';
import type { InFlight } from './store/channel-leases.ts';
import type { AlertRows } from './store/index.ts';
import { type OutboxRow, skipped } from './store/outbox.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

export interface ComposerDependencies {
  incidents: Incidents;
  rows: Pick<AlertRows, 'outbox' | 'leases'>;
  subscriptions: Subscriptions;
  conversations: DialogueStore;
  settings: Settings;
}

/** Before the id of a message that tells of many. */
const ofMany = 'many ';
const messageIn = (kept: string) => (kept.startsWith(ofMany) ? kept.slice(ofMany.length) : kept);
const mostRemembered = 100;

type One = readonly [OutboxRow];
interface Out {
  channel: string;
  once: string;
  now: number;
  /** The channel's. */
  locale: string | undefined;
}

/** How one message is made and sent, and what is remembered of it. */
export function createNotificationComposer({
  incidents,
  rows: { outbox },
  subscriptions,
  conversations,
  settings,
}: ComposerDependencies) {
  const localeOf = async ({ platform, channel }: OutboxRow) =>
    (await settingsOf(settings, { platform, id: channel })).locale;

  /** Who asked for it, of those who still do. */
  async function subscribersOf(): Promise<(row: OutboxRow) => Subscription[]> {
    const known = await subscriptions.byId();
    return ({ subscriptions: ids }) => ids.flatMap((id) => known.get(id) ?? []);
  }

  async function incidentOf(id: string | undefined): Promise<Incident | undefined> {
    const record = id === undefined ? undefined : await incidents.get(id);
    return record?.kind === 'incident' ? record : undefined;
  }

  /** The thread under a message is about what it tells: "who claimed it?", "why did I get this?". */
  async function say(
    sender: Notifier,
    answer: Answer,
    { channel, once, now, locale }: Out,
    about: Incident[],
    asked: SubscriptionRef[],
  ) {
    const message = await sender.send(channel, answer, once);
    const ids = about.slice(0, mostRemembered).map((incident) => incident.id);
    const alone = ids.length === 1;
    const asking = query.parse({
      measure: alone ? 'describe' : 'list',
      about: alone ? 'all' : undefined,
      filter: { ids },
    });
    if (ids.length)
      await conversations.remember(
        sender.threadOf(channel, message, once),
        {
          query: asking,
          ids,
          why: explainAlert(messagesForLocale(locale), asked, about),
          language: languageOfLocale(locale ?? 'en'),
        },
        now,
      );
    return message;
  }

  async function about(sender: Notifier, [row]: One, out: Out): Promise<string> {
    const asked = (await subscribersOf())(row);
    const { kind, words } = row;
    if (asked.length === 0) return skipped;
    const incident = await incidentOf(kind === 'actor' ? words[1] : row.incident);
    if (kind === 'test') {
      const test = composeTest(asked, await incidentOf(words[0]), out.locale);
      return sender.send(out.channel, test, out.once);
    }
    if (kind === 'rise' || kind === 'actor') {
      const sight = composeAnomaly(words[0] ?? '', asked, incident, out.locale);
      return say(sender, sight, out, incident ? [incident] : [], asked);
    }
    if (!incident) return skipped;
    if (kind === 'new') return say(sender, composeAlert(incident, asked, out.locale), out, [incident], asked);
    return follow(sender, row, incident, asked, out);
  }

  /** The message that told the channel of the incident. */
  async function toldBefore(row: OutboxRow): Promise<string | undefined> {
    const before = (await outbox.toldOf(row.incident)).find((told) => channelKey(told) === channelKey(row))?.message;
    return before && before !== skipped ? before : undefined;
  }

  /** What became of an incident that the channel was told of: edited in its place, and said under it. */
  async function follow(
    sender: Notifier,
    row: OutboxRow,
    incident: Incident,
    asked: SubscriptionRef[],
    { channel, once, locale }: Out,
  ) {
    const before = await toldBefore(row);
    if (before === undefined) return skipped;
    const said =
      row.kind === 'change'
        ? composeChanged(incident, row.words, locale)
        : composeRetracted(incident, row.words[0] ?? '', locale);
    const message = messageIn(before);
    try {
      if (row.kind === 'change' && message === before)
        await sender.edit(channel, message, composeCorrected(incident, asked, locale));
      return await sender.reply(channel, message, said, once);
    } catch (error) {
      if (error instanceof MessageGone) return skipped;
      throw error;
    }
  }

  async function digest(
    sender: Notifier,
    rows: readonly OutboxRow[],
    together: Parameters<typeof composeDigest>[1],
    out: Out,
  ) {
    const askedBy = await subscribersOf();
    const wanted = rows.filter((row) => askedBy(row).length > 0);
    const news = wanted.filter((row) => row.kind === 'new');
    const told = new Set(news.map((row) => row.incident));
    const shown = (await Promise.all(news.slice(0, mostInDigest).map((row) => incidentOf(row.incident)))).filter(
      (incident) => incident !== undefined,
    );
    const others = wanted.filter((row) => !told.has(row.incident) && row.kind !== 'new');
    const changes = await Promise.all(others.map(async (row) => ({ row, incident: await incidentOf(row.incident) })));
    if (shown.length + changes.length === 0) return skipped;
    const asked = [...new Map(wanted.flatMap(askedBy).map((one) => [one.id, one])).values()];
    const lines = changes.map(({ row, incident }) => ({
      kind: row.kind,
      incident,
      words: row.words,
    }));
    const ids = news.map((row) => row.incident);
    const answer = composeDigest({ shown, total: news.length, ids, lines }, together, asked, out.locale);
    return `${ofMany}${await say(sender, answer, out, shown, asked)}`;
  }

  return {
    asking: subscribersOf,
    /** The same message again has the same name. */
    dedupeKeyOf(one: NotificationGroup): string {
      const [first] = one.rows;
      const { incident = '', revision = 0, kind = 'new' } = first ?? {};
      return `${'together' in one ? 'digest ' : ''}${incident}@${revision}${kind === 'new' ? '' : kind}`;
    },
    /** Sends it; returns what the outbox keeps of the message. */
    async composeAndSend(sender: Notifier, one: NotificationGroup, once: string, now: number): Promise<string> {
      const [first] = one.rows;
      const out = { channel: first?.channel ?? '', once, now, locale: first && (await localeOf(first)) };
      return 'together' in one ? digest(sender, one.rows, one.together, out) : about(sender, one.rows, out);
    },
    /** The message that it is said under. */
    async parentMessageOf(one: NotificationGroup): Promise<string | undefined> {
      const [row] = one.rows;
      const follows = !('together' in one) && (row?.kind === 'change' || row?.kind === 'retraction');
      const before = follows && row ? await toldBefore(row) : undefined;
      return before === undefined ? undefined : messageIn(before);
    },
    /** What the outbox would have kept of a message that was found to have arrived. */
    storedMessageId: ({ once }: InFlight, message: string): string =>
      `${once.startsWith('digest ') ? ofMany : ''}${message}`,
    /** To the person who asked for them, as far as the platform lets, that they were paused. */
    async tellOwner(sender: Notifier, owner: string, theirs: readonly Subscription[], reason: string): Promise<void> {
      const [first] = theirs;
      if (!first) return;
      const { locale } = await settingsOf(settings, { platform: first.platform, id: first.channel });
      await sender.notifyPerson(
        first.channel,
        owner,
        composePaused(theirs, reason, locale),
        `paused ${first.id} ${reason}`,
      );
    },
  };
}
