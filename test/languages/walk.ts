import type { MessageCatalogue } from '../../src/answers/messages/catalogue.ts';
import type { CaveatMessages } from '../../src/answers/messages/caveat.ts';
import type { ChangeAction, ChangeMessages } from '../../src/answers/messages/changes.ts';
import type { ClarificationMessages } from '../../src/answers/messages/clarification.ts';
import type { Difference, FigureMessages } from '../../src/answers/messages/figures.ts';
import type { NarrativeMessages } from '../../src/answers/messages/incident-narrative.ts';
import { type ExplanationMessages, facets } from '../../src/answers/messages/why.ts';
import type { Attribution, Incident } from '../../src/incidents/incident.ts';
import { record } from '../../src/incidents/incident.ts';
import { type TimeUnit, unitKey } from '../../src/incidents/time-units.ts';
import type { ClarificationChoice, DeclineReason } from '../../src/reading/parse-result.ts';
import { alerts, numbers, signed, standing } from './walk-alerts.ts';

const statuses: Attribution['status'][] = [
  'observed',
  'suspected',
  'blamed',
  'claimed',
  'denied',
  'doubted',
  'confirmed',
];
const figure = (best: number) => ({ low: best, best, high: best + 1 });

/** An incident of which everything is said, in words of no language. */
const sample = record.parse({
  kind: 'incident',
  id: 'zzz:1',
  when: { start: '2016-03-01', end: '2016-03-02', precision: 'day', partOfDay: 'night' },
  where: { place: 'Zzz', admin1: 'Zzz Zz', country: 'Iraq', precision: 'province' },
  eventTypes: ['airstrike'],
  actors: (['attacker', 'target', 'victim', 'party', 'other'] as const).map((role) => ({ actor: 'Zzz', role })),
  attributions: statuses.map((status) => ({ actor: 'Zzz', status, by: 'Zzz Zz', quote: 'Zz', note: 'Zz' })),
  casualties: [
    { group: 'all', killed: figure(3), wounded: 'number unknown', abducted: 'none reported', by: 'Zzz' },
    { group: 'civilians', killed: figure(1), arrested: figure(2), by: 'Zz', account: 'zz' },
  ],
  reports: [
    { publisher: 'Zzz', date: '2016-03-01', headline: 'Zz' },
    { publisher: 'Zz', via: 'Zzz', quote: 'Zz' },
  ],
  flags: ['estimate-order', 'candidate', 'unreviewed', 'vanished'],
  corrections: [
    {
      by: 'Zzz',
      at: '2016-03-04T05:06:00Z',
      why: 'Zz',
      now: { title: 'Zzz', when: { start: null, end: null, precision: 'unknown' }, eventTypes: ['bombing'] },
      was: { title: 'Zz', when: { start: null, end: null, precision: 'unknown' }, eventTypes: ['airstrike'] },
      casualty: { group: 'all', killed: figure(1) },
      confirmed: true,
    },
    { by: 'Zzz', at: '2016-03-04T05:06:00Z', why: 'Zz', now: {}, was: {}, confirmed: true },
  ],
  accounts: [
    {
      id: 'zzz:2',
      told: 'Zzz',
      when: { start: '2016-03-03', end: '2016-03-03', precision: 'day' },
      where: { place: 'Zz', precision: 'exact' },
      eventTypes: ['bombing'],
      by: 'Zzz',
      at: '2016-03-04T05:06:00Z',
      why: 'Zz',
      confidence: 0.9,
    },
  ],
}) as Incident;

function account(w: NarrativeMessages): string[] {
  const { who, target, sources, quotes, standing } = w;
  const own = { actor: 'Zzz', by: 'Zzz' };
  return [
    w.title(sample),
    w.when(sample.when),
    w.where(sample),
    w.about('1', '2'),
    w.headed('1', '2'),
    w.clauses('1', '2'),
    ...w.card(sample).facts.map((f) => `${f.label}: ${f.words}`),
    ...sample.attributions.map(w.attribution),
    ...statuses.map((status) => w.attribution({ ...own, status })),
    ...sample.reports.map(w.report),
    w.alsoReported('1'),
    ...[who.open, who.nobody, who.recorded('1'), who.reported('1'), target.none, target.named('1')],
    ...Object.values(w.unsaid),
    ...[w.noClaim, w.unconfirmed, w.suspectedOnly, w.noBlame, w.noDenial],
    ...w.harms(sample).map((h) => h.words),
    ...Object.values(w.unknown),
    ...[sources.none, sources.one('1'), sources.oneFigure('1'), sources.figuresFrom('1')],
    sources.relayed(['1'], ['2']),
    sources.relayed(['1', '2'], ['3', '4']),
    ...[quotes.lead, quotes.none, quotes.line('1', '2'), quotes.via('1', '2'), quotes.headline('1'), quotes.unnamed],
    ...numbers.slice(1).flatMap((n) => [sources.several(n, '1'), sources.counted(n), standing.accounts(n)]),
    ...sample.casualties.flatMap((c) => (c.killed ? [standing.figure({ ...c, by: undefined }, c.killed)] : [])),
    standing.figures('wounded', '1'),
    ...[standing.single, standing.reporters('1'), standing.noFigure, standing.open],
  ];
}

const meanings: ClarificationChoice['means'][] = [
  { kind: 'place', name: 'Zzz' },
  ...(['admin1', 'admin2', 'town', 'country'] as const).map((level) => ({
    kind: 'place' as const,
    name: 'Zzz',
    level,
    country: 'Iraq',
  })),
  { kind: 'actor', name: 'Zzz', country: 'Iraq' },
  { kind: 'day', day: '2016-03-04' },
];
const refusals: DeclineReason[] = ['forecast', 'advice', 'whereabouts', 'opinion', 'elsewhere', 'off-topic'];

