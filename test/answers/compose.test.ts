import { describe, expect, test } from 'vitest';
import { composeUnclear } from '../../src/answers/clarification.ts';
import { type Query, query } from '../../src/incidents/query.ts';
import { answerTo, type Given, group, some } from './composed.ts';

const first = (given: Given) => answerTo(given).text.split('\n')[0];
const inThree = (given: Given) => (['en', 'fr', 'ar'] as const).map((language) => first({ ...given, language }));
/** Cases named by what is said in English. */
const named = (cases: [Given, string[]][]) => cases.map(([given, said]) => [said[0], given, said] as const);
const labels = (given: Given) => answerTo(given).next.map(({ label }) => label);

describe('how many there are, and which are shown', () => {
  test.each(
    named([
      [
        { result: { total: 2, incidents: some(2) } }, // all of them
        ['2 incidents.', '2 incidents.', 'حادثان.'],
      ],
      [
        { result: { total: 3, incidents: some(2) } },
        ['3 incidents. The latest 2:', '3 incidents. Les plus récents (2) :', '3 حوادث. الأحدث (2):'],
      ],
      [
        { query: { order: 'oldest' }, result: { total: 2, incidents: some(1) } },
        ['2 incidents. The earliest:', '2 incidents. Le plus ancien :', 'حادثان. الأقدم:'],
      ],
      [
        { query: { offset: 5 }, result: { total: 7, incidents: some(2) } },
        ['7 incidents. Numbers 6 to 7, latest first:', '7 incidents. N° 6 à 7 :', '7 حوادث. الأرقام من 6 إلى 7:'],
      ],
      [{}, ['No incidents.', 'Aucun incident.', 'لا حوادث.']],
      [
        { query: { measure: 'first' }, result: { total: 2, incidents: some(1) } },
        [
          'The first of 2 incidents: Ambush, Mosul, 11 July 2020.',
          'Le premier incident sur 2 incidents : Embuscade, Mosul, 11 juillet 2020.',
          'الأول من حادثان: كمين، \u2068Mosul\u2069، 11 يوليو 2020.',
        ],
      ],
    ]),
  )('%s', (_, given, said) => expect(inThree(given)).toEqual(said));

  test.each<[string, Given, string[]]>([
    ['the first of two pages', { result: { total: 6, incidents: some(5) } }, ['More']],
    ['the only page', { result: { total: 5, incidents: some(5) } }, []],
    ['the last page', { query: { offset: 5 }, result: { total: 7, incidents: some(2) } }, ['Back']],
    ['one between', { query: { offset: 3 }, result: { total: 9, incidents: some(5) } }, ['More', 'Back']],
  ])('steps from %s', (_, given, steps) => {
    expect(labels(given)).toEqual([...steps, 'Map', 'Tell me about new ones', 'Export', 'Why?']);
  });
  test('the page before the second begins at the first', () => {
    const [, back] = answerTo({ query: { offset: 3 }, result: { total: 9, incidents: some(5) } }).next;
    expect(back).toMatchObject({ label: 'Back', action: { page: { offset: 0 } } });
  });
  test('nothing that is not there is exported or drawn', () =>
    expect(labels({})).toEqual(['Tell me about new ones', 'Why?']));
});

