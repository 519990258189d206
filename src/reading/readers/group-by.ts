import type { Unit } from '../../incidents/query.ts';
import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

interface Grouping {
  by: Unit;
  /** "per year" makes a series; "which year" asks for one of them; "by" may be either. */
  kind: 'series' | 'which' | 'by';
  /** "which year": one answer is meant. */
  single: boolean;
  /** "provinces by deaths": told to be put in order. */
  ranked?: boolean;
}
export type GroupingReading = Reading<'grouping', Grouping>;

const nouns: [string, Unit][] = [
  ['days?|dates?', 'day'],
  ['weeks?', 'week'],
  ['months?', 'month'],
  ['years?', 'year'],
  ['countr(?:y|ies)|nations?', 'country'],
  [
    '(?:provinces?|governorates?|states?|regions?|oblasts?|admin1s?|departments?|prefectures?|divisions?|first-level (?:areas|divisions))',
    'admin1',
  ],
  ['(?:towns?|cit(?:y|ies)|places?|locations?|villages?|districts?)', 'place'],
  [
    '(?:armed |rebel |militant |terror(?:ist)? |insurgent |main )?(?:actors?|groups?|parties|party|perpetrators?|militias?|organi[sz]ations?|sides?|factions?|cartels?|gangs?|belligerents?)',
    'actor',
  ],
  [
    '(?:event |incident |attack )?(?:types?|kinds?|categor(?:y|ies))(?: of (?:attacks?|incidents?|events?|violence))?',
    'eventType',
  ],
  ['(?:sources?|outlets?|publishers?|newspapers?|media)', 'source'],
];
const adverbs: [RegExp, Unit][] = [
  [/\bdaily\b|\bday[- ]by[- ]day\b/gi, 'day'],
  [/\bweekly\b|\bweek[- ]by[- ]week\b/gi, 'week'],
  [/\bmonthly\b|\bmonth[- ](?:by|on|over|to)[- ]month\b/gi, 'month'],
  [/\byearly\b|\bannual(?:ly)?\b|\byear[- ](?:by|on|over)[- ]year\b/gi, 'year'],
];
const number = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten)';

const time = new Set<Unit>(['day', 'week', 'month', 'year']);

function readerOf([noun, by]: (typeof nouns)[number]): (text: string) => GroupingReading[] {
  const series = new RegExp(
    `\\b(?:per|by|each|every|for each|for every|by each${time.has(by) ? `|a(?= (?:${noun})\\b(?! (?:ago|later|before|after)))` : ''})(?: single)? (?:${noun})\\b`,
    'gi',
  );
  const which = new RegExp(
    `\\b(?:which|what|in which|in what|during which|of (?:all|the))(?: of the)?( top| main| major)?(?: ${number})?(?: different| worst| deadliest| bloodiest| most violent)? (?:${noun})\\b`,
    'gi',
  );
  const superlative = new RegExp(
    `\\b(?:the )?(?:top|worst|deadliest|bloodiest|most (?:violent|dangerous|active|affected|lethal|common|frequent)|hardest[- ]hit|worst[- ](?:hit|affected)|busiest|safest|quietest|leading|main|least violent)(?: ${number})? (?:${noun})\\b`,
    'gi',
  );
  const ordered = new RegExp(
    `\\b(?:the )?(?:${noun})\\b(?=[^?.;]{0,50}?(?:\\b(?:by|in order of|in terms of|with(?: the)? most|with the highest|with the largest) (?:the )?(?:total |overall |civilian |civilians )?(?:numbers?|deaths?|death tolls?|killed|kills|incidents|events|attacks|fatalit|casualt|violence|wounded|abduct|arrest)|\\branked\\b))|\\brank(?:ed|ing)?(?: of)?(?: the)? (?:${noun})\\b`,
    'gi',
  );
  const plural = /s\b\W*$|ies\b\W*$/i;
  return (text) => [
    ...readAll(text, 'grouping', series, (m) => ({
      value: { by, kind: /^by/i.test(m[0]) ? ('by' as const) : ('series' as const), single: false },
      score: 0.9,
    })),
    ...readAll(text, 'grouping', ordered, (m) =>
      time.has(by) || plural.test(m[0])
        ? { value: { by, kind: 'which' as const, single: !plural.test(m[0]), ranked: true }, score: 0.85 }
        : undefined,
    ),
    ...[which, superlative].flatMap((pattern) =>
      readAll(text, 'grouping', pattern, (m) => ({
        value: { by, kind: 'which' as const, single: !plural.test(m[0]) },
        score: 0.9,
      })),
    ),
  ];
}
const nounReaders = nouns.map(readerOf);

