import { describe, expect, test } from 'vitest';
import { compose } from '../../src/answers/compose.ts';
import { composePreview } from '../../src/answers/subscription-messages.ts';
import { asParsedQuery, runQuery } from '../../src/app/run-query.ts';
import { isCoded } from '../../src/incidents/dataset-scope.ts';
import { endOfCountry } from '../../src/incidents/end-of-country.ts';
import { eventTypes } from '../../src/incidents/event-types.ts';
import { acled } from '../../src/incidents/import/formats/acled.ts';
import { gtd } from '../../src/incidents/import/formats/gtd.ts';
import { insecurityInsight } from '../../src/incidents/import/formats/insecurity-insight.ts';
import { ucdp } from '../../src/incidents/import/formats/ucdp.ts';
import { mappedFormat } from '../../src/incidents/import/mapping/mapped-format.ts';
import { mapping } from '../../src/incidents/import/mapping/mapping.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { type Filter, type Query, query } from '../../src/incidents/query.ts';
import { scopeGaps } from '../../src/incidents/scope-gap.ts';
import { told } from '../incidents/world.ts';
import { now, openStore } from '../support/world.ts';

const languages = ['en', 'fr', 'ar'] as const;
const table = mappedFormat(
  mapping.parse({
    dataset: { id: 'table', name: 'A table', licence: 'CC0', citation: 'x' },
    columns: { date: 'day', type: 'kind', killed: 'dead' },
    types: { bomb: 'bombing', raid: 'raid' },
  }),
);
const datasets = [ucdp, acled, gtd, insecurityInsight, table].map(({ dataset }) => dataset);
const year = (n: number) => ({ start: `${n}-01-01`, end: `${n + 1}-01-01` });
const country = (name: string): Filter['places'] => [
  { relation: 'in', name, level: 'country', countries: [name], dataNames: [name] },
];

async function storeOf(...held: { dataset: (typeof datasets)[number]; records: Incident[] }[]): Promise<Incidents> {
  const store = await openStore();
  for (const { dataset, records } of held)
    await store.apply(
      records.map((record) => ({ action: 'put' as const, record })),
      { dataset, by: 'test', why: 'test', at: now.toISOString() },
    );
  return store;
}
const one = (dataset: (typeof datasets)[number], more: Parameters<typeof told>[1] = {}, n = 1): Incident =>
  told(`${dataset.id}:${n}`, { day: '2016-05-05', type: dataset.scope?.kinds?.[0] ?? 'violence', killed: 3, ...more });

const answered = async (store: Incidents, asked: Partial<Query>, language: (typeof languages)[number]) => {
  const context = await runQuery(store, asParsedQuery(query.parse({ measure: 'list', filter: {}, ...asked })));
  return compose({ ...context, language });
};

const measures: Partial<Query>[] = [
  { measure: 'list' },
  { measure: 'count' },
  { measure: 'trend', by: 'month' },
  { measure: 'rank', by: 'admin1' },
];
const refusing = { en: /^\S.* does not record /, fr: /^\S.* ne recense pas /, ar: /^لا تسجّل بيانات / };
const denying = { en: /\bNo /, fr: /^Aucun/, ar: /^لا (?:حوادث|هجمات)/ };

describe.each(datasets)('$id denies only what it records', (dataset) => {
  test('every kind, in lists, counts, trends, rankings and subscriptions', async () => {
    const store = await storeOf({ dataset, records: [one(dataset)] });
    const coverage = await store.coverage();
    const untold: string[] = [];
    for (const { id } of eventTypes)
      for (const language of languages) {
        const coded = isCoded(id, dataset.scope?.kinds);
        const filter = { eventTypes: [id], places: country('Iraq'), period: year(2016) };
        for (const asked of measures) {
          const { data, parts } = await answered(store, { ...asked, filter }, language);
          const first = parts[0]?.kind === 'text' ? parts[0].text : '';
          const refused = refusing[language].test(first) && data?.caveat !== undefined;
          if (refused === coded || (refused && (data?.result?.value !== null || data?.result?.total !== 0)))
            untold.push(`${language} ${asked.measure} ${id}: ${first}`);
          if (!coded && denying[language].test(first)) untold.push(`${language} ${asked.measure} ${id}: ${first}`);
        }
        const standing = query.parse({ measure: 'list', filter: { eventTypes: [id] } });
        const [gap] = scopeGaps(standing, coverage);
        const { text } = composePreview(
          {
            ...{ words: id, by: 'Ana', at: now.toISOString(), mutedUntil: 0, changes: true, horizon: 7 },
            rhythm: { rhythm: 'at-once', at: '08:00', weekday: 'monday', zone: 'UTC' },
            query: standing,
          },
          {},
          { month: 0, year: 0 },
          language,
          gap,
        );
        if (refusing[language].test(text) === coded) untold.push(`${language} subscribe ${id}: ${text}`);
      }
    expect(untold).toEqual([]);
    await store.close();
  });
});

