import type { ClarificationChoice, DeclineReason } from '../../../reading/parse-result.ts';
import type { ClarificationMessages } from '../clarification.ts';
import { countryIn } from '../countries.ts';
import { apart, day, number } from './filter.ts';

const levels: Record<string, string> = { admin1: 'محافظة', admin2: 'قضاء', town: 'مدينة' };

function choice(means: ClarificationChoice['means']): string {
  if (means.kind === 'day') return day(means.day);
  const level = means.kind === 'place' && means.level ? levels[means.level] : undefined;
  const more = [level, means.country && apart(countryIn('ar', means.country))].filter(Boolean).join('، ');
  return `${apart(means.name)}${more ? ` (${more})` : ''}`;
}

const refusals: Record<DeclineReason, string> = {
  forecast: 'أجيب فقط من الحوادث المبلغ عنها، دون توقع',
  advice: 'لا أقدم نصائح للسلامة أو السفر؛ لا تقول التقارير هل المكان آمن لك',
  whereabouts: 'لا أقول أين يوجد شخص أو أين يسكن',
  opinion: 'أنقل ما أُبلغ عنه ومن قاله، دون انحياز',
  elsewhere: 'لا تقول تقارير الحوادث شيئًا عن ذلك',
  'off-topic': 'لا أعرف إلا الحوادث المبلغ عنها، ولم أجد في السؤال مكانًا ولا تاريخًا ولا طرفًا ولا نوعًا من الحوادث',
};

export const back: ClarificationMessages = {
  which: (choices) => `ماذا تقصد: ${choices}؟`,
  unknown: (name, choices) =>
    choices
      ? `لا أعرف «${apart(name)}». هل تقصد ${choices}؟`
      : `لا أعرف «${apart(name)}»: لا مكان ولا طرف بهذا الاسم في فهرس الأماكن أو في البيانات. تحقق من الكتابة، أو اذكر المحافظة أو البلد.`,
  change: 'لم أفهم ذلك. ما الذي ينبغي تغييره في الإجابة الأخيرة؟',
  unread: (said) =>
    `لم أفهم «${apart(said)}». اذكر مكانًا أو تاريخًا أو طرفًا أو نوعًا من الحوادث، مثلًا «الهجمات قرب السماوة في يوليو 2020».`,
  alone: (said) => `لا أعرف ما الذي يتبعه «${apart(said)}». اطرح السؤال كاملًا، مثلًا «الهجمات في العراق عام 2016».`,
  nth: (shown) =>
    !shown
      ? 'أيها تقصد؟ لم أعرض شيئًا هنا بعد. اطرح سؤالًا أولًا، مثلًا «آخر الهجمات في العراق».'
      : `عدد ما عرضته: ${number(shown)}. أيها تقصد؟`,
  choice,
  instead: (means) => `بدلًا من ذلك: ${choice(means)}`,
  declined: (why) =>
    `لا يمكنني الإجابة عن ذلك: ${refusals[why]}. اسأل مثلًا كم هجومًا وقع في مكان وفترة، أو من تبنى هجومًا، أو ما الذي أُبلغ عنه قرب مدينة.`,
  tooLong: (length, most) => `طول السؤال بالأحرف: ${number(length)}؛ أقرأ حتى ${number(most)}. اطرحه بكلمات أقل.`,
  over: 'نبدأ من جديد. تفضل بسؤالك.',
  nothingToExplain: 'لا توجد إجابة هنا لأشرحها بعد. اطرح سؤالًا أولًا.',
  failed: (reference) => `لم أتمكن من الإجابة الآن. حاول مجددًا بعد دقيقة (المرجع ${apart(reference)}).`,
  tooSlow: 'استغرقت قاعدة البيانات وقتًا طويلًا فأوقفتها. اطلب فترة أقصر أو أماكن أقل، أو حاول مجددًا بعد دقيقة.',
  pageFits: (shown, of) => `يظهر هنا ${shown} من ${of}؛ ويتابع زر «المزيد» من التالي.`,
  detailsOf: 'تفاصيل …',
  lookingUp: 'جارٍ البحث …',
  undelivered: (reference) =>
    `لديّ إجابة لكن تعذّر عرضها هنا. اطلب جزءًا أقصر منها، أو أخبر من يديرني (المرجع ${apart(reference)}).`,
  withdrawn: 'حُذف السؤال، فسحبتُ الإجابة.',
  answeredAlone: 'عُدّل السؤال، فسحبتُ هذه الإجابة.',
  closedToDirect:
    'هذه الإجابة لك وحدك، لكن لا يُسمح لي بإرسال رسائل خاصة إليك. اسمح بها في إعدادات خصوصية الخادم، أو استخدم أمرًا لا يرى إجابته سواك.',
  expired: 'انتهت صلاحية هذا الزر: أحتفظ بالأزرار ثلاثين يومًا. اسأل مجددًا.',
  thanks: {
    right: 'شكرًا، سُجلت الإجابة صحيحة.',
    wrong: 'شكرًا، سُجلت الإجابة خاطئة مع السؤال وكيف فهمته. «لماذا؟» في المحادثة تبين كيف فهمته.',
  },
  talk: {
    hello:
      'مرحبًا. اسألني عن حوادث أُبلغ عنها، مثلًا «الهجمات قرب السماوة في يوليو 2020». كلمة «help» تبين ما يمكنني فعله أيضًا.',
    thanks: 'على الرحب والسعة.',
    counting:
      'القتلى هم الوفيات التي تذكرها المصادر: أفضل تقدير، مع الأدنى والأعلى حيث يختلفان. الحادث الذي لا يذكر أي مصدر عدد قتلاه يُعد ولا يضيف إلى المجموع شيئًا، وتقول الإجابة كم عدد هذه الحوادث. الروايات المدموجة عن حادث واحد تُعد مرة واحدة. افتح حادثًا لترى من يذكر أي رقم؛ وكلمة «status» تسمي مجموعات البيانات، وتعريفاتها للحدث هي المعتمدة.',
  },
};
