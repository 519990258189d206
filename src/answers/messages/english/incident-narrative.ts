import type { NarrativeMessages, QuotedAspect } from '../incident-narrative.ts';
import { attribution, cardOf, reportWords, title, where } from './card.ts';
import { casualtyFacts, casualtyText } from './casualties.ts';
import { when } from './dates.ts';
import { around, shortKinds } from './filter.ts';
import { capital, clean, list, plural, sentence } from './text.ts';

const unsaid = (about: QuotedAspect) => `No source says (${about}).`;

export const englishAccount: NarrativeMessages = {
  list,
  name: (text) => text,
  actor: (name) => name,
  title,
  when,
  where,
  card: cardOf,
  about: (title, words) => `${title}: ${words}`,
  clauses: (a, b) => `${a}; ${b}`,
  deadliestOf: (n, filter) =>
    `${plural(n, shortKinds(filter, 1), shortKinds(filter, 2))}${around(filter) ? ` ${around(filter)}` : ''} fit; this is the deadliest.`,
  headed: (title, when) => `${title}, ${when}`,
  attribution: (a) => sentence(capital(attribution(a))),
  report: reportWords,
  alsoReported: (statement) => `Also reported: ${statement}`,
  who: {
    open: 'Who did it is not established.',
    recorded: (sides) => `Recorded as ${sides}.`,
    reported: (sides) => `${capital(sides)}, as reported.`,
    nobody: 'No source says who did it; nobody is named as responsible.',
  },
  target: { named: (names) => `Reported as the target: ${names}.`, none: 'No source names the target.' },
  unsaid: {
    seized: unsaid('seized'),
    arrests: unsaid('arrests'),
    damage: unsaid('damage'),
    weapon: unsaid('weapon'),
    motive: unsaid('motive'),
    victims: unsaid('victims'),
    statement: unsaid('statement'),
  },
  noClaim: 'No source reports a claim of responsibility.',
  unconfirmed: 'The claim is not confirmed.',
  suspectedOnly: 'No source blames anyone outright; some suspect:',
  noBlame: 'No source blames or suspects anyone.',
  noDenial: 'No source reports that anyone has denied it.',
  harms: (r) => casualtyFacts(r).map(({ harm, label, words }) => ({ harm, words: `${label}: ${words}.` })),
  unknown: {
    killed: 'No source says how many people, if any, were killed.',
    wounded: 'No source says how many people, if any, were wounded.',
  },
  sources: {
    none: 'No source is named.',
    one: (name) => `Only one independent source reports it: ${name}.`,
    several: (n, names) => `${plural(n, 'independent source')} report it: ${names}.`,
    relayed: (names, through) =>
      `${list(names)} ${names.length === 1 ? 'is' : 'are'} known only through ${through.length === 1 ? through[0] : 'them'}.`,
    counted: (n) => `Its dataset counts ${plural(n, 'report')}.`,
    oneFigure: (name) => `The figures rest on a single source, ${name}; no second source confirms them.`,
    figuresFrom: (names) => `Figures come from ${names}.`,
  },
  quotes: {
    lead: 'In the sources’ own words:',
    none: 'No source is quoted word for word.',
    line: (quote, by) => `- “${quote}” — ${by}`,
    via: (publisher, via) => `${publisher}, via ${via}`,
    headline: (publisher) => `headline of ${publisher}`,
    unnamed: 'source not named',
  },
  standing: {
    figure: (c, told) =>
      `${c.group === 'all' ? '' : `${clean(c.group, 80)}: `}${casualtyText(told)} (${clean(c.by ?? 'source not named', 100)}${c.account ? `, ${clean(c.account, 80)}` : ''})`,
    figures: (harm, figures) => `${capital(harm)}: ${figures}.`,
    accounts: (n) => `${plural(n, 'account')} give figures; they stand side by side.`,
    single: 'That is one source’s figure; no second source confirms it.',
    reporters: (names) => `${names} report the incident.`,
    noFigure: 'No source gives a figure.',
    open: 'Who did it is claimed or suspected, and confirmed by nobody.',
  },
};