describe('beyond the scope', () => {
  const inIraq = { places: country('Iraq') };
  const first = async (store: Incidents, asked: Partial<Query>) => {
    const { data, parts } = await answered(store, asked, 'en');
    return [parts[0]?.kind === 'text' ? parts[0].text : '', data?.result] as const;
  };

  test('a kind: how many records mention it, with two examples', async () => {
    const records = ['Air raid on a market', 'Two warplanes struck', 'Clash', 'Airstrikes at night'].map(
      (headline, n) => one(ucdp.dataset, { more: { reports: [{ publisher: 'Wire', headline }] } }, n),
    );
    const store = await storeOf({ dataset: ucdp.dataset, records });
    const [words, result] = await first(store, { measure: 'count', filter: { ...inIraq, eventTypes: ['airstrike'] } });
    expect(words).toMatch(/^UCDP does not record airstrikes\. 2 of its 4 incidents in Iraq mention one in the text/);
    expect(result).toMatchObject({ total: 0, value: null, ids: [], nearest: { total: 2, ids: ['ucdp:3', 'ucdp:0'] } });
  });

  test('another dataset that records it is named', async () => {
    const store = await storeOf(
      { dataset: ucdp.dataset, records: [one(ucdp.dataset)] },
      { dataset: acled.dataset, records: [one(acled.dataset, { country: 'Mali', type: 'protest' })] },
    );
    const [words] = await first(store, { filter: { ...inIraq, eventTypes: ['protest'] } });
    expect(words).toMatch(/^UCDP does not record protests\. ACLED does, but not for this place and time\./);
    const [there] = await first(store, { filter: { places: country('Mali'), eventTypes: ['riot'] } });
    expect(there).toMatch(/^No riots in Mali/);
  });

  test('a casualty: everybody killed instead, never 0', async () => {
    const store = await storeOf({ dataset: ucdp.dataset, records: [one(ucdp.dataset)] });
    const [words, result] = await first(store, { measure: 'sum', of: 'wounded', filter: inIraq });
    expect(words).toBe(
      'UCDP does not record how many people were wounded. 3 people were killed in 1 incident in Iraq.',
    );
    expect(result).toMatchObject({ total: 0, value: null, nearest: { total: 1, value: 3 } });
  });

  test('a country and a time are not covered, which is not none', async () => {
    const store = await storeOf({ dataset: ucdp.dataset, records: [one(ucdp.dataset)] });
    const [chile] = await first(store, { filter: { places: country('Chile') } });
    expect(chile).toBe('Chile is not covered: the data has only Iraq.');
    const [later] = await first(store, { filter: { ...inIraq, period: year(2019) } });
    expect(later).toMatch(
      /^That time \([^)]+\) is not covered: the data of UCDP for Iraq ends on 5 May 2016\. The latest before/,
    );
    const [earlier] = await first(store, { filter: { ...inIraq, period: year(1980) } });
    expect(earlier).toMatch(/^That time \([^)]+\) is not covered: the data of UCDP begins on 5 May 2016\./);
    const [quiet] = await first(store, { filter: { ...inIraq, eventTypes: ['one-sided'], period: year(2016) } });
    expect(quiet).toMatch(/^No one-sided attacks in Iraq in 2016\./);
  });

  describe('a sample', () => {
    const whole = [{ country: 'Iraq', first: '2015-01-01', last: '2016-06-30' }];
    const dataset = { ...ucdp.dataset, scope: ucdp.dataset.scope && { ...ucdp.dataset.scope, whole } };
    const records = [
      one(dataset),
      one(dataset, { day: '2018-03-04' }, 2),
      one(dataset, { country: 'Mali', day: '2016-02-02' }, 3),
    ];

    test.each([
      [{ places: country('Mali') }, /^Of Mali, the data of UCDP has only a sample of the incidents\. “import ucdp”/],
      [
        { ...inIraq, period: year(2018) },
        /^Of Iraq, the data of UCDP has every incident only from 1 January 2015 to 30 June 2016, and a sample/,
      ],
      [{ ...inIraq, period: { start: '2015-06-01', end: null } }, /^Of Iraq, the data of UCDP has every incident only/],
    ])('says so where it has not all: %j', async (filter, words) => {
      const store = await storeOf({ dataset, records });
      expect((await first(store, { measure: 'count', filter }))[0]).toMatch(words);
      for (const language of languages)
        expect((await answered(store, { measure: 'count', filter }, language)).text).toMatch(/import ucdp/);
    });

    test('and not where it has all, whose end is the end of the data', async () => {
      const store = await storeOf({ dataset, records });
      const inMay = { ...inIraq, period: { start: '2016-05-01', end: '2016-06-01' } };
      const answer = await answered(store, { measure: 'count', filter: inMay }, 'en');
      expect(answer.text).not.toMatch(/sample/);
      const coverage = await store.coverage();
      expect(endOfCountry({ query: { filter: inIraq }, coverage })).toEqual({ country: 'Iraq', last: '2016-06-30' });
    });

    test('a difference with a country that it has not all of is not told', async () => {
      const store = await storeOf({ dataset, records });
      const sides = ['Iraq', 'Mali'].map((key) => ({ key, filter: { places: country(key) } }));
      expect((await first(store, { measure: 'difference', sides }))[1]?.value).toBe(null);
    });
  });

  test('a dataset that is not there is said not to be', async () => {
    const store = await storeOf({ dataset: ucdp.dataset, records: [one(ucdp.dataset)] });
    const [words, result] = await first(store, { filter: { ...inIraq, dataset: 'acled' } });
    expect(words).toBe('There is no data of “ACLED” here, only of UCDP.');
    expect(result).toMatchObject({ total: 0, value: null });
  });

  test('of several datasets only those with incidents there are credited', async () => {
    const mali = [one(acled.dataset, { country: 'Mali' })];
    const store = await storeOf(
      { dataset: ucdp.dataset, records: [one(ucdp.dataset)] },
      { dataset: acled.dataset, records: mali },
    );
    const { data } = await answered(store, { filter: inIraq }, 'en');
    expect(data?.datasets?.map(({ id }) => id)).toEqual(['ucdp']);
  });

  test('a choice of incidents denies nothing beside a dataset', async () => {
    const chosen = { id: 'chosen', name: 'Chosen', licence: 'CC0', citation: 'x' };
    const scope = { casualties: [], groups: [], sides: false, selected: true };
    const alone = await storeOf({ dataset: { ...chosen, scope }, records: [one(chosen)] });
    expect((await first(alone, { filter: { ...inIraq, eventTypes: ['riot'] } }))[0]).toMatch(/^No riots in Iraq/);
    const beside = await storeOf(
      { dataset: { ...chosen, scope }, records: [one(chosen)] },
      { dataset: ucdp.dataset, records: [one(ucdp.dataset)] },
    );
    expect((await first(beside, { filter: { ...inIraq, eventTypes: ['riot'] } }))[0]).toMatch(/^UCDP does not record/);
  });

  test('one side of a comparison is left out, and said', async () => {
    const store = await storeOf({ dataset: ucdp.dataset, records: [one(ucdp.dataset)] });
    const sides = ['Iraq', 'Chile'].map((key) => ({ key, filter: { places: country(key) } }));
    const [words, result] = await first(store, { measure: 'compare', sides });
    expect(words).toMatch(/^Chile is not covered: the data has only Iraq\. Iraq: 1 incident/);
    expect(result?.groups?.map(({ key }) => key)).toEqual(['Iraq']);
    const [none, beyond] = await first(store, { measure: 'difference', sides });
    expect(none).toMatch(/^Chile is not covered/);
    expect(beyond?.value).toBe(null);
  });

  test('figures that nobody gives are null, and those of nothing are 0', async () => {
    const records = [one(acled.dataset, { killed: undefined as never }), one(acled.dataset, { day: '2016-07-01' }, 2)];
    const store = await storeOf({ dataset: acled.dataset, records });
    const [, result] = await first(store, { measure: 'trend', by: 'month', filter: inIraq });
    expect(result?.groups).toMatchObject([
      { key: '2016-05', count: 1, killed: null, civilians: null },
      { key: '2016-07', count: 1, killed: 3, civilians: null },
    ]);
    const may = { ...inIraq, period: { start: '2016-05-01', end: '2016-06-01' } };
    expect((await first(store, { measure: 'sum', of: 'killed', filter: may }))[1]).toMatchObject({ value: null });
  });
});
