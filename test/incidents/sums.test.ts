import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import type { Database } from '../../src/database/database.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { freshDatabase } from '../support/engines.ts';
import { botOver, question } from '../support/world.ts';
import { madeIncidents } from './sums-made.ts';

let db: Database;
let bot: Bot;
beforeAll(async () => {
  db = await freshDatabase();
  const incidents = await openIncidents(db);
  const dataset = { id: 'ucdp', name: 'UCDP', licence: 'CC BY 4.0', citation: 'made up' };
  await incidents.apply(
    madeIncidents(1500).map((record) => ({ action: 'put' as const, record })),
    { dataset, by: 'test', why: 'sums', at: '2018-01-02T00:00:00Z' },
  );
  bot = await botOver(incidents);
});

const asked = (text: string, language = 'en', thread = text) =>
  bot.ask(
    question(text, {
      asker: {
        id: 'one',
        locale: language === 'en' ? 'en-GB' : language,
        timeZone: 'UTC',
        mayManage: false,
        mayCurate: false,
      },
      askedAt: new Date('2019-03-01T09:00:00Z'),
      thread,
    }),
  );

/** Incidents inside a period, by SQL: "2014", "2014-03", or from one day to before another. */
function during(period: string, to?: string): string {
  const [start, end] = to
    ? [period, to]
    : period.length === 4
      ? [`${period}-01-01`, `${Number(period) + 1}-01-01`]
      : [`${period}-01`, `${period}-32`];
  return `first >= '${start}' AND last < '${end}'`;
}
const where = (country: string, ...more: string[]) =>
  [`country = '${country}'`, ...more].map((one) => `(${one})`).join(' AND ');
const rows = async (sql: string) =>
  (await db.all(sql)).map((row) =>
    Object.values(row).map((v) => (typeof v === 'string' && /[a-z-]/i.test(v) ? v : Number(v))),
  );