describe('several periods', () => {
  const year = (n: number) => ({ start: `${n}-01-01`, end: `${n + 1}-01-01` });
  const month = (n: number, of = 2016) => ({ start: `${of}-0${n}-01`, end: `${of}-0${n + 1}-01` });
  const day = (n: number) => ({ start: `2016-03-0${n}`, end: `2016-03-0${n + 1}` });
  test.each<[Query['filter']['periods'], string[]]>([
    [
      [year(2014), year(2015), year(2016)],
      [
        'No incidents in 2014, 2015 and 2016.',
        'Aucun incident en 2014, 2015 et 2016.',
        'لا حوادث في أعوام 2014 و2015 و2016.',
      ],
    ],
    [
      [year(2014), year(2016)],
      ['No incidents in 2014 and 2016.', 'Aucun incident en 2014 et 2016.', 'لا حوادث في عامي 2014 و2016.'],
    ],
    [
      [month(1), month(3)],
      [
        'No incidents in January and March 2016.',
        'Aucun incident en janvier et mars 2016.',
        'لا حوادث في يناير ومارس 2016.',
      ],
    ],
    [
      [month(1), month(1, 2017)],
      [
        'No incidents in January 2016 and January 2017.',
        'Aucun incident en janvier 2016 et janvier 2017.',
        'لا حوادث في يناير 2016 ويناير 2017.',
      ],
    ],
    [
      [day(3), day(5)],
      ['No incidents on 3 and 5 March 2016.', 'Aucun incident les 3 et 5 mars 2016.', 'لا حوادث في 3 و5 مارس 2016.'],
    ],
    [
      [year(2014), { start: '2016-03-04', end: '2016-03-09' }, { start: '2019-01-01', end: null }],
      [
        'No incidents in 2014, 4 to 8 March 2016 and since 2019.',
        'Aucun incident en 2014, du 4 mars 2016 au 8 mars 2016 et depuis 2019.',
        'لا حوادث في عام 2014 ومن 4 مارس 2016 إلى 8 مارس 2016 ومنذ 2019.',
      ],
    ],
  ])('%j', (periods, said) => expect(inThree({ query: { filter: { periods } } })).toEqual(said));
  test('are told as data, with what only overlaps them', () => {
    const periods = [year(2014), year(2016)];
    const { data } = answerTo({ query: { filter: { periods } }, result: { overlapping: 2 } });
    expect(data?.understood?.filter).toEqual({ periods });
    expect(data?.result).toMatchObject({ total: 0, overlapping: 2 });
  });
});

