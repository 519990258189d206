import { describe, expect, test } from 'vitest';
import { composeExportFile } from '../../src/answers/exports/export.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import type { Filter, Query } from '../../src/incidents/query.ts';
import { answerTo, coverage, type Given, group } from './composed.ts';

const inThree = (given: Given) =>
  (['en', 'fr', 'ar'] as const).map((language) =>
    answerTo({ ...given, language })
      .text.split('\n')[0]
      ?.replace(/[\u2068\u2069\u202f\u00a0]/g, (c) => (c > '\u2060' ? '' : ' ')),
  );
const year = (n: number) => ({ start: `${n}-01-01`, end: `${n + 1}-01-01` });
const years = [2015, 2016].map((n) => ({ key: String(n), filter: { period: year(n) } }));
const kinds = ['airstrike', 'shelling'].map((id) => ({ key: id, filter: { eventTypes: [id] } }));
const attacks: Filter = {
  places: [{ relation: 'in', name: 'Syria', level: 'country', countries: ['Syria'], dataNames: [] }],
  eventTypes: ['violence'],
};
const countries = ['Syria', 'Iraq'].map((name) => ({
  key: name,
  filter: { places: [{ relation: 'in' as const, name, level: 'country' as const, countries: [name], dataNames: [] }] },
}));
/** A group of so many killed, and how many there were before. */
const changed = (key: string, now: number, before: number) => ({
  ...group(key, now, now),
  ...{ before, change: now - before, percent: Math.round(((now - before) / before) * 1000) / 10 },
});
const in2016: Filter = { ...attacks, period: year(2016) };
const difference = (query: Partial<Query>, result: Given['result']): Given => ({
  query: { measure: 'difference', filter: attacks, sides: years, ...query },
  result: { total: 9, ...result },
});

