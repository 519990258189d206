import type { RiseRule } from '../../../kernel/anomaly-rule.ts';
import type { AlertMessages, DigestReason } from '../alerts.ts';
import { instant } from '../english/dates.ts';
import { apart, count, days as daysFrom, incidents, killed, list, number } from './filter.ts';

const openings: Partial<Record<DigestReason, string>> = {
  hourly: 'هذه الساعة',
  daily: 'موجز اليوم',
  weekly: 'موجز الأسبوع',
};
const reasons: Partial<Record<DigestReason, string>> = {
  many: '، مجتمعة لكثرتها',
  late: '، مجتمعة لأنها تأخرت',
};
/** How many windows before, each of so many days; as a label, so that nothing must agree. */
export const windows = ({ against, days }: RiseRule): string =>
  days === 1
    ? `عدد الأيام السابقة: ${number(against)}`
    : days === 7
      ? `عدد الأسابيع السابقة: ${number(against)}`
      : `عدد الفترات السابقة: ${number(against)}، وأيام كل منها: ${number(days)}`;
export const rounded = (n: number): string => number(Math.round(n * 10) / 10);
export const moment = (iso: string): string => apart(instant(iso));

export const alertWords: AlertMessages = {
  reported: (title) => `أُبلغ عنه: ${title}.`,
  corrected: (title) => `أُبلغ عنه ثم صُحح: ${title}.`,
  naming: (asked, more) => list([...asked, ...(more ? [`${number(more)} غيرها`] : [])]),
  asked: (words, id) => `«${words}» (#${id})`,
  because: (naming) => `طلبت هذه القناة: ${naming}.`,
  steps: { mute: 'صمت ليوم', stop: 'إيقاف' },
  test: {
    some: 'تجربة: لم يحدث شيء جديد. هكذا كان سيُبلَّغ عن أحدث ما مضى.',
    none: 'تجربة: لم يحدث شيء جديد. لا شيء في البيانات يطابق ذلك بعد؛ تصل التنبيهات إلى هنا.',
  },
  paused: (reason, naming) => `لم يعد بإمكاني إبلاغ قناة بما طلبته: ${reason}. متوقف مؤقتًا: ${naming}.`,
  troubled: (reason, naming) => `ليست كل تنبيهات ${naming} كما طُلبت: ${reason}. وتستمر بقيتها.`,
  mend: `بعد إصلاح ذلك، «${apart('subscriptions --wake NUMBER')}» في القناة يزيل العلامة.`,
  wake: `عندما أستطيع الكتابة هناك مجددًا، «${apart('subscriptions --wake NUMBER')}» في تلك القناة يعيده؛ و«${apart('subscriptions --remove NUMBER')}» ينهيه.`,
  limit: (perHour, until) =>
    `عدد الرسائل خلال ساعة: ${number(perHour)}. تنتظر التنبيهات الأخرى حتى ${moment(until)}، ما عدا التصحيحات والحصائل الكبيرة. «${apart('missed')}» يعرض ما ينتظر.`,
  risen: ({ first, last, now, usual }, rise) =>
    `أكثر من المعتاد: ${count(now, rise.of === 'killed' ? killed : incidents)}، ${daysFrom(first, last)}، والمعتاد: ${usual === 0 ? 'لا شيء' : `${rounded(usual)} في المتوسط`} (${windows(rise)}).`,
  seen: (name) => `لم يُشاهد هناك من قبل: ${name}.`,
  line: (title, when, where, id) => `${title} — ${when}؛ ${where} (${id})`,
  digest: {
    headline: (n, others, together) => {
      const counted = [...(n ? [`${count(n, incidents)}`] : []), ...(others ? [`أمور أخرى (${number(others)})`] : [])];
      const said = `${list(counted)}${reasons[together] ?? ''}`;
      return openings[together] ? `${openings[together]}: ${said}:` : `أُبلغ عن ذلك: ${said}:`;
    },
    more: (n) => `وعدد ما بقي: ${number(n)}.`,
    retracted: (about, reason) => `سُحب: ${about} (${reason})`,
    changed: (about, words) => `تغير: ${about}: ${words.join('؛ ')}`,
    corrected: (line) => `${line} (صُحِّح لاحقًا)`,
    anIncident: 'حادث',
    show: 'اعرضها',
  },
  missed: {
    none: `ليس لهذه القناة اشتراكات، فلم يفتها شيء. مثلًا: ${apart('subscribe')} الهجمات قرب السماوة`,
    nothing: (since) => `لا جديد لهذه القناة منذ ${moment(since)}.`,
    had: (since, { news, changes, retractions, unusual }, cut) => {
      const counts = [
        `حوادث جديدة: ${number(news)}`,
        changes ? `تغييرات: ${number(changes)}` : '',
        retractions ? `سحب: ${number(retractions)}` : '',
        unusual ? `غير معتاد: ${number(unusual)}` : '',
      ].filter(Boolean);
      return `ما وصل هذه القناة منذ ${moment(since)}: ${counts.join('؛ ')}${cut ? '، وغيرها قبل ذلك' : ''}.`;
    },
    marks: { silent: ' (صامت)', failed: ' (لم يصل)', waiting: ' (ينتظر موجزه)' },
    earlier: (n) => `وعدد ما قبلها: ${number(n)}.`,
    show: 'اعرض الحوادث',
  },
  why: (naming, line, more) =>
    `لهذه القناة سؤال قائم: ${naming}.${line === undefined ? '' : ` ما أُبلغ عنه: ${line}.${more ? ` ومعه: ${count(more, incidents)}.` : ''}`} «${apart('subscriptions --explain NUMBER')}» يبيّن كيف يُفهم السؤال القائم.`,
  fits: (title, type, where, best, id) =>
    `${title}: ${type}، ${where}${best === null ? '' : `، ${count(best, killed)}`} (${id})`,
};
