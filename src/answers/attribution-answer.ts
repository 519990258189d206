import { type Attribution, type CasualtyKind, casualtyKinds, type Incident } from '../incidents/incident.ts';
import { unreportedCasualties } from './messages/english/casualties.ts';
import { clean } from './messages/english/text.ts';
import type { NarrativeMessages } from './messages/incident-narrative.ts';

/** The attributions with any of the statuses. */
export const withStatus = (list: Attribution[], ...statuses: Attribution['status'][]) =>
  list.filter((a) => statuses.includes(a.status));

/** Who claims responsibility, and whether that is confirmed, before other attributions. */
export function claims(w: NarrativeMessages, { attributions }: Incident): string[] {
  const own = withStatus(attributions, 'claimed');
  const others = [
    ...withStatus(attributions, 'blamed', 'suspected'),
    ...withStatus(attributions, 'denied'),
    ...withStatus(attributions, 'doubted'),
  ].map(w.attribution);
  if (own.length === 0) return [w.noClaim, ...others];
  return [
    ...own.map(w.attribution),
    ...(withStatus(attributions, 'confirmed').length ? [] : [w.unconfirmed]),
    ...others,
  ];
}

/** Who is blamed, and by whom; suspicions apart from accusations. */
export function blame(w: NarrativeMessages, { attributions }: Incident): string[] {
  const blamed = withStatus(attributions, 'blamed').map(w.attribution);
  const suspected = withStatus(attributions, 'suspected').map(w.attribution);
  const beside = withStatus(attributions, 'denied', 'doubted', 'confirmed').map(w.attribution);
  return [...(blamed.length ? blamed : [suspected.length ? w.suspectedOnly : w.noBlame]), ...suspected, ...beside];
}

/** Who denies responsibility, before other attributions. */
export function denials(w: NarrativeMessages, { attributions }: Incident): string[] {
  const denied = withStatus(attributions, 'denied').map(w.attribution);
  const others = withStatus(attributions, 'claimed', 'blamed', 'suspected', 'doubted').map(w.attribution);
  return [...(denied.length ? denied : [w.noDenial]), ...others];
}

/** Whether a publisher is the voice of one that claims the incident: "Islamic State, via Amaq". */
const isVoice = (publisher: string, attributions: readonly Attribution[]): boolean =>
  attributions.some(
    ({ status, by }) =>
      status === 'claimed' && (by === publisher || by.split(/,? via /).at(-1) === publisher) && by.includes(','),
  );

/**
 * Publishers that report themselves, and those quoted only by another; the voice of one that claims it is neither.
 */
function publishers(
  w: NarrativeMessages,
  { reports: all, attributions }: Incident,
): { own: string[]; relayed: string[] } {
  const reports = all.filter((p) => !isVoice(p.publisher, attributions));
  const named = (names: string[]) => [...new Set(names.map((name) => w.name(clean(name, 80))))];
  const own = named(reports.filter((p) => !p.via).map((p) => p.publisher));
  const through = named(reports.flatMap((p) => (p.via ? [p.via] : []))).filter((v) => !own.includes(v));
  const relayed = named(reports.filter((p) => p.via).map((p) => p.publisher));
  const independent = [...own, ...through];
  return { own: independent, relayed: relayed.filter((p) => !independent.includes(p)) };
}

function independence(w: NarrativeMessages, r: Incident): string {
  const { own, relayed } = publishers(w, r);
  const [only] = own;
  if (only === undefined) return w.sources.none;
  return [
    own.length === 1 ? w.sources.one(only) : w.sources.several(own.length, w.list(own)),
    ...(relayed.length ? [w.sources.relayed(relayed, own)] : []),
    ...(r.sourceCount && r.sourceCount !== own.length ? [w.sources.counted(r.sourceCount)] : []),
  ].join(' ');
}

/** The casualties that sources state, and those of which they give none. */
export const casualtyLines = (w: NarrativeMessages, r: Incident): string[] => [
  ...w.harms(r).map((h) => h.words),
  ...unreportedCasualties(r).map((harm) => w.unknown[harm]),
];

/** The sources of an incident: of its deaths, how independent they are, and each report. */
export function sources(w: NarrativeMessages, r: Incident): string[] {
  const figures = [...new Set(r.casualties.flatMap((c) => (c.by ? [w.name(clean(c.by, 80))] : [])))];
  const [one] = figures;
  const tolls =
    one === undefined ? [] : [figures.length === 1 ? w.sources.oneFigure(one) : w.sources.figuresFrom(w.list(figures))];
  return [
    ...w.harms(r).flatMap(({ harm, words }) => (harm === 'killed' && figures.length > 0 ? [words] : [])),
    independence(w, r),
    ...tolls,
    ...r.reports.map((p) => `- ${w.report(p)}`),
  ];
}

/** How independent the sources of an incident are, and each report. */
export const sourceLines = (w: NarrativeMessages, r: Incident): string[] => [
  independence(w, r),
  ...r.reports.map((p) => `- ${w.report(p)}`),
];

/** Quotes, with their sources. */
export function quotes(w: NarrativeMessages, r: Incident): string[] {
  const { lead, none, line, via, headline, unnamed } = w.quotes;
  const quoted = (quote: string, by: string) => line(w.name(clean(quote, 300)), by);
  const by = (name: string) => w.name(clean(name, 160));
  const said = [
    ...r.reports.flatMap((p) =>
      p.quote ? [quoted(p.quote, p.via ? via(by(p.publisher), by(p.via)) : by(p.publisher))] : [],
    ),
    ...r.reports.flatMap((p) => (p.headline ? [quoted(p.headline, headline(by(p.publisher)))] : [])),
    ...r.attributions.flatMap((a) => (a.quote ? [quoted(a.quote, by(a.by))] : [])),
    ...r.details.flatMap((d) => (d.quote ? [quoted(d.quote, d.by ? by(d.by) : unnamed)] : [])),
  ];
  return said.length ? [lead, ...new Set(said)] : [none];
}

/** A casualty figure with its sources, and whether they agree. */
function figure(w: NarrativeMessages, r: Incident, harm: CasualtyKind): string[] {
  const given = r.casualties.flatMap((c) => {
    const toll = c[harm];
    return typeof toll === 'object' ? [{ c, toll }] : [];
  });
  const whole = given.filter(({ c }) => c.group === 'all');
  const entries = whole.length ? whole : given;
  if (entries.length === 0) return [];
  const { figure, figures, accounts, single, reporters } = w.standing;
  const givers = new Set(entries.map(({ c }) => `${c.by ?? ''} ${c.account ?? ''}`));
  const lead = figures(harm, w.list(entries.slice(0, 6).map(({ c, toll }) => figure(c, toll))));
  if (givers.size > 1) return [`${lead} ${accounts(givers.size)}`];
  const { own } = publishers(w, r);
  return [[lead, single, ...(own.length > 1 ? [reporters(w.list(own.slice(0, 4)))] : [])].join(' ')];
}

/** Whether figures and responsibility are confirmed, or one source's claim. */
export function verificationLines(w: NarrativeMessages, r: Incident): string[] {
  const figures = casualtyKinds.flatMap((harm) => figure(w, r, harm));
  const confirmed = withStatus(r.attributions, 'confirmed').map(w.attribution);
  const said = withStatus(r.attributions, 'claimed', 'blamed', 'suspected', 'denied').map(w.attribution);
  const who = confirmed.length ? confirmed : said.length ? [w.standing.open, ...said] : [w.noClaim];
  return [...(figures.length ? figures : [w.standing.noFigure]), ...who, independence(w, r)];
}
