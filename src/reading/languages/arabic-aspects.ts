import type { Phrase } from './lexicon.ts';

// Everything below is in folded letters: ا for أ إ آ, ه for ة, ي for ى.
const say = (said: string, english: string): Phrase => ({
  said: new RegExp(`(?:${said})(?![\\p{L}\\p{N}])`, 'duy'),
  english,
});
const end = '(?=[?.! ]*$)';
const responsibility = '(?:ال)?(?:مسؤوليه|مسئوليه|مسووليه)';

/** What people ask of one incident, as the readers' English has it. */
export const arabicAspects: readonly Phrase[] = [
  say(`(?:من|ما الجهه التي) (?:اعلن|اعلنت) ${responsibility}(?: عن)?`, 'who claimed'),
  say(`(?:من|ما الجهه التي) (?:تبناه|تبناها|تبنته|تبنتها)${end}`, 'who claimed it'),
  say(`هل (?:تبناه|تبناها) احد|هل اعلن احد ${responsibility}`, 'did anyone claim it'),
  say(`من (?:فعلها|فعل ذلك|نفذها|نفذه|المنفذ|الفاعل|المسؤول|المسئول)${end}`, 'who did it'),
  say(`من (?:هو )?(?:المتهم|المشتبه به|المشتبه فيه)${end}`, 'who is blamed for it'),
  say(`من (?:نفاه|نفاها|نفي ذلك)${end}`, 'who denied it'),
  say(`(?:ما|ما هي|اي|و)? ?(?:ال)مصادر${end}`, 'which sources'),
  say(`من (?:قال|يقول|ذكر|ابلغ عن) (?:ذلك|هذا)|وفق من|من اين (?:هذه )?(?:ال)?(?:ارقام|معلومات)`, 'who says so'),
  say(`كم (?:عدد )?(?:ال)?(?:مصدر|مصدرا|مصادر)(?: ال?مستقلا?ه?)?`, 'how many independent sources'),
  say(`ماذا (?:قالت|تقول) المصادر`, 'what exactly did the sources say'),
  say(`اقتبس(?: من)?(?: المصادر)?|حرفيا`, 'quote the sources'),
  say(`هل (?:هذا |ذلك |هو |هي |تم |الخبر )?(?:مؤكد|مؤكده|موكد|تاكيده|تاكد ذلك|تاكد)`, 'is it claimed or confirmed'),
  say(`متي(?: (?:وقع|وقعت|حدث|حدثت|كان)(?: ذلك| هذا)?)?${end}`, 'when was it'),
  say(`اين(?: (?:وقع|وقعت|حدث|حدثت|كان)(?: ذلك| هذا)?)?${end}`, 'where was it'),
  say(`(?:ماذا|ما الذي) (?:صودر|ضبط)|ما (?:الذي )?تمت مصادرته`, 'what was seized'),
  say(`ما (?:هي )?الاضرار|ما الذي (?:دمر|احترق)`, 'what was damaged'),
  say(`من (?:الذي )?(?:اعتقل|اعتقلوا)`, 'who was arrested'),
  say(`(?:ما|من) (?:كان |هو )?(?:الهدف|المستهدف)`, 'what was the target'),
  say(`(?:ما|اي) (?:نوع )?(?:ال)?(?:سلاح|اسلحه)(?: المستخدمه?)?`, 'which weapons'),
  say(`من (?:هم )?الضحايا`, 'who were the victims'),
  say(`(?:ماذا|ما الذي) (?:تغير|تغيرت|جري تغييره)|ما (?:هي )?التغييرات`, 'what changed'),
  say(`(?:ماذا|ما الذي) (?:صحح|تم تصحيحه)`, 'what was corrected'),
  say(`(?:ماذا|ما الذي) (?:سحب|تم سحبه)`, 'what was retracted'),
  say(`(?:كما كان معروفا|حسب ما كان معروفا|كما عرف) في`, 'as known on'),
  say(`ما (?:هو )?(?:الدافع|الدوافع)`, 'what was the motive'),
];