describe('tolls, series, ranks and sides', () => {
  const one = { total: 1, value: 1, low: 1, high: 1, incidents: some(1) };
  const deaths = (result: Given['result']): Given => ({ query: { measure: 'sum', of: 'killed' }, result });
  const wounds = (result: Given['result']): Given => ({ query: { measure: 'sum', of: 'wounded' }, result });
  test.each(
    named([
      [
        deaths(one),
        ['1 person was killed in 1 incident.', '1 personne tuée dans 1 incident.', 'قتيل واحد. المجموع من: حادث واحد.'],
      ],
      [
        deaths({ ...one, total: 2, value: 2, low: 2, high: 3, withoutFigure: 1, incidents: some(2) }),
        [
          '2 people were killed (best estimate; 2 to 3) in 1 incident. For 1 more incident no source gives a number.',
          '2 personnes tuées (meilleure estimation ; de 2 à 3) dans 1 incident. Pour 1 autre incident, aucune source ne donne de nombre.',
          'قتيلان (أفضل تقدير؛ من 2 إلى 3). المجموع من: حادث واحد. حوادث أخرى (1) لا يذكر أي مصدر عددًا لها.',
        ],
      ],
      [
        wounds({ total: 2, withoutFigure: 2, incidents: some(2) }),
        [
          'No source gives a number of people wounded for the 2 incidents.',
          'Aucune source ne donne le nombre de personnes blessées pour 2 incidents.',
          'لا يذكر أي مصدر عدد الجرحى: حادثان.',
        ],
      ],
      [
        // The low and high of the wounded are not known as such.
        wounds({ total: 5, value: 3, low: 1, high: 4, withoutFigure: 2, incidents: some(2) }),
        [
          '3 people were wounded in 3 incidents. For 2 more incidents no source gives a number.',
          '3 personnes blessées dans 3 incidents. Pour 2 autres incidents, aucune source ne donne de nombre.',
          '3 جرحى. المجموع من: 3 حوادث. حوادث أخرى (2) لا يذكر أي مصدر عددًا لها.',
        ],
      ],
      [
        // Of two equal years the first is named.
        {
          query: { measure: 'trend', of: 'killed', by: 'year' },
          result: { total: 5, groups: [group('2016', 3, 4), group('2017', 2, 4)] },
        },
        [
          '8 people killed, by year. Highest: 2016, 4 killed in 3 incidents.',
          '8 personnes tuées, par année. Maximum : 2016, 4 morts dans 3 incidents.',
          '8 قتلى، حسب السنة. الأعلى: 2016، 4 قتلى في 3 حوادث.',
        ],
      ],
      [
        {
          query: { measure: 'rank', of: 'killed', by: 'country', order: 'fewest' },
          result: { total: 3, groups: [group('Iraq', 1, 1), group('Mali', 2, 4)] },
        },
        [
          'The country with the fewest people killed: Iraq, with 1 killed in 1 incident.',
          'Le pays avec le moins de personnes tuées : Irak, avec 1 mort dans 1 incident.',
          'البلد ذو العدد الأقل من القتلى: العراق، قتيل واحد في حادث واحد.',
        ],
      ],
      [
        { query: { measure: 'compare' }, result: { total: 7, groups: [group('2016', 3, 4), group('2017', 4, 0)] } },
        [
          '2017: 4 incidents (0 killed); 2016: 3 incidents (4 killed).',
          '2017: 4 incidents (0 mort). 2016: 3 incidents (4 morts).',
          '2017: 4 حوادث (لا قتلى). 2016: 3 حوادث (4 قتلى).',
        ],
      ],
    ]),
  )('%s', (_, given, said) => expect(inThree(given)).toEqual(said));

  const ranked = (by: Query['by'], groups: ReturnType<typeof group>[], more: Given['result'] = {}): Given => ({
    query: { measure: 'rank', by, order: 'most' },
    result: { total: 9, groups, ...more },
  });
  test.each(
    named([
      [
        ranked('quarter', [group('2016-Q3', 3, 4)]),
        [
          'The quarter with the most incidents: Q3 2016, with 3 incidents (4 killed).',
          "Le trimestre avec le plus d'incidents : 3e trimestre 2016, avec 3 incidents (4 morts).",
          'ربع السنة ذو العدد الأكبر من حوادث: الربع الثالث من 2016، 3 حوادث (4 قتلى).',
        ],
      ],
      [
        ranked('half', [group('2016-H1', 3)]),
        [
          'The half-year with the most incidents: the first half of 2016, with 3 incidents (0 killed).',
          "Le semestre avec le plus d'incidents : 1er semestre 2016, avec 3 incidents (0 mort).",
          'نصف السنة ذو العدد الأكبر من حوادث: النصف الأول من 2016، 3 حوادث (لا قتلى).',
        ],
      ],
      [
        ranked('weekday', [group('5', 3)]),
        [
          'The day of the week with the most incidents: Friday, with 3 incidents (0 killed).',
          "Le jour de la semaine avec le plus d'incidents : vendredi, avec 3 incidents (0 mort).",
          'يوم الأسبوع ذو العدد الأكبر من حوادث: الجمعة، 3 حوادث (لا قتلى).',
        ],
      ],
      [
        ranked('hour', [group('09', 3)]),
        [
          'The hour of the day with the most incidents: 09:00 to 09:59, with 3 incidents (0 killed).',
          "L'heure de la journée avec le plus d'incidents : de 09:00 à 09:59, avec 3 incidents (0 mort).",
          'ساعة اليوم ذات العدد الأكبر من حوادث: من 09:00 إلى 09:59، 3 حوادث (لا قتلى).',
        ],
      ],
      [
        ranked('pair', [group('IS | SDF', 3)]),
        [
          'The pair of sides with the most incidents: Islamic State and Syrian Democratic Forces, with 3 incidents (0 killed).',
          "La paire de camps avec le plus d'incidents : Islamic State et Syrian Democratic Forces, avec 3 incidents (0 mort).",
          'ثنائي الأطراف ذو العدد الأكبر من حوادث: \u2068Islamic State\u2069 و\u2068Syrian Democratic Forces\u2069، 3 حوادث (لا قتلى).',
        ],
      ],
      [
        ranked('hour', [], { ungrouped: 9 }),
        [
          'The data does not tell the hour of the day of any of the 9 incidents.',
          'Les données ne permettent pas de répartir par heure de la journée : 9 incidents.',
          'لا تسمح البيانات بالتوزيع حسب ساعة اليوم: 9 حوادث.',
        ],
      ],
      [
        { ...ranked('weekday', [group('5', 3)]), query: { measure: 'trend', by: 'weekday' } },
        [
          '3 incidents, by day of the week. Highest: Friday, 3 incidents (0 killed).',
          '3 incidents, par jour de la semaine. Maximum : vendredi, 3 incidents (0 mort).',
          '3 حوادث، حسب يوم الأسبوع. الأعلى: الجمعة، 3 حوادث (لا قتلى).',
        ],
      ],
    ]),
  )('%s', (_, given, said) => expect(inThree(given)).toEqual(said));

  describe('the quietest', () => {
    const quietest = (by: Query['by'], period: Query['filter']['period'], keys: string[]): Given => ({
      query: { measure: 'rank', by, order: 'fewest', filter: period ? { period } : {} },
      result: { total: 9, groups: [group(keys[0] ?? '', 1)], keys },
    });
    test.each<[string, Given, string | RegExp]>([
      [
        'months of a year',
        quietest('quarter', { start: '2016-01-01', end: '2017-01-01' }, ['2016-Q2', '2016-Q4']),
        'No incidents in 2 quarters: Q1 2016 and Q3 2016. Among the others, the quarter with the fewest incidents in 2016: Q2 2016, with 1 incident (0 killed).',
      ],
      [
        'none is quiet',
        quietest('half', { start: '2016-01-01', end: '2017-01-01' }, ['2016-H1', '2016-H2']),
        /^The half-year/,
      ],
      [
        'not after the end of the data',
        quietest('year', { start: '2019-01-01', end: '2022-01-01' }, ['2019']),
        /^The year/,
      ],
      ['not before its beginning', quietest('year', { start: '1999-01-01', end: '2004-01-01' }, ['2003']), /^The year/],
      [
        'not a part of a month',
        quietest('month', { start: '2016-01-02', end: '2016-03-01' }, ['2016-02']),
        /^The month/,
      ],
      [
        'of an open period, between the first and the last',
        quietest('year', undefined, ['2005', '2007']),
        /^No incidents in 1 year: 2006\./,
      ],
      [
        'many',
        quietest('weekday', undefined, ['7']),
        /^No incidents in 6 days of the week: Monday, .*, Friday and 1 more\./,
      ],
      ['most', ranked('month', [group('2016-03', 1)]), /^The month/],
    ])('%s', (_, given, said) => expect(first(given)).toMatch(said));
    test('in three languages', () =>
      expect(inThree(quietest('year', undefined, ['2005', '2007'])).slice(1)).toEqual([
        "Aucun incident : 2006. Parmi les autres : l'année avec le moins d'incidents : 2005, avec 1 incident (0 mort).",
        'لا حوادث في: 2006. ومن بين البقية: السنة ذات العدد الأقل من حوادث: 2005، حادث واحد (لا قتلى).',
      ]));
  });

  test('that both sides of a fight are counted is said of actors, unless only attackers are', () => {
    const groups = [group('IS', 4, 1)];
    const ranked = (filter: Query['filter']) =>
      first({ query: { measure: 'rank', by: 'actor', filter }, result: { total: 5, groups } });
    expect(ranked({})).toMatch(/\. Both sides of a fight are counted/);
    expect(ranked({ eventTypes: ['attack-on-civilians'] })).not.toMatch(/Both sides/);
  });
});

test('one question back names what may be chosen, and numbers it', () => {
  const choices = ['Homs', 'Hama'].map((name) => ({
    means: { kind: 'place' as const, name },
    question: `attacks in ${name}`,
    query: query.parse({ measure: 'list', filter: {} }),
    readings: [],
  }));
  const { text, next } = composeUnclear({ kind: 'unclear', ask: { kind: 'which' }, choices, readings: [], unread: [] });
  expect(text).toMatch(/Homs or Hama\?\n1\. Homs\n2\. Hama$/);
  expect(next.map(({ label }) => label)).toEqual(['Homs', 'Hama']);
});
