import {
  type Asked,
  composeAlert,
  composeChanged,
  composeCorrected,
  composePaused,
  composeRetracted,
  composeSight,
  composeTest,
} from '../answers/alert-message.ts';
import { whyTold } from '../answers/alert-reason.ts';
import { composeDigest, mostInDigest } from '../answers/digest-message.ts';
import type { Answer } from '../answers/document/answer.ts';
import { wordsInLocale } from '../answers/messages/localize.ts';
import type { Conversations } from '../conversations/dialogue-store.ts';
import type { Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { query } from '../incidents/query.ts';
import { languageOfLocale } from '../kernel/language.ts';
import { settingsOf } from '../settings/channel-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { Bundle } from './grouping.ts';
import { MessageGone, type Sender } from './notifier.ts';
import { channelKey } from './store/channel.ts';
import type { Sending } from './store/channel-leases.ts';
import type { AlertRows } from './store/index.ts';
import { type Owed, unwanted } from './store/outbox.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

export interface KeepingParts {
  incidents: Incidents;
  rows: Pick<AlertRows, 'outbox' | 'lanes'>;
  subscriptions: Subscriptions;
  conversations: Conversations;
  settings: Settings;
}

/** Before the id of a message that tells of many. */
const ofMany = 'many ';
const messageIn = (kept: string) => (kept.startsWith(ofMany) ? kept.slice(ofMany.length) : kept);
const mostRemembered = 100;

type One = readonly [Owed];
interface Out {
  channel: string;
  once: string;
  now: number;
  /** The channel's. */
  locale: string | undefined;
}

/** How one message is made and sent, and what is remembered of it. */
export function createKeeping({ incidents, rows: { outbox }, subscriptions, conversations, settings }: KeepingParts) {
  const localeOf = async ({ platform, channel }: Owed) =>
    (await settingsOf(settings, { platform, id: channel })).locale;

  /** Who asked for it, of those who still do. */
  async function asking(): Promise<(row: Owed) => Subscription[]> {
    const known = await subscriptions.byId();
    return ({ subscriptions: ids }) => ids.flatMap((id) => known.get(id) ?? []);
  }

  async function incidentOf(id: string | undefined): Promise<Incident | undefined> {
    const record = id === undefined ? undefined : await incidents.get(id);
    return record?.kind === 'incident' ? record : undefined;
  }

  /** The thread under a message is about what it tells: "who claimed it?", "why did I get this?". */
  async function say(
    sender: Sender,
    answer: Answer,
    { channel, once, now, locale }: Out,
    about: Incident[],
    asked: Asked[],
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
          why: whyTold(wordsInLocale(locale), asked, about),
          language: languageOfLocale(locale ?? 'en'),
        },
        now,
      );
    return message;
  }

  async function about(sender: Sender, [row]: One, out: Out): Promise<string> {
    const asked = (await asking())(row);
    const { kind, words } = row;
    if (asked.length === 0) return unwanted;
    const incident = await incidentOf(kind === 'actor' ? words[1] : row.incident);
    if (kind === 'test') {
      const test = composeTest(asked, await incidentOf(words[0]), out.locale);
      return sender.send(out.channel, test, out.once);
    }
    if (kind === 'rise' || kind === 'actor') {
      const sight = composeSight(words[0] ?? '', asked, incident, out.locale);
      return say(sender, sight, out, incident ? [incident] : [], asked);
    }
    if (!incident) return unwanted;
    if (kind === 'new') return say(sender, composeAlert(incident, asked, out.locale), out, [incident], asked);
    return follow(sender, row, incident, asked, out);
  }

  /** The message that told the channel of the incident. */
  async function toldBefore(row: Owed): Promise<string | undefined> {
    const before = (await outbox.toldOf(row.incident)).find((told) => channelKey(told) === channelKey(row))?.message;
    return before && before !== unwanted ? before : undefined;
  }

  /** What became of an incident that the channel was told of: edited in its place, and said under it. */
  async function follow(sender: Sender, row: Owed, incident: Incident, asked: Asked[], { channel, once, locale }: Out) {
    const before = await toldBefore(row);
    if (before === undefined) return unwanted;
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
      if (error instanceof MessageGone) return unwanted;
      throw error;
    }
  }

  async function digest(
    sender: Sender,
    rows: readonly Owed[],
    together: Parameters<typeof composeDigest>[1],
    out: Out,
  ) {
    const askedBy = await asking();
    const wanted = rows.filter((row) => askedBy(row).length > 0);
    const news = wanted.filter((row) => row.kind === 'new');
    const told = new Set(news.map((row) => row.incident));
    const shown = (await Promise.all(news.slice(0, mostInDigest).map((row) => incidentOf(row.incident)))).filter(
      (incident) => incident !== undefined,
    );
    const others = wanted.filter((row) => !told.has(row.incident) && row.kind !== 'new');
    const changes = await Promise.all(others.map(async (row) => ({ row, incident: await incidentOf(row.incident) })));
    if (shown.length + changes.length === 0) return unwanted;
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
    asking,
    /** The same message again has the same name. */
    nameOf(one: Bundle): string {
      const [first] = one.rows;
      const { incident = '', revision = 0, kind = 'new' } = first ?? {};
      return `${'together' in one ? 'digest ' : ''}${incident}@${revision}${kind === 'new' ? '' : kind}`;
    },
    /** Sends it; returns what the outbox keeps of the message. */
    async keep(sender: Sender, one: Bundle, once: string, now: number): Promise<string> {
      const [first] = one.rows;
      const out = { channel: first?.channel ?? '', once, now, locale: first && (await localeOf(first)) };
      return 'together' in one ? digest(sender, one.rows, one.together, out) : about(sender, one.rows, out);
    },
    /** The message that it is said under. */
    async underOf(one: Bundle): Promise<string | undefined> {
      const [row] = one.rows;
      const follows = !('together' in one) && (row?.kind === 'change' || row?.kind === 'retraction');
      const before = follows && row ? await toldBefore(row) : undefined;
      return before === undefined ? undefined : messageIn(before);
    },
    /** What the outbox would have kept of a message that was found to have arrived. */
    messageOf: ({ once }: Sending, message: string): string => `${once.startsWith('digest ') ? ofMany : ''}${message}`,
    /** To each person whose subscriptions were paused, as far as the platform lets. */
    async tellOwners(sender: Sender, all: readonly Subscription[], reason: string): Promise<void> {
      for (const [owner, theirs] of Map.groupBy(all, (s) => s.owner)) {
        const [first] = theirs;
        if (owner === undefined || !first) continue;
        const { locale } = await settingsOf(settings, { platform: first.platform, id: first.channel });
        await sender.tell(first.channel, owner, composePaused(theirs, reason, locale), `paused ${first.id} ${reason}`);
      }
    },
  };
}
