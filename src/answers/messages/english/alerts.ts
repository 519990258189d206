import type { AlertMessages, DigestReason } from '../alerts.ts';
import { figureOf, rounded, spans } from './anomaly.ts';
import { days, instant } from './dates.ts';
import { capital, list, number, plural } from './text.ts';

const openings: Partial<Record<DigestReason, string>> = {
  hourly: 'This hour',
  daily: 'Daily digest',
  weekly: 'Weekly digest',
};
const reasons: Partial<Record<DigestReason, string>> = {
  many: ', together because they are many',
  late: ', together because they had to wait',
};

export const englishAlerts: AlertMessages = {
  reported: (title) => `Reported: ${title}.`,
  corrected: (title) => `Reported, since corrected: ${title}.`,
  naming: (asked, more) => list([...asked, ...(more ? [`${more} more`] : [])]),
  asked: (words, id) => `“${words}” (#${id})`,
  because: (naming) => `This channel asked to hear of ${naming}.`,
  steps: { mute: 'Mute for a day', stop: 'Stop these' },
  test: {
    some: 'A test: nothing new happened. This is how the latest one of the past would have been told.',
    none: 'A test: nothing new happened. Nothing in the data matches yet; alerts come here.',
  },
  paused: (reason, naming) => `I can no longer tell a channel of what you asked for: ${reason}. Paused: ${naming}.`,
  troubled: (reason, naming) => `Not every alert of ${naming} is as it was asked for: ${reason}. The others go on.`,
  mend: 'When that is put right, “subscriptions --wake NUMBER” in the channel clears the mark.',
  wake: 'When I may write there again, “subscriptions --wake NUMBER” in that channel lets it speak; “subscriptions --remove NUMBER” ends it.',
  limit: (perHour, until) =>
    `${number(perHour)} messages within an hour: further alerts wait until ${instant(until)}, but for corrections and mass casualties. “missed” lists what waits.`,
  risen: ({ first, last, now, usual }, rise) => {
    const before = usual === 0 ? 'none' : `${number(rounded(usual))} on average`;
    return `More than usual: ${figureOf(now, rise.of)}, ${days(first, last)}, against ${before} in the ${spans(rise.against, rise.days)} before.`;
  },
  seen: (name) => `Not seen there before: ${name}.`,
  line: (title, when, where, id) => `${title} — ${when}; ${where} (${id})`,
  digest: {
    headline: (incidents, others, together) => {
      const counted = [
        ...(incidents ? [`${plural(incidents, 'incident')} reported`] : []),
        ...(others ? [`${plural(others, 'other thing')} to know`] : []),
      ];
      const said = `${list(counted)}${reasons[together] ?? ''}`;
      return capital(openings[together] ? `${openings[together]}: ${said}:` : `${said}:`);
    },
    more: (n) => `And ${n} more.`,
    retracted: (about, reason) => `Retracted: ${about} (${reason})`,
    changed: (about, words) => `Changed: ${about}: ${words.join('; ')}`,
    corrected: (line) => `${line} (since corrected)`,
    anIncident: 'an incident',
    show: 'Show them',
  },
  missed: {
    none: 'This channel has no subscriptions, so there was nothing to miss. For example: subscribe attacks near Samawah with anyone killed',
    nothing: (since) => `Since ${instant(since)} there was nothing new for this channel.`,
    had: (since, { news, changes, retractions, unusual }, cut) => {
      const counts = [
        plural(news, 'new incident'),
        changes ? plural(changes, 'change') : '',
        retractions ? plural(retractions, 'retraction') : '',
        unusual ? `${unusual} out of the ordinary` : '',
      ].filter(Boolean);
      return `Since ${instant(since)} this channel had ${list(counts)}${cut ? ', and more before those' : ''}.`;
    },
    marks: { silent: ' (muted)', failed: ' (not delivered)', waiting: ' (waits for its digest)' },
    earlier: (n) => `And ${n} earlier.`,
    show: 'Show the incidents',
  },
  why: (naming, line, more) =>
    `This channel has the standing question ${naming}.${line === undefined ? '' : ` What was told: ${line}.${more ? ` And ${plural(more, 'more incident')}.` : ''}`} “subscriptions --explain NUMBER” says how a standing question is read.`,
  fits: (title, type, where, killed, id) =>
    `${title}: ${type}, ${where}${killed === null ? '' : `, ${number(killed)} killed`} (${id})`,
};
