import type { Attribution, Incident, Toll } from '../incidents/incident.ts';
import { attribution, reportWords } from './wording/card.ts';
import { casualtySentences, toll } from './wording/tolls.ts';
import { capital, clean, list, plural, sentence } from './wording/words.ts';

export const stated = (list: Attribution[], ...statuses: Attribution['status'][]) =>
  list.filter((a) => statuses.includes(a.status));
export const told = (all: Attribution[]) => all.map((a) => sentence(capital(attribution(a))));

export function claims({ attributions }: Incident): string[] {
  const own = stated(attributions, 'claimed');
  const others = told([
    ...stated(attributions, 'blamed', 'suspected'),
    ...stated(attributions, 'denied'),
    ...stated(attributions, 'doubted'),
  ]);
  if (own.length === 0) return ['No source reports a claim of responsibility.', ...others];
  return [
    ...told(own),
    ...(stated(attributions, 'confirmed').length ? [] : ['The claim is not confirmed.']),
    ...others,
  ];
}

/** Who is blamed, and by whom; a suspicion is kept apart from a charge. */
export function blame({ attributions }: Incident): string[] {
  const blamed = told(stated(attributions, 'blamed'));
  const suspected = told(stated(attributions, 'suspected'));
  const beside = told(stated(attributions, 'denied', 'doubted', 'confirmed'));
  const none = suspected.length
    ? 'No source blames anyone outright; some suspect:'
    : 'No source blames or suspects anyone.';
  return [...(blamed.length ? blamed : [none]), ...suspected, ...beside];
}

export function denials({ attributions }: Incident): string[] {
  const denied = told(stated(attributions, 'denied'));
  const others = told(stated(attributions, 'claimed', 'blamed', 'suspected', 'doubted'));
  return [...(denied.length ? denied : ['No source reports that anyone has denied it.']), ...others];
}

/** Publishers by their own word, and those known only through another. */
function publishers({ reports }: Incident): { own: string[]; relayed: string[] } {
  const own = [...new Set(reports.filter((p) => !p.via).map((p) => clean(p.publisher, 80)))];
  const through = [...new Set(reports.flatMap((p) => (p.via ? [clean(p.via, 80)] : [])))].filter(
    (v) => !own.includes(v),
  );
  const relayed = [...new Set(reports.filter((p) => p.via).map((p) => clean(p.publisher, 80)))];
  const independent = [...own, ...through];
  return { own: independent, relayed: relayed.filter((p) => !independent.includes(p)) };
}

function independence(r: Incident): string {
  const { own, relayed } = publishers(r);
  if (own.length === 0) return 'No source is named.';
  const first =
    own.length === 1
      ? `Only one independent source reports it: ${own[0]}.`
      : `${plural(own.length, 'independent source')} report it: ${list(own)}.`;
  const rest = relayed.length
    ? ` ${list(relayed)} ${relayed.length === 1 ? 'is' : 'are'} known only through ${own.length === 1 ? own[0] : 'them'}.`
    : '';
  const counted =
    r.sourceCount && r.sourceCount !== own.length ? ` Its dataset counts ${plural(r.sourceCount, 'report')}.` : '';
  return `${first}${rest}${counted}`;
}

export function sources(r: Incident): string[] {
  const figures = [...new Set(r.casualties.flatMap((c) => (c.by ? [clean(c.by, 80)] : [])))];
  const tolls =
    figures.length === 1
      ? [`The figures rest on a single source, ${figures[0]}; no second source confirms them.`]
      : figures.length
        ? [`Figures come from ${list(figures)}.`]
        : [];
  return [
    ...casualtySentences(r).filter((s) => /^Killed/.test(s) && figures.length > 0),
    independence(r),
    ...tolls,
    ...r.reports.map((p) => `- ${reportWords(p)}`),
  ];
}

const quoted = (quote: string, by: string) => `- “${clean(quote, 300)}” — ${clean(by, 160)}`;

/** What the sources say in their own words, and whose they are. */
export function quotes(r: Incident): string[] {
  const said = [
    ...r.reports.flatMap((p) =>
      p.quote ? [quoted(p.quote, p.via ? `${p.publisher}, via ${p.via}` : p.publisher)] : [],
    ),
    ...r.reports.flatMap((p) => (p.headline ? [quoted(p.headline, `headline of ${p.publisher}`)] : [])),
    ...r.attributions.flatMap((a) => (a.quote ? [quoted(a.quote, a.by)] : [])),
    ...r.details.flatMap((d) => (d.quote ? [quoted(d.quote, d.by ?? 'source not named')] : [])),
  ];
  return said.length ? ['In the sources’ own words:', ...new Set(said)] : ['No source is quoted word for word.'];
}

const harms = ['killed', 'wounded', 'abducted', 'arrested'] as const;

/** Who gives a figure, and whether others give it too. */
function figure(r: Incident, harm: (typeof harms)[number]): string[] {
  const given = r.casualties.filter((c) => typeof c[harm] === 'object');
  const whole = given.filter((c) => c.group === 'all');
  const entries = whole.length ? whole : given;
  const [first] = entries;
  if (!first) return [];
  const words = (c: (typeof entries)[number]) =>
    `${c.group === 'all' ? '' : `${clean(c.group, 80)}: `}${toll(c[harm] as Toll)} (${clean(c.by ?? 'source not named', 100)}${c.account ? `, ${clean(c.account, 80)}` : ''})`;
  const givers = new Set(entries.map((c) => `${c.by ?? ''} ${c.account ?? ''}`));
  const lead = `${capital(harm)}: ${list(entries.slice(0, 6).map(words))}.`;
  if (givers.size > 1) return [`${lead} ${plural(givers.size, 'account')} give figures; they stand side by side.`];
  const { own } = publishers(r);
  const reports = own.length > 1 ? ` ${list(own.slice(0, 4))} report the incident.` : '';
  return [`${lead} That is one source’s figure; no second source confirms it.${reports}`];
}

/** Whether what is said is somebody's word or confirmed: the figures, then who did it. */
export function standing(r: Incident): string[] {
  const figures = harms.flatMap((harm) => figure(r, harm));
  const confirmed = told(stated(r.attributions, 'confirmed'));
  const said = told(stated(r.attributions, 'claimed', 'blamed', 'suspected', 'denied'));
  const who = confirmed.length
    ? confirmed
    : said.length
      ? ['Who did it is claimed or suspected, and confirmed by nobody.', ...said]
      : ['No source reports a claim of responsibility.'];
  return [...(figures.length ? figures : ['No source gives a figure.']), ...who, independence(r)];
}
