import { casualties } from '../card.ts';
import { clean, sentence } from '../english/text.ts';
import type { NarrativeMessages } from '../incident-narrative.ts';
import { attribution, card, cardWords, groupWords, toll } from './card.ts';
import { apart, around, count, countedKinds, type Forms, list, number } from './filter.ts';
import { actor, title, when, where } from './incident.ts';

const independent: Forms = {
  zero: 'لا مصادر مستقلة',
  one: 'مصدر مستقل واحد',
  two: 'مصدران مستقلان',
  few: '# مصادر مستقلة',
  many: '# مصدرًا مستقلًا',
  other: '# مصدر مستقل',
};
const { labels } = cardWords;

export const account: NarrativeMessages = {
  list,
  name: apart,
  actor,
  title,
  when,
  where,
  card,
  about: (subject, words) => `${subject}: ${words}`,
  clauses: (a, b) => `${a}؛ ${b}`,
  deadliestOf: (n, filter) => `${countedKinds(filter, n)}${around(filter)} تناسب السؤال؛ وهذا أكثرها دموية.`,
  headed: (subject, at) => `${subject}، ${at}`,
  attribution: (a) => sentence(`${attribution(a)}${a.note ? `. ${apart(clean(a.note, 300))}` : ''}`),
  report: cardWords.report,
  alsoReported: (statement) => `ورد أيضًا: ${statement}`,
  who: {
    open: 'لم يثبت من نفذ ذلك.',
    recorded: (sides) => `المذكور في البيانات: ${sides}.`,
    reported: (sides) => `وفق ما أُبلغ عنه: ${sides}.`,
    nobody: 'لا يقول أي مصدر من نفذ ذلك؛ لم يُذكر أحد بوصفه مسؤولًا.',
  },
  target: { named: (names) => `الهدف وفق ما أُبلغ عنه: ${names}.`, none: 'لا يسمي أي مصدر الهدف.' },
  unsaid: {
    seized: 'لا يقول أي مصدر ما الذي صودر.',
    arrests: 'لا يقول أي مصدر من اعتُقل.',
    damage: 'لا يصف أي مصدر أضرارًا.',
    weapon: 'لا يقول أي مصدر ما السلاح المستخدم.',
    motive: 'لا يذكر أي مصدر دافعًا.',
    victims: 'لا يقول أي مصدر من هم الضحايا.',
    statement: 'لا ينقل أي مصدر بيانًا.',
  },
  noClaim: 'لا ينقل أي مصدر إعلانًا للمسؤولية.',
  unconfirmed: 'إعلان المسؤولية غير مؤكد.',
  suspectedOnly: 'لا يتهم أي مصدر أحدًا صراحة؛ وهناك من يشتبه:',
  noBlame: 'لا يتهم أي مصدر أحدًا ولا يشتبه في أحد.',
  noDenial: 'لا ينقل أي مصدر نفيًا من أحد.',
  harms: (r) => casualties(cardWords, r).map(({ harm, words }) => ({ harm, words: `${labels[harm]}: ${words}.` })),
  unknown: {
    killed: 'لا يقول أي مصدر كم شخصًا قُتل، إن قُتل أحد.',
    wounded: 'لا يقول أي مصدر كم شخصًا جُرح، إن جُرح أحد.',
  },
  sources: {
    none: 'لم يُذكر اسم أي مصدر.',
    one: (name) => `مصدر مستقل واحد فقط ينقل ذلك: ${name}.`,
    several: (n, names) => `ينقل ذلك ${count(n, independent)}: ${names}.`,
    relayed: (names, through) =>
      `لا يُعرف ما يلي إلا عن طريق ${through.length === 1 ? through[0] : 'هذه المصادر'}: ${list(names)}.`,
    counted: (n) => `عدد المصادر في مجموعة بياناته: ${number(n)}.`,
    oneFigure: (name) => `تستند الأرقام إلى مصدر واحد هو ${name}؛ ولا يؤكدها مصدر ثانٍ.`,
    figuresFrom: (names) => `مصدر الأرقام: ${names}.`,
  },
  quotes: {
    lead: 'بكلمات المصادر نفسها:',
    none: 'لا اقتباس حرفي من أي مصدر.',
    line: (quote, by) => `- «${quote}» — ${by}`,
    via: (publisher, via) => `${publisher}، عبر ${via}`,
    headline: (publisher) => `عنوان، ${publisher}`,
    unnamed: 'مصدر غير مسمى',
  },
  standing: {
    figure: (c, figure) =>
      `${groupWords(c)}${toll(figure)} (${c.by ? apart(clean(c.by, 100)) : 'مصدر غير مسمى'}${c.account ? `، ${apart(clean(c.account, 80))}` : ''})`,
    figures: (harm, figures) => `${labels[harm]}: ${figures}.`,
    accounts: (n) => `عدد الروايات التي تذكر أرقامًا: ${number(n)}؛ وهي مذكورة جنبًا إلى جنب.`,
    single: 'هذا رقم مصدر واحد؛ ولا يؤكده مصدر ثانٍ.',
    reporters: (names) => `أُبلغ عن الحادث في: ${names}.`,
    noFigure: 'لا يذكر أي مصدر رقمًا.',
    open: 'هناك من أعلن المسؤولية أو يُشتبه فيه، ولم يؤكد ذلك أحد.',
  },
};
