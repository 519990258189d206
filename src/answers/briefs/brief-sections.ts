import type { Incident } from '../../incidents/incident.ts';
import { withStatus } from '../attribution-answer.ts';
import { composeChangeLog } from '../change-log-answer.ts';
import type { Part, Table } from '../document/answer.ts';
import type { AnswerBody } from '../document/answer-body.ts';
import type { IncidentCard } from '../document/incident-card.ts';
import { trend } from '../group-answers.ts';
import { map } from '../map-answer.ts';
import { cardOf } from '../messages/english/card.ts';
import { casualtyFacts } from '../messages/english/casualties.ts';
import { englishAccount } from '../messages/english/incident-narrative.ts';
import { clean, list, number, plural } from '../messages/english/text.ts';
import type { BriefData, Movement } from './brief-data.ts';
import { changeFrom, mean, subject } from './brief-messages.ts';

/** One heading of a brief, for the message and the page alike. */
export interface BriefSection {
  heading: string;
  /** A sentence; empty where lines or tables suffice. */
  words: string;
  lines: string[];
  /** The incidents of the lines, which the page shows as cards. */
  cards: IncidentCard[];
  tables: Table[];
  drawing?: Extract<Part, { kind: 'chart' | 'map' }>;
  /** The section has no content: the page says so, the message leaves it out. */
  empty: boolean;
  /** The section is a drawing: a message shows the picture, not the tables. */
  drawn: boolean;
}

const section = (heading: string, more: Partial<BriefSection>): BriefSection => ({
  heading,
  words: '',
  lines: [],
  cards: [],
  tables: [],
  empty: false,
  drawn: false,
  ...more,
});

function line(incident: Incident, words?: string): string {
  const { title, when, where, id } = cardOf(incident);
  const killed = casualtyFacts(incident).find((f) => f.label === 'Killed')?.words;
  return `${title} — ${when}; ${where}. ${words ?? `Killed: ${killed ?? 'no figure'}.`} (${id})`;
}

const deadliest = ({ deadliest: incidents }: BriefData) =>
  section('Deadliest', {
    words: incidents.length ? '' : 'No incident in which anyone is known to have been killed.',
    lines: incidents.map((i) => line(i)),
    cards: incidents.map(cardOf),
    empty: incidents.length === 0,
  });

const mostNames = 12;

function newActors(brief: BriefData): BriefSection {
  const heading = 'New actors';
  const { newActors: names, sum } = brief;
  if (sum.query.filter.actors || sum.query.filter.pair)
    return section(heading, { words: 'Not looked for: the question names who takes part.', empty: true });
  if (names === undefined) return section(heading, { words: 'The data has nothing earlier to tell by.', empty: true });
  if (names.length === 0) return section(heading, { words: 'Nobody who was not seen before.', empty: true });
  const rest = names.length - mostNames;
  const named = list([
    ...names.slice(0, mostNames).map((n) => clean(n, 100)),
    ...(rest > 0 ? [`${number(rest)} more`] : []),
  ]);
  return section(heading, { words: `In no earlier record of ${subject(brief)}: ${named}.` });
}

const parts: Record<Movement['by'], [string, string]> = {
  admin1: ['Province', 'provinces'],
  country: ['Country', 'countries'],
  place: ['Place', 'places'],
};

function moved({ moved: { by, rows }, figures }: BriefData): BriefSection {
  const [one, many] = parts[by];
  const none = figures.windows
    ? `No ${one.toLowerCase()} differs much from its usual.`
    : 'There is nothing to compare with.';
  const table: Table = {
    title: `Where it changed most: ${many} against their usual`,
    columns: [
      { name: one, align: 'left' },
      { name: 'Incidents', align: 'right' },
      { name: 'Usual', align: 'right' },
      { name: 'Change', align: 'right' },
    ],
    rows: rows.map((r) => [clean(r.name, 80), number(r.now), mean(r.usual), changeFrom(r.usual, r.now)]),
  };
  return section('Where it changed most', {
    words: rows.length ? '' : none,
    tables: rows.length ? [table] : [],
    empty: rows.length === 0,
  });
}

function claimed({ claimed: found }: BriefData): BriefSection {
  const heading = 'Claimed, not confirmed';
  if (!found) return section(heading, { words: 'Not looked for: the question is about attribution.', empty: true });
  const rest = found.total - found.incidents.length;
  return section(heading, {
    words: found.total ? '' : 'No claim that is not confirmed.',
    lines: [
      ...found.incidents.map((i) =>
        line(i, withStatus(i.attributions, 'claimed').map(englishAccount.attribution).join(' ')),
      ),
      ...(rest > 0 ? [`And ${number(rest)} more.`] : []),
    ],
    empty: found.total === 0,
  });
}

const partsOf = ({ parts }: AnswerBody, kind: Part['kind']) => parts.filter((p) => p.kind === kind);
const textsOf = (composed: AnswerBody) => partsOf(composed, 'text').flatMap((p) => (p.kind === 'text' ? [p.text] : []));
const tablesOf = (composed: AnswerBody) =>
  partsOf(composed, 'table').flatMap((p) => (p.kind === 'table' ? [p.table] : []));

function corrected({ changes }: BriefData): BriefSection {
  const composed = composeChangeLog(changes);
  const none = changes.result.changes?.total ? 0 : 1;
  return section('Corrected or retracted', {
    words: composed.first ?? '',
    lines: textsOf(composed).map((text) => text.replace(/^• /, '')),
    empty: none === 1,
  });
}

const mostSources = 5;

function sources({ sources: groups, figures }: BriefData): BriefSection {
  const top = groups.slice(0, mostSources).map((g) => `${clean(g.key, 80)} (${number(g.count)})`);
  const words = top.length
    ? `${plural(groups.length, 'source')}${groups.length > top.length ? ', most often' : ':'} ${list(top)}.`
    : figures.incidents
      ? 'No source is named.'
      : 'None.';
  return section('Sources', { words, empty: figures.incidents === 0 });
}

function drawn(heading: string, composed: AnswerBody | undefined): BriefSection {
  const drawing = composed?.parts.find((p) => p.kind === 'chart' || p.kind === 'map');
  return section(heading, {
    words: drawing ? '' : 'There is nothing to draw.',
    tables: composed ? tablesOf(composed) : [],
    empty: !drawing,
    drawn: true,
    ...(drawing ? { drawing } : {}),
  });
}

/** The sections of a brief, after its figures. */
export function sectionsOf(brief: BriefData): BriefSection[] {
  const some = brief.figures.incidents > 0;
  return [
    deadliest(brief),
    newActors(brief),
    moved(brief),
    claimed(brief),
    corrected(brief),
    sources(brief),
    drawn('Map', some ? map(brief.map) : undefined),
    ...(brief.unit === 'day' ? [] : [drawn('By day', some ? trend(brief.byDay) : undefined)]),
  ];
}
