/** Adjectives of countries: the English, then the French masculine. */
const french: readonly (readonly [string, string])[] = [
  ['Iraqi', 'irakien'],
  ['Syrian', 'syrien'],
  ['Iranian', 'iranien'],
  ['Turkish', 'turc'],
  ['Israeli', 'israélien'],
  ['Palestinian', 'palestinien'],
  ['Lebanese', 'libanais'],
  ['Jordanian', 'jordanien'],
  ['Saudi', 'saoudien'],
  ['Yemeni', 'yéménite'],
  ['Egyptian', 'égyptien'],
  ['Libyan', 'libyen'],
  ['Tunisian', 'tunisien'],
  ['Algerian', 'algérien'],
  ['Moroccan', 'marocain'],
  ['Sudanese', 'soudanais'],
  ['Somali', 'somalien'],
  ['Ethiopian', 'éthiopien'],
  ['Kenyan', 'kényan'],
  ['Ugandan', 'ougandais'],
  ['Rwandan', 'rwandais'],
  ['Congolese', 'congolais'],
  ['Nigerian', 'nigérian'],
  ['Malian', 'malien'],
  ['Cameroonian', 'camerounais'],
  ['Chadian', 'tchadien'],
  ['Afghan', 'afghan'],
  ['Pakistani', 'pakistanais'],
  ['Indian', 'indien'],
  ['Russian', 'russe'],
  ['Ukrainian', 'ukrainien'],
  ['American', 'américain'],
  ['French', 'français'],
  ['British', 'britannique'],
  ['Colombian', 'colombien'],
  ['Mexican', 'mexicain'],
  ['Philippine', 'philippin'],
];

const feminine = (word: string): string =>
  word === 'turc' ? 'turque' : word.endsWith('e') ? word : word.endsWith('en') ? `${word}ne` : `${word}e`;

const all = (word: string) => [word, feminine(word)].flatMap((w) => [w, w.endsWith('s') ? w : `${w}s`]);

export const frenchPeoples = french
  .map(([english, word]) => `${english}=${[...new Set(all(word))].join(',')}`)
  .join('\n');

/** The Arabic masculine and feminine, without the article. */
export const arabicPeoples = [
  ['Iraqi', 'عراقي'],
  ['Syrian', 'سوري'],
  ['Iranian', 'إيراني'],
  ['Turkish', 'تركي'],
  ['Israeli', 'إسرائيلي'],
  ['Palestinian', 'فلسطيني'],
  ['Lebanese', 'لبناني'],
  ['Jordanian', 'أردني'],
  ['Saudi', 'سعودي'],
  ['Yemeni', 'يمني'],
  ['Egyptian', 'مصري'],
  ['Libyan', 'ليبي'],
  ['Tunisian', 'تونسي'],
  ['Algerian', 'جزائري'],
  ['Moroccan', 'مغربي'],
  ['Sudanese', 'سوداني'],
  ['Somali', 'صومالي'],
  ['Ethiopian', 'إثيوبي'],
  ['Kenyan', 'كيني'],
  ['Nigerian', 'نيجيري'],
  ['Congolese', 'كونغولي'],
  ['Chadian', 'تشادي'],
  ['Afghan', 'أفغاني'],
  ['Pakistani', 'باكستاني'],
  ['Indian', 'هندي'],
  ['Russian', 'روسي'],
  ['Ukrainian', 'أوكراني'],
  ['American', 'أمريكي'],
  ['French', 'فرنسي'],
  ['British', 'بريطاني'],
  ['Kurdish', 'كردي'],
]
  .map(([english, word]) => `${english}=${word},${word}ة`)
  .join('\n');
