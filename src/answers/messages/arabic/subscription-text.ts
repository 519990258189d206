import type { NotificationSchedule } from '../../../kernel/schedule.ts';
import { weekdayIn } from '../dates.ts';
import type { SubscriptionMessages } from '../subscription-text.ts';
import { moment, rounded, windows } from './alerts.ts';
import { apart, around, kinds, number } from './filter.ts';

const times: Record<NotificationSchedule['rhythm'], (rhythm: NotificationSchedule) => string> = {
  'at-once': () => 'فورًا',
  hourly: () => 'معًا كل ساعة',
  daily: ({ at, zone }) => `معًا كل يوم الساعة ${at} (${apart(zone)})`,
  weekly: ({ at, weekday, zone }) => `معًا كل ${weekdayIn('ar', weekday)} الساعة ${at} (${apart(zone)})`,
};
const spans: Record<number, string> = { 1: 'يوم', 7: 'أسبوع' };
const command = apart('subscriptions');
const example = `مثلًا: ${apart('subscribe')} الهجمات قرب السماوة`;

const later = {
  changes: '، مع ما يتغير فيها لاحقًا',
  unchanging: '، دون ما يتغير فيها لاحقًا',
  watch: '',
};

export const standingWords: SubscriptionMessages = {
  reading: (filter, watch) => {
    if (!watch) return `${kinds(filter)} جديدة${around(filter)}`;
    const about = `${kinds(filter)}${around(filter)}`;
    if (watch.kind === 'new-actor') return `طرف لم يرد في البيانات من قبل (${about})`;
    return `${spans[watch.days] ?? `فترة أيامها ${number(watch.days)}`} فيه ${rounded(watch.times)} أضعاف المعتاد أو أكثر: ${watch.of === 'killed' ? `القتلى (${about})` : about} (المتوسط؛ ${windows(watch)}؛ ولا أقل من 3 أبدًا)`;
  },
  whole: (reading, manners) => `${reading}، ${manners}`,
  timing: (rhythm) => times[rhythm.rhythm](rhythm),
  unchanging: 'دون التغييرات اللاحقة',
  old: (days) => `أقصى عمر بالأيام: ${number(days)}`,
  often: (month, year) => {
    const aWeek = year / 52;
    const rate =
      aWeek >= 1 ? `نحو ${number(Math.round(aWeek))} في الأسبوع` : `نحو ${number(Math.round(year / 12))} في الشهر`;
    const told = `عدد التنبيهات التي كانت ستصل: في آخر 30 يومًا ${number(month)}، وفي السنة الأخيرة ${number(year)}`;
    return year >= 12 ? `${told}: ${rate}.` : `${told}.`;
  },
  nothingYet: 'لا شيء في البيانات يطابق هذا بعد: يصل أول تنبيه عندما يوجد ما يطابقه.',
  alsoRead: (reading) => `بالأسماء الموجودة الآن في البيانات تعني الكلمات نفسها: ${reading}، ويُبلَّغ عن ذلك أيضًا.`,
  ask: (whole) => `هل تُبلَّغ هذه القناة بما يلي: ${whole}؟`,
  flood: (calmer) => `هذا سيل. يهدأ إذا كان عدد القتلى ${number(calmer)} على الأقل.`,
  ahead: 'السؤال القائم ينظر إلى الأمام: الفترة المذكورة في السؤال لا تُحسب.',
  subscribed: (who, whole, id) => `اشتراك من ${who}؛ تُبلَّغ هذه القناة بما يلي: ${whole} (#${id}).`,
  askedAs: (words) => `طُلب هكذا: «${words}». «${command}» يعرضها ويشرحها ويُسكتها ويحذفها.`,
  edited: (who, id, whole) => `غيّره ${who}؛ الاشتراك #${id} يبلّغ الآن بما يلي: ${whole}.`,
  before: (whole, words) => `قبل ذلك: ${whole} («${words}»).`,
  paused: (reason) => `؛ متوقف مؤقتًا: ${reason}`,
  troubled: (reason) => `؛ تعذّر التبليغ عن بعضه: ${reason}`,
  muted: (until) => `؛ صامت حتى ${moment(until)}`,
  line: (id, whole, words, by, at, state) => `#${id} ${whole} («${words}»، من ${by} في ${moment(at)}${state})`,
  none: `ليس لهذه القناة اشتراكات. ${example}`,
  hears: (n) => `الأسئلة القائمة لهذه القناة (${number(n)}):`,
  more: (n) => `وعدد ما بقي: ${number(n)}.`,
  explained: (id, reading) => `#${id} يبلّغ هذه القناة بما يلي: ${reading}.`,
  asked: (by, at, words, state) => `طلبه ${by} في ${moment(at)} هكذا: «${words}»${state}.`,
  tells: (timing, days, what) => `يُبلَّغ عنها ${timing}، وأقصى عمرها بالأيام ${number(days)}${later[what]}.`,
  testing: (id) => `تجربة #${id} في طريقها إلى هذه القناة. إن لم تصل، «${command}» يبيّن السبب.`,
  stopping: (id, words) => `هل يُوقف #${id} «${words}» لكل من في هذه القناة؟`,
  made: (id) => `تم: أُعلن الاشتراك #${id} في القناة.`,
  cannotPost: (reason) =>
    `لا أستطيع نشر التنبيهات في هذه القناة: ${reason}. لم يُنشأ أي اشتراك. اسمحوا لي بالكتابة فيها (في Slack: ${apart('/invite @Sitrep')}) ثم اطلبوا الاشتراك من جديد.`,
  stopped: (id, words, who) => `أُوقف: #${id}، «${words}»، على يد ${who}.`,
  speaking: (id, who) => `عاد يبلّغ: #${id}، على يد ${who}.`,
  silenced: (id, hours, who) => `صامت (عدد الساعات: ${number(hours)}): #${id}، على يد ${who}.`,
  unknown: (id) => `ليس لهذه القناة اشتراك رقمه #${id}. «${command}» يعرضها.`,
  already: (id) => `تُبلَّغ هذه القناة بذلك أصلًا (#${id}).`,
  managersOnly: 'في هذه القناة لا يغير الاشتراكات إلا المسؤولون. اسأل أحدهم.',
  unsaid: `قل بماذا تُبلَّغ القناة. ${example}`,
  cannot: {
    comparison: 'لا يمكن أن تكون المقارنة سؤالًا قائمًا. اشترك في كل جانب على حدة.',
    'as-of': 'ما كان معروفًا في يوم مضى لا يتغير. اترك ذلك اليوم من السؤال.',
    ids: 'هذه حوادث معروفة من قبل. اسأل عن مكان أو نوع أو جماعة.',
    'known-actor': 'من ذُكر اسمه معروف من قبل. اترك الاسم، وقل أين يُبلَّغ عن طرف جديد.',
  },
  steps: {
    subscribe: 'اشتراك',
    change: 'تغييره',
    least: (least) => `قتلى لا يقل عددهم عن ${number(least)}`,
    daily: 'موجز يومي',
    test: 'إرسال تجربة',
    stop: (id) => `إيقاف #${id}`,
    latest: 'أحدثها',
  },
};