test.each<[string, Given, string[]]>([
  [
    'fewer in the later period',
    difference({}, { value: -1830, percent: -22.8, groups: [group('2015', 8010), group('2016', 6180)] }),
    [
      '1,830 fewer attacks in Syria in 2016 than in 2015 (−23 %): 6,180 and 8,010.',
      '1 830 attaques de moins en Syrie en 2016 qu’en 2015 (−23 %) : 6 180 et 8 010.',
      'أقل بمقدار 1,830 هجومًا في سوريا في عام 2016 مقارنة بما كان في عام 2015 (−23%): 6,180 مقابل 8,010.',
    ],
  ],
  [
    'one more person',
    difference({ of: 'killed' }, { value: 1, percent: 3.4, groups: [group('2015', 9, 29), group('2016', 9, 30)] }),
    [
      '1 more person killed in Syria in 2016 than in 2015 (+3.4 %): 30 and 29.',
      '1 personne tuée de plus en Syrie en 2016 qu’en 2015 (+3,4 %) : 30 et 29.',
      'أكثر بمقدار قتيل واحد في سوريا في عام 2016 مقارنة بما كان في عام 2015 (+3.4%): 30 مقابل 29.',
    ],
  ],
  [
    'as many',
    difference({}, { value: 0, percent: 0, groups: [group('2015', 7), group('2016', 7)] }),
    [
      'Exactly as many attacks in Syria in 2016 as in 2015: 7.',
      'Autant d’attaques en Syrie en 2016 qu’en 2015 : 7.',
      'العدد نفسه في سوريا في عام 2016 وفي عام 2015: 7 هجمات.',
    ],
  ],
  [
    'kinds, one of which there was not',
    difference(
      { filter: { period: year(2016) }, sides: kinds },
      { value: 12, percent: null, groups: [group('airstrike', 12), group('shelling', 0)] },
    ),
    [
      '12 more airstrikes than shellings in 2016: 12 and 0.',
      '12 incidents de plus en 2016 pour les frappes aériennes que pour les bombardements : 12 et 0.',
      'أكثر بمقدار 12 حادثًا في عام 2016 (غارات جوية) مقارنة بما كان (عمليات قصف): 12 مقابل 0.',
    ],
  ],
  [
    'a side without a figure',
    difference(
      { of: 'wounded' },
      { value: null, percent: null, groups: [group('2015', 3, 0, { asked: 4 }), group('2016', 3, 0, { asked: null })] },
    ),
    [
      'No figure can be given for people wounded in Syria: the data has nothing to work it out from.',
      'Aucun chiffre ne peut être donné pour les personnes blessées en Syrie : les données n’ont pas de quoi le calculer.',
      'لا يمكن إعطاء رقم (الجرحى في سوريا): ليس في البيانات ما يُحسب منه.',
    ],
  ],
  [
    'an average of each incident',
    { query: { measure: 'average', of: 'killed' }, result: { total: 498, value: 12.4096, sum: 6180 } },
    [
      '12.4 people were killed per incident on average (6,180 in 498 incidents).',
      '12,4 personnes tuées par incident en moyenne (6 180 dans 498 incidents).',
      '12.4 قتيل في كل حادث في المتوسط (المجموع 6,180 في 498 حادثًا).',
    ],
  ],
  [
    'an average of those that have a figure',
    {
      query: { measure: 'average', of: 'wounded', filter: in2016 },
      result: { total: 498, value: 0.3534, sum: 100, withoutFigure: 215 },
    },
    [
      '0.35 people were wounded per attack on average in Syria in 2016 (100 in 283 attacks). For 215 more incidents no source gives a number.',
      '0,35 personne blessée par attaque en moyenne en Syrie en 2016 (100 dans 283 attaques). Pour 215 autres incidents, aucune source ne donne de nombre.',
      '0.35 جريح في كل حادث في المتوسط في سوريا في عام 2016 (المجموع 100 في 283 هجومًا). حوادث أخرى (215) لا يذكر أي مصدر عددًا لها.',
    ],
  ],
  [
    'an average by month',
    {
      query: { measure: 'average', by: 'month', filter: in2016 },
      result: { total: 6180, value: 515, sum: 6180, units: { count: 12, first: '2016-01', last: '2016-12' } },
    },
    [
      '515 attacks per month on average in Syria in 2016 (6,180 in 12 months: January 2016 to December 2016, including those with none).',
      '515 attaques par mois en moyenne en Syrie en 2016 (6 180 en 12 mois : janvier 2016 à décembre 2016, y compris là où il n’y en a pas).',
      '515 هجومًا في كل شهر في المتوسط في سوريا في عام 2016 (المجموع 6,180 في 12 شهرًا: من يناير 2016 إلى ديسمبر 2016، بما فيها ما لا شيء فيه).',
    ],
  ],
  [
    'an average of what nobody counts',
    { query: { measure: 'average', of: 'wounded' }, result: { total: 8, value: null, sum: null, withoutFigure: 8 } },
    [
      'No source gives a number of people wounded for the 8 incidents.',
      'Aucune source ne donne le nombre de personnes blessées pour 8 incidents.',
      'لا يذكر أي مصدر عدد الجرحى: 8 حوادث.',
    ],
  ],
  [
    'a share',
    {
      query: { measure: 'share', filter: in2016, part: { eventTypes: ['airstrike'] } },
      result: { total: 4411, value: 27.3, part: 1204, whole: 4411 },
    },
    [
      '27.3 % (1,204 of 4,411) of the attacks in Syria in 2016: airstrikes.',
      '27,3 % (1 204 sur 4 411) des attaques en Syrie en 2016 : frappes aériennes.',
      '27.3% (1,204 من 4,411) من هجمات في سوريا في عام 2016: غارات جوية.',
    ],
  ],
  [
    'a share that rounds to nothing',
    {
      query: { measure: 'share', of: 'killed', filter: in2016, part: { killed: { min: 9 } } },
      result: { total: 4411, value: 0, part: 1, whole: 4411 },
    },
    [
      'Under 0.1 % (1 of 4,411) of the people killed in Syria in 2016: with at least 9 killed.',
      'Moins de 0,1 % (1 sur 4 411) des personnes tuées en Syrie en 2016 : avec au moins 9 morts.',
      'أقل من 0.1% (1 من 4,411) من القتلى في سوريا في عام 2016: مع عدد قتلى لا يقل عن 9.',
    ],
  ],
  [
    'the civilians among the killed',
    {
      query: { measure: 'share', of: 'civilians killed', filter: in2016 },
      result: { total: 9, value: 50, part: 2, whole: 4 },
    },
    [
      '50 % (2 of 4) of the people killed in Syria in 2016 were civilians.',
      '50 % (2 sur 4) des personnes tuées en Syrie en 2016 : des civils.',
      '50% (2 من 4) من القتلى في سوريا في عام 2016: مدنيون.',
    ],
  ],
  [
    'a share of no incidents',
    { query: { measure: 'share', filter: in2016, part: { killed: { min: 9 } } }, result: { value: null, whole: 0 } },
    ['No attacks in Syria in 2016.', 'Aucune attaque en Syrie en 2016.', 'لا هجمات في سوريا في عام 2016.'],
  ],
  [
    'a ratio below one',
    {
      query: { measure: 'ratio', of: 'killed', filter: { period: year(2014) }, sides: countries },
      result: { total: 900, value: 0.0109, groups: [group('Syria', 50, 165), group('Iraq', 796, 15092)] },
    },
    [
      'A ratio of 0.011 (1 to 91.5): 165 people killed in Syria, and 15,092 in Iraq, in 2014.',
      'Rapport de 0,011 (1 pour 91,5) : 165 personnes tuées en Syrie, et 15 092 en Irak, en 2014.',
      'النسبة 0.011 (1 إلى 91.5): 165 قتيلًا في سوريا، و15,092 في العراق، في عام 2014.',
    ],
  ],
  [
    'a median by month',
    {
      query: { measure: 'median', of: 'killed', by: 'month', filter: in2016 },
      result: { total: 900, value: 1091, units: { count: 12, first: '2016-01', last: '2016-12' } },
    },
    [
      'The median is 1,091 people killed per month in Syria in 2016 (12 months: January 2016 to December 2016, including those with none).',
      'Médiane : 1 091 personnes tuées par mois en Syrie en 2016 (en 12 mois : janvier 2016 à décembre 2016, y compris là où il n’y en a pas).',
      'الوسيط: 1,091 قتيلًا في كل شهر في سوريا في عام 2016 (12 شهرًا: من يناير 2016 إلى ديسمبر 2016، بما فيها ما لا شيء فيه).',
    ],
  ],
  [
    'the greatest rise between two years',
    {
      query: { measure: 'rank', of: 'killed', by: 'admin1', change: 'number', sides: years, filter: attacks },
      result: { total: 9, groups: [changed('Aleppo', 30, 10), changed('Homs', 4, 5)], groupTotal: 2 },
    },
    [
      'The province with the biggest rise in people killed in Syria from 2015 to 2016: Aleppo, from 10 to 30 (+20, +200 %).',
      'La plus forte hausse du nombre de personnes tuées en Syrie de 2015 à 2016, par province : Aleppo, de 10 à 30 (+20, +200 %).',
      'أكبر زيادة في عدد القتلى في سوريا من 2015 إلى 2016 حسب المحافظة: Aleppo، من 10 إلى 30 (+20، +200%).',
    ],
  ],
  [
    'no rise at all',
    {
      query: { measure: 'rank', by: 'admin1', change: 'number', sides: years, filter: attacks },
      result: { total: 9, groups: [changed('Homs', 4, 5)], groupTotal: 1 },
    },
    [
      'No province has a rise in attacks in Syria from 2015 to 2016. The smallest fall of all provinces: Homs, from 5 to 4 (−1, −20 %).',
      'Aucune province : pas de hausse du nombre d’attaques en Syrie de 2015 à 2016. La plus faible baisse : Homs, de 5 à 4 (−1, −20 %).',
      'لا زيادة في عدد هجمات في سوريا من 2015 إلى 2016 حسب المحافظة. أصغر انخفاض: Homs، من 5 إلى 4 (−1، −20%).',
    ],
  ],
  [
    'steps of a series',
    {
      query: { measure: 'trend', of: 'killed', by: 'year', change: 'number', filter: attacks },
      result: { total: 9, groups: [changed('2015', 4, 9), changed('2016', 12, 4)] },
    },
    [
      '16 people killed in Syria, by year. Biggest rise: 2016, from 4 to 12 (+8, +200 %); biggest fall: 2015, from 9 to 4 (−5, −56 %).',
      '16 personnes tuées en Syrie, par année. Plus forte hausse : 2016, de 4 à 12 (+8, +200 %) ; plus forte baisse : 2015, de 9 à 4 (−5, −56 %).',
      '16 قتيلًا في سوريا، حسب السنة. أكبر زيادة: 2016، من 4 إلى 12 (+8، +200%). أكبر انخفاض: 2015، من 9 إلى 4 (−5، −56%).',
    ],
  ],
  [
    'groups with a condition',
    {
      query: {
        measure: 'rank',
        of: 'killed',
        by: 'country',
        having: { of: 'killed', min: 1001 },
        filter: { period: year(2016) },
      },
      result: { total: 900, groups: [group('Iraq', 796, 15092), group('Mexico', 90, 4306)], groupTotal: 2 },
    },
    [
      '2 countries with at least 1,001 people killed in 2016. The most: Iraq, with 15,092 killed in 796 incidents.',
      '2 pays avec au moins 1 001 personnes tuées en 2016. En tête : Irak, 15 092 morts dans 796 incidents.',
      'عدد البلدان مع عدد القتلى لا يقل عن 1,001 في عام 2016: 2. في المقدمة: العراق، 15,092 قتيلًا في 796 حادثًا.',
    ],
  ],
  [
    'groups of different ones',
    {
      query: { measure: 'rank', by: 'place', having: { of: 'actor', min: 4 }, filter: attacks },
      result: { total: 900, groups: [{ ...group('Idlib', 38, 51), distinct: 5 }], groupTotal: 1 },
    },
    [
      '1 place with at least 4 actors in Syria: Idlib, with 5 actors, 38 attacks (51 killed).',
      '1 lieu avec au moins 4 acteurs en Syrie. En tête : Idlib, 5 acteurs, 38 incidents (51 morts).',
      'عدد الأماكن مع عدد الأطراف لا يقل عن 4 في سوريا: 1. في المقدمة: Idlib، الأطراف: 5، 38 حادثًا (51 قتيلًا).',
    ],
  ],
  [
    'a count of days with nothing',
    {
      query: { measure: 'count', by: 'day', having: { of: 'incidents', max: 0 }, filter: in2016 },
      result: { total: 9, value: 2, groups: [], groupTotal: 0, empty: ['2016-01-01', '2016-02-02'] },
    },
    [
      '2 days without attacks in Syria in 2016: 1 January 2016 and 2 February 2016.',
      '2 jours sans attaques en Syrie en 2016 : 1er janvier 2016 et 2 février 2016.',
      'عدد الأيام دون هجمات في سوريا في عام 2016: 2. وهي: 1 يناير 2016 و2 فبراير 2016.',
    ],
  ],
  [
    'two years compared, with what changed',
    {
      query: { measure: 'compare', of: 'killed', sides: years, filter: attacks },
      result: { total: 18, groups: [group('2015', 9, 20), group('2016', 9, 30)], value: 10, percent: 50 },
    },
    [
      '2016: 30 killed in 9 attacks; 2015: 20 killed in 9 attacks, in Syria. From 2015 to 2016: +10 (+50 %).',
      '2016: 30 morts dans 9 incidents. 2015: 20 morts dans 9 incidents. De 2015 à 2016 : +10 (+50 %).',
      '2016: 30 قتيلًا في 9 حوادث. 2015: 20 قتيلًا في 9 حوادث. من 2015 إلى 2016: +10 (+50%).',
    ],
  ],
])('%s', (_, given, said) => expect(inThree(given)).toEqual(said));