const active = new RegExp(
  "\\b(?:who(?:'s| is| was| are| were| has been)(?: currently| still)? (?:fighting|active|operating|attacking)|who (?:fights|operates))(?= (?:each other )?(?:in|near|around|across|there|inside|at)\\b|\\W*$)" +
    '|\\b(?:which|what) (?:\\S+ ){0,2}?(?:groups|actors|militias|forces|organi[sz]ations|gangs|cartels|factions|parties|insurgents|rebels) (?:that )?(?:(?:are|were|is|was|have been) )?(?:currently |still )?(?:operat(?:e|ed|ing)|active|fight(?:ing)?|fought|present)\\b',
  'gi',
);

/** "who did Boko Haram fight in 2015?" */
const whomFought =
  /\bwhom? (?:did|does|do|has|have|is|are|was|were)(?= (?:[\p{L}\d'.-]+ ){1,5}?(?:fight|fights|fighting|fought|clash|clashed|clashing)\b)/giu;

/** "where does ISIS operate?" */
const whereActive =
  /\bwhere(?=( (?:does|do|did|is|are|was|were|has|have) (?:[\p{L}\d'.-]+ ){1,5}?)(?:operat(?:e[ds]?|ing)|(?:been )?active|present)\b)/giu;

/** "per month", "by province", "which year", "top provinces", "yearly". */
export const readGroupings = (text: string): GroupingReading[] => [
  ...nounReaders.flatMap((read) => read(text)),
  ...adverbs.flatMap(([pattern, by]) =>
    readAll(text, 'grouping', pattern, () => ({ value: { by, kind: 'series' as const, single: false } })),
  ),
  ...readAll(
    text,
    'grouping',
    /\bwho (?:carried out|committed|launched|conducted|perpetrated|did|staged|killed|attacked|is behind|was behind)(?= (?:the )?(?:most|more|fewest|largest|highest))/gi,
    () => ({ value: { by: 'actor' as const, kind: 'which' as const, single: true }, score: 0.95 }),
  ),
  ...readAll(
    text,
    'grouping',
    /\bwho (?:fought|fights|is fighting|was fighting) (?=(?:whom |each other )?(?:the )?most)|\bwho(?:'s| is| was| are| were| has been) (?:the )?most active\b/gi,
    () => ({ value: { by: 'actor' as const, kind: 'which' as const, single: true }, score: 0.95 }),
  ),
  ...readAll(text, 'grouping', whereActive, () => ({
    value: {
      by: /\bin\b/i.test(text) ? ('admin1' as const) : ('country' as const),
      kind: 'which' as const,
      single: false,
      ranked: true,
    },
    score: 0.9,
  })),
  ...readAll(text, 'grouping', whomFought, () => ({
    value: { by: 'actor' as const, kind: 'which' as const, single: false, ranked: true },
    score: 0.95,
  })),
  // Who is there at all is told by how much of it each does.
  ...readAll(text, 'grouping', active, () => ({
    value: { by: 'actor' as const, kind: 'which' as const, single: false, ranked: true },
    score: 0.95,
  })),
  ...readAll(
    text,
    'grouping',
    /\bwhere(?= (?:in [\p{L} '-]{2,30}? )?(?:were|was|did|do|are|is) .{0,40}\b(?:most|worst|deadliest|fewest)\b)/giu,
    () => ({ value: { by: 'admin1' as const, kind: 'which' as const, single: false }, score: 0.9 }),
  ),
];