const back = (w: ClarificationMessages): string[] => [
  w.which('1'),
  w.unknown('1', '2'),
  w.unknown('1', undefined),
  w.change,
  w.unread('1'),
  w.alone('1'),
  ...[undefined, ...numbers].map((n) => w.nth(n)),
  ...meanings.flatMap((means) => [w.choice(means), w.instead(means)]),
  ...refusals.map((why) => w.declined(why)),
  w.tooLong(1000, 500),
  ...[w.over, w.nothingToExplain, w.failed('1'), w.tooSlow, w.expired, w.thanks.right, w.thanks.wrong],
];

const why = (w: ExplanationMessages): string[] => [
  ...facets.map((facet) => w.word('1', w.facets[facet], undefined)),
  w.word('1', w.facets.place, w.place('Zzz', 'Iraq')),
  w.place('Iraq', undefined),
  w.read(['1', '2']),
  w.nothingRead,
  ...numbers.map((n) => w.found(n, 1000)),
  w.others(['1', '2']),
  w.assumed({ kind: 'name', said: '1', name: 'Zzz' }),
  w.assumed({ kind: 'season', said: '1' }),
  w.assumed({ kind: 'hours', said: '1', from: 4, to: 8 }),
  w.assumed({ kind: 'zone', letter: 'Z' }),
  w.assumed({ kind: 'same-day', said: '1', day: '2016-03-04' }),
  w.assumed({ kind: 'run-up' }),
  w.assumed({ kind: 'moon' }),
];

const caveat = (w: CaveatMessages): string[] => [
  ...[['1'], ['1', '2']].flatMap((said) => [w.ignored(said), w.group(said), w.elsewhere(said)]),
  w.assumed([['1', '2']]),
  w.assumed([
    ['1', '2'],
    ['3', '4'],
  ]),
];

const acts: ChangeAction[] = ['add', 'correct', 'retract', 'merge', 'absorb', 'split', 'release', 'vanish'];
const span = { since: signed.at, before: signed.at };

function changes(w: ChangeMessages): string[] {
  const iraq = { eventTypes: ['violence'] };
  return [
    w.toll('killed', null, 3, ['1']),
    w.toll('wounded', 1000, null, ['1', '2']),
    w.toll('arrested', 0, 1, []),
    ...sample.attributions.flatMap((a) => [w.newClaim(a), w.goneClaim(a)]),
    ...[w.place('1', '2'), w.date('1', '2'), w.kind(['airstrike'], ['bombing', 'arson'])],
    ...[w.together('1', '2.'), w.apart('1', '2.'), w.back('1.')],
    ...acts.flatMap((action) => [w.act(action, '1', signed), w.act(action, undefined, signed)]),
    w.also(['sources', 'spelling']),
    ...numbers.slice(1).flatMap((n) => [w.more(n), w.deaths(n), w.deaths(-n), w.origin(n, signed)]),
    ...[w.time('import'), w.time(span), w.time({ ...span, since: null }), w.time({ ...span, before: null })],
    ...acts.flatMap((action) => numbers.slice(1).map((n) => w.summary(n, iraq, w.time(span), [{ action, n }]))),
    w.nothing({}, ''),
    w.nothing({}, w.time('import')),
    ...Object.values(w.table),
    ...Object.values(w.fields),
    w.revision(2, undefined, '1'),
    w.revision(2, '1', '2'),
    w.retracted(signed),
    ...Object.values(w.records),
    ...[w.source('1'), w.changed('1'), w.takenBack('1', '2')],
  ];
}

const sides: Difference['sides'][] = [
  [
    { key: '2016', filter: { period: { start: '2016-01-01', end: '2017-01-01' } } },
    { key: '2015', filter: { period: { start: '2015-01-01', end: '2016-01-01' } } },
  ],
  [
    { key: '1', filter: { eventTypes: ['airstrike'] } },
    { key: 'Zzz', filter: {} },
  ],
];
function figures(w: FigureMessages): string[] {
  const ofs = ['incidents', 'killed', 'civilians killed', 'wounded', 'abducted', 'arrested'] as const;
  const time = (by: TimeUnit) => ({ by, count: 3, first: unitKey(0, by), last: unitKey(400 * 86_400_000, by) });
  return ofs.flatMap((of) => [
    w.untold(of, {}),
    ...sides.flatMap((both) =>
      [0, 1, -1, 1000].flatMap((value) =>
        [undefined, 3.4, -21].map((percent) =>
          w.difference({ of, filter: {}, value, percent, sides: both, figures: [1000, 1000 - value] }),
        ),
      ),
    ),
    ...[0, 0.35, 1, 2, 12.4096].flatMap((value) =>
      [
        { incidents: 3 },
        time('month'),
        ...(['day', 'week', 'month', 'quarter', 'half', 'year'] as const).map(time),
        { ...time('year'), count: 1, last: '1970' },
      ].map((per) => w.average({ of, filter: {}, value, sum: 5, per })),
    ),
    ...([undefined, 'under', 'over'] as const).flatMap((bound) =>
      [undefined, { eventTypes: ['airstrike'] }, { source: 'Zzz' }].map((which) =>
        w.share({ of, filter: {}, percent: 27.3, bound, part: 3, whole: 11, which }),
      ),
    ),
  ]);
}

/** Everything that all languages have words for in the same way. */
export const pieces = (w: MessageCatalogue): string[] => [
  ...account(w.account),
  ...back(w.back),
  ...why(w.why),
  ...caveat(w.caveat),
  ...changes(w.changes),
  ...alerts(w.alerts),
  ...standing(w.standing),
  ...figures(w.figures),
];