describe('as data', () => {
  const resultOf = (given: Given) => answerTo(given).data?.result;
  test('a difference has its sides, its value and the change', () =>
    expect(
      resultOf(difference({}, { value: -3, percent: null, groups: [group('2015', 0), group('2016', 3)] })),
    ).toEqual({
      total: 9,
      value: -3,
      percent: null,
      groups: [
        { key: '2015', count: 0, killed: 0, civilians: 0 },
        { key: '2016', count: 3, killed: 0, civilians: 0 },
      ],
    }));
  test('an average has the total and the sum; by time also the units', () => {
    const result = { total: 4, value: 2.5, sum: 10 };
    expect(resultOf({ query: { measure: 'average', of: 'killed' }, result })).toEqual(result);
    const units = { count: 4, first: '2016', last: '2019' };
    const byYear = { ...result, units };
    expect(resultOf({ query: { measure: 'average', by: 'year' }, result: byYear })).toEqual(byYear);
  });
  test('a share has its part and the whole, and what the part is', () => {
    const { result, understood } =
      answerTo({
        query: { measure: 'share', part: { eventTypes: ['airstrike'] } },
        result: { total: 4, value: 25, part: 1, whole: 4 },
      }).data ?? {};
    expect([result, understood?.part]).toEqual([
      { total: 4, value: 25, part: 1, whole: 4 },
      { eventTypes: ['airstrike'] },
    ]);
  });
});

test('a difference is shown side by side, and exported by its sides', async () => {
  const given = difference({}, { value: 3, percent: 75, groups: [group('2015', 4), group('2016', 7)] });
  const answer = answerTo(given);
  expect(answer.parts.map((p) => p.kind)).toEqual(['text', 'chart', 'table', 'note']);
  expect(answer.next.map(({ label }) => label)).toEqual(['Export', 'Why?']);
  const exported = answer.next.flatMap(({ action }) => ('export' in action ? [action.export] : []));
  const streamed: Query[] = [];
  const stream = async (query: Query) => {
    streamed.push(query);
    return { total: 4, datasets: ['a'], incidents: { async *[Symbol.asyncIterator]() {} } };
  };
  const [query] = exported as [Query];
  const context = {
    ...{ query, coverage, unread: [], assumed: [], alternatives: [] },
    result: { total: 11, overlapping: 0, coarse: 0, withoutFigure: 0, incidents: [], aggregates: [], developments: [] },
  };
  await composeExportFile({ stream } as unknown as Incidents, context, { as: 'csv', rows: 'incidents' }, new Date(0));
  expect(streamed.map(({ filter }) => filter)).toEqual([2015, 2016].map((n) => ({ ...attacks, period: year(n) })));
});