const one = async (sql: string): Promise<number> => Number((await rows(sql))[0]?.[0] ?? 0);
const n = (clause: string) => one(`SELECT count(*) FROM incident WHERE ${clause}`);
const k = (clause: string, what = 'best') => one(`SELECT coalesce(sum(${what}), 0) FROM incident WHERE ${clause}`);
const percent = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;
const four = (x: number) => Math.round(x * 10_000) / 10_000;
const month = 'substr(first, 1, 7)';
const inMonth = 'substr(first, 1, 7) = substr(last, 1, 7)';
const quarter = (d: string) => `((CAST(substr(${d}, 6, 2) AS INTEGER) + 2) / 3)`;
const median = (figures: number[]) => {
  const sorted = figures.toSorted((a, b) => a - b);
  return ((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
};
const by = (key: string, clause: string, order: string) =>
  `SELECT ${key}, sum(best) FROM incident WHERE ${clause} GROUP BY 1 ORDER BY ${order}`;
const parties = "FROM incident i JOIN part p ON p.rid = i.rid WHERE p.actor <> 'Civilians'";
const boko = "rid IN (SELECT rid FROM part WHERE actor LIKE 'Jama%')";

type Gold = () => Promise<unknown>;
const Y = (country: string, year: number, ...more: string[]) => where(country, during(String(year)), ...more);

/** A question, and the figure in its answer. */
const figures: [string, Gold][] = [
  [
    'How many people were killed in Iraq in 2014, 2015 and 2016?',
    async () =>
      (await k(Y('Iraq', 2014))) +
      (await k(Y('Iraq', 2015))) +
      (await k(Y('Iraq', 2016))) +
      (await k(where('Iraq', during('2014-01-01', '2017-01-01'), 'substr(first, 1, 4) <> substr(last, 1, 4)'))),
  ],
  [
    'How many attacks were there in Syria in January, March and May 2016?',
    async () =>
      (await n(where('Syria', during('2016-01')))) +
      (await n(where('Syria', during('2016-03')))) +
      (await n(where('Syria', during('2016-05')))),
  ],
  [
    'By how much did deaths in Nigeria change between 2014 and 2015?',
    async () => (await k(Y('Nigeria', 2015))) - (await k(Y('Nigeria', 2014))),
  ],
  [
    'How many more people were killed in Syria in 2014 than in 2013?',
    async () => (await k(Y('Syria', 2014))) - (await k(Y('Syria', 2013))),
  ],
  [
    'How much did violence in Mexico rise year on year in 2016?',
    async () => (await n(Y('Mexico', 2016))) - (await n(Y('Mexico', 2015))),
  ],
  [
    'Deaths in Iraq in 2015 compared with the year before',
    async () => (await k(Y('Iraq', 2015))) - (await k(Y('Iraq', 2014))),
  ],
  [
    'Did attacks in Iraq go up or down in 2015 compared with 2014?',
    async () => (await n(Y('Iraq', 2015))) - (await n(Y('Iraq', 2014))),
  ],
  [
    'By how much did deaths in Syria change from 2013 to 2016?',
    async () => (await k(Y('Syria', 2016))) - (await k(Y('Syria', 2013))),
  ],
  [
    'What share of deaths in Iraq in 2014 were civilians?',
    async () => percent(await k(Y('Iraq', 2014), 'civilians'), await k(Y('Iraq', 2014))),
  ],
  [
    'What percentage of incidents in Nigeria in 2014 involved Boko Haram?',
    async () => percent(await n(Y('Nigeria', 2014, boko)), await n(Y('Nigeria', 2014))),
  ],
  [
    'What proportion of people killed in Syria in 2016 died in Aleppo province?',
    async () => percent(await k(Y('Syria', 2016, "admin1 = 'Aleppo governorate'")), await k(Y('Syria', 2016))),
  ],
  [
    'What share of the deaths in Iraq in 2015 were in April?',
    async () => percent(await k(where('Iraq', during('2015-04'))), await k(Y('Iraq', 2015))),
  ],
  [
    'What percentage of incidents in Iraq in 2015 killed more than 10 people?',
    async () => percent(await n(Y('Iraq', 2015, 'best > 10')), await n(Y('Iraq', 2015))),
  ],
  [
    'What share of the deaths in Syria in 2014 came from state-based violence?',
    async () => percent(await k(Y('Syria', 2014, "type = 'state-based'")), await k(Y('Syria', 2014))),
  ],
  [
    'What share of all deaths worldwide in 2014 were in Iraq?',
    async () => percent(await k(Y('Iraq', 2014)), await k(during('2014'))),
  ],
  [
    'Average number of people killed per attack in Nigeria in 2014',
    async () => four((await k(Y('Nigeria', 2014))) / (await n(Y('Nigeria', 2014)))),
  ],
  ['Average number killed per day in Syria in 2015', async () => four((await k(Y('Syria', 2015))) / 365)],
  ['average monthly deaths in Mexico in 2015', async () => four((await k(Y('Mexico', 2015))) / 12)],
  ['Average number of attacks per quarter in Iraq in 2015', async () => four((await n(Y('Iraq', 2015))) / 4)],
  [
    'What is the median number of people killed per incident in Iraq in 2014?',
    async () => median((await rows(`SELECT best FROM incident WHERE ${Y('Iraq', 2014)}`)).map(([b]) => Number(b))),
  ],
  [
    'median monthly deaths in Mexico in 2015',
    async () => median((await rows(by(month, Y('Mexico', 2015, inMonth), '1'))).map(([, b]) => Number(b))),
  ],
  [
    'Median number of attacks per month in Syria in 2014',
    async () =>
      median(
        (await rows(`SELECT ${month}, count(*) FROM incident WHERE ${Y('Syria', 2014, inMonth)} GROUP BY 1`)).map(
          ([, b]) => Number(b),
        ),
      ),
  ],
  [
    'What was the ratio of deaths in Syria to deaths in Iraq in 2014?',
    async () => four((await k(Y('Syria', 2014))) / (await k(Y('Iraq', 2014)))),
  ],
  [
    'How many times more people were killed in Syria than in Iraq in 2013?',
    async () => four((await k(Y('Syria', 2013))) / (await k(Y('Iraq', 2013)))),
  ],
  [
    'ratio of one-sided to state-based incidents in Nigeria in 2014',
    async () =>
      four((await n(Y('Nigeria', 2014, "type = 'one-sided'"))) / (await n(Y('Nigeria', 2014, "type = 'state-based'")))),
  ],
  [
    'How many people were killed in Syria in the first half of 2016?',
    () => k(where('Syria', during('2016-01-01', '2016-07-01'))),
  ],
  ['How many people were killed in Iraq in summer 2015?', () => k(where('Iraq', during('2015-06-01', '2015-09-01')))],
  [
    'How many states in Nigeria had more than 100 deaths in 2014?',
    () =>
      one(
        `SELECT count(*) FROM (SELECT admin1 FROM incident WHERE ${Y('Nigeria', 2014)} GROUP BY 1 HAVING sum(best) > 100) x`,
      ),
  ],
  [
    'How many days in 2016 had no attacks in Iraq?',
    async () =>
      366 - (await one(`SELECT count(DISTINCT first) FROM incident WHERE ${Y('Iraq', 2016, 'first = last')}`)),
  ],
  [
    'How many towns in Nigeria were attacked by Boko Haram in 2015?',
    () =>
      one(`SELECT count(DISTINCT place) FROM incident WHERE ${Y('Nigeria', 2015, boko, "where_precision = 'exact'")}`),
  ],
  [
    'How many people were killed in state-based violence in Syria in 2014?',
    () => k(Y('Syria', 2014, "type = 'state-based'")),
  ],
  ['How many attacks in Iraq in 2014 are in the UCDP data?', () => n(Y('Iraq', 2014))],
  [
    'De combien le nombre de morts au Nigeria a-t-il augmenté entre 2013 et 2014 ?',
    async () => (await k(Y('Nigeria', 2014))) - (await k(Y('Nigeria', 2013))),
  ],
  [
    "Quel pourcentage des attaques au Nigeria en 2015 ont eu lieu dans l'État de Borno ?",
    async () => percent(await n(Y('Nigeria', 2015, "admin1 = 'Borno state'")), await n(Y('Nigeria', 2015))),
  ],
  ['Moyenne de morts par jour en Syrie en 2014', async () => four((await k(Y('Syria', 2014))) / 365)],
  [
    'كم زاد عدد القتلى في نيجيريا في 2014 مقارنة بعام 2013؟',
    async () => (await k(Y('Nigeria', 2014))) - (await k(Y('Nigeria', 2013))),
  ],
  [
    'ما وسيط عدد القتلى كل شهر في المكسيك عام 2015؟',
    async () => median((await rows(by(month, Y('Mexico', 2015, inMonth), '1'))).map(([, b]) => Number(b))),
  ],
];

const languageOf = (text: string) =>
  /\p{Script=Arabic}/u.test(text) ? 'ar' : /\b(?:de combien|quel|moyenne|morts)\b/i.test(text) ? 'fr' : 'en';
/** As the first sentence has it. */
const inWords = (value: number): string => {
  const size = Math.abs(value);
  return new Intl.NumberFormat('en-GB').format(size < 1 ? Number(size.toPrecision(2)) : Math.round(size * 10) / 10);
};

test.each(figures)('%s', async (text, gold) => {
  const language = languageOf(text);
  const { data } = await asked(text, language);
  const expected = (await gold()) as number;
  expect(expected, 'the sample has something to tell').not.toBe(0);
  expect([data?.result?.value, data?.caveat]).toEqual([expected, undefined]);
  if (language === 'en') expect(data?.text.split('\n')[0]).toContain(inWords(expected));
});

const change = (country: string, unit: string, a: number, b: number, what = 'best') =>
  `SELECT ${unit}, sum(CASE WHEN ${during(String(b))} THEN ${what} ELSE 0 END) - sum(CASE WHEN ${during(String(a))} THEN ${what} ELSE 0 END) AS d FROM incident WHERE ${country} GROUP BY 1 ORDER BY 2`;
const dayKeys = where('Iraq', during('2014'), 'first = last');
const season = (d: string) =>
  `(((CAST(substr(${d}, 1, 4) AS INTEGER) * 12 + CAST(substr(${d}, 6, 2) AS INTEGER)) / 3) % 4)`;
const together = (clause: string) =>
  `SELECT a || ' | ' || b, count(*), sum(best) FROM (SELECT i.rid, i.best AS best, min(p.actor) AS a, max(p.actor) AS b FROM incident i JOIN part p ON p.rid = i.rid WHERE i.type <> 'one-sided' AND ${clause} GROUP BY i.rid, i.best) x GROUP BY 1`;

/** A question, the groups by SQL, and which figure of the answer's groups they have. */
const groups: [string, string, 'killed' | 'count' | 'change' | 'distinct' | undefined, number?][] = [
  [
    'Compare deaths in Nigeria in 2013, 2014 and 2015',
    [2013, 2014, 2015]
      .map((y) => `SELECT '${y}' AS k, sum(best) FROM incident WHERE ${Y('Nigeria', y)}`)
      .join(' UNION ALL ') + ' ORDER BY 1',
    'killed',
  ],
  [
    'killed per year in Mexico in 2013, 2015 and 2017',
    [2013, 2015, 2017]
      .map((y) => `SELECT '${y}' AS k, sum(best) FROM incident WHERE ${Y('Mexico', y)}`)
      .join(' UNION ALL ') + ' ORDER BY 1',
    'killed',
  ],
  [
    'Year-on-year change in deaths in Mexico, 2014 to 2016',
    [2014, 2015, 2016]
      .map(
        (y) =>
          `SELECT '${y}' AS k, (SELECT sum(best) FROM incident WHERE ${Y('Mexico', y)}) - (SELECT sum(best) FROM incident WHERE ${Y('Mexico', y - 1)})`,
      )
      .join(' UNION ALL ') + ' ORDER BY 1',
    'change',
  ],
  [
    'Which state in Nigeria had the biggest increase in deaths from 2013 to 2014?',
    `${change("country = 'Nigeria'", 'admin1', 2013, 2014)} DESC`,
    'change',
  ],
  [
    'Which countries saw the largest rise in attacks between 2015 and 2016?',
    `${change('TRUE', 'country', 2015, 2016, '1')} DESC`,
    'change',
  ],
  [
    'Which provinces of Syria had the biggest fall in deaths between 2016 and 2017?',
    change("country = 'Syria'", 'admin1', 2016, 2017),
    'change',
  ],
  [
    'Deaths in Iraq in 2014 by quarter',
    by(`'2014-Q' || ${quarter('first')}`, Y('Iraq', 2014, `${quarter('first')} = ${quarter('last')}`), '1'),
    'killed',
  ],
  [
    'Attaques en Irak en 2015 par trimestre',
    `SELECT '2015-Q' || ${quarter('first')}, count(*) FROM incident WHERE ${Y('Iraq', 2015, `${quarter('first')} = ${quarter('last')}`)} GROUP BY 1 ORDER BY 1`,
    'count',
  ],
  [
    'In which season are most people killed in Iraq?',
    `SELECT CASE ${season('first')} WHEN 0 THEN 'winter' WHEN 1 THEN 'spring' WHEN 2 THEN 'summer' ELSE 'autumn' END, sum(best) FROM incident WHERE ${where('Iraq', `${season('first')} = ${season('last')}`)} GROUP BY 1 ORDER BY 2 DESC`,
    'killed',
  ],
  ['Breakdown of deaths in Nigeria in 2014 by kind of violence', by('type', Y('Nigeria', 2014), '2 DESC'), 'killed'],
  [
    'Which dyad was deadliest in Syria in 2014?',
    `SELECT pair, killed FROM (${together(`i.country = 'Syria' AND i.first >= '2014-01-01' AND i.last < '2015-01-01'`).replace("a || ' | ' || b, count(*), sum(best)", "a || ' | ' || b AS pair, count(*) AS n, sum(best) AS killed")}) y ORDER BY 2 DESC`,
    'killed',
  ],
  [
    'Who fought whom in Syria in 2015?',
    `SELECT pair, n FROM (${together(`i.country = 'Syria' AND i.first >= '2015-01-01' AND i.last < '2016-01-01'`).replace("a || ' | ' || b, count(*), sum(best)", "a || ' | ' || b AS pair, count(*) AS n, sum(best) AS killed")}) y ORDER BY 2 DESC`,
    'count',
  ],
  ['What was the deadliest district in Syria in 2016?', by('admin2', Y('Syria', 2016), '2 DESC'), 'killed'],
  [
    'Which countries had more than 250 deaths in 2014?',
    `SELECT country, sum(best) FROM incident WHERE ${during('2014')} GROUP BY 1 HAVING sum(best) > 250 ORDER BY 2 DESC`,
    'killed',
  ],
  [
    'Months with more than 60 deaths in Iraq',
    `SELECT ${month}, sum(best) FROM incident WHERE ${where('Iraq', inMonth)} GROUP BY 1 HAVING sum(best) > 60 ORDER BY 2 DESC, count(*) DESC, 1 LIMIT 10`,
    'killed',
  ],
  [
    'Which states in Nigeria had more than 20 attacks in 2014?',
    `SELECT admin1, count(*) FROM incident WHERE ${Y('Nigeria', 2014)} GROUP BY 1 HAVING count(*) > 20 ORDER BY 2 DESC, 1`,
    'count',
  ],
  [
    'Which groups were active in at least two countries in 2015?',
    `SELECT p.actor, count(DISTINCT i.country) ${parties} AND i.first >= '2015-01-01' AND i.last < '2016-01-01' GROUP BY 1 HAVING count(DISTINCT i.country) > 1 ORDER BY 2 DESC`,
    'distinct',
  ],
  [
    'Which towns in Nigeria were attacked by more than three groups?',
    `SELECT i.place, count(DISTINCT p.actor) ${parties} AND i.country = 'Nigeria' AND i.where_precision = 'exact' GROUP BY 1 HAVING count(DISTINCT p.actor) > 3 ORDER BY 2 DESC, count(DISTINCT i.rid) DESC, 1`,
    'distinct',
  ],
  ['What was the deadliest day in Iraq in 2014?', by('first', dayKeys, '2 DESC, count(*) DESC, 1'), 'killed', 1],
  [
    'What was the record month for killings in Mexico?',
    by(month, where('Mexico', inMonth), '2 DESC, count(*) DESC, 1'),
    'killed',
    1,
  ],
  [
    'Quel a été le jour le plus meurtrier en Syrie en 2013 ?',
    by('first', Y('Syria', 2013, 'first = last'), '2 DESC, count(*) DESC, 1'),
    'killed',
    1,
  ],
  [
    'What was the quietest month in Syria in 2016?',
    `SELECT ${month}, count(*) FROM incident WHERE ${Y('Syria', 2016, inMonth)} GROUP BY 1 ORDER BY 2, 1`,
    'count',
    1,
  ],
];

describe('groups', () => {
  test.each(groups)('%s', async (text, sql, figure = 'killed', most = 10) => {
    const { data } = await asked(text, languageOf(text));
    const expected = (await rows(sql)).slice(0, most).map(([key, value]) => [String(key), value]);
    expect(expected.length).toBeGreaterThan(0);
    const found = (data?.result?.groups ?? []).slice(0, most).map((g) => [g.key, g[figure]]);
    expect([found, data?.caveat]).toEqual([expected, undefined]);
  });
});
