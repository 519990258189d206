import {
  type Attribution,
  type Casualty,
  casualtyKinds,
  type Incident,
  type IncidentRecord,
} from '../incidents/incident.ts';
import { termsOf } from './lexicon.ts';

/** One thing that a record says, and who says so. */
export interface Statement {
  kind: 'attribution' | 'casualty' | 'detail' | 'quote' | 'note' | 'summary' | 'linked';
  /** The record's own words; empty for attributions and casualties, which are put into words later. */
  text: string;
  by?: string | undefined;
  topic?: string | undefined;
  attribution?: Attribution;
  casualty?: Casualty;
  /** Of a linked record: its first day. */
  date?: string | undefined;
  /** Stems of what it says, and of who says so. */
  terms: string[];
  byTerms: string[];
}

/** An incident with the aggregates and developments that belong to it. */
export interface Story {
  incident: Incident;
  linked: IncidentRecord[];
}

const statement = (given: Omit<Statement, 'terms' | 'byTerms'>, ...more: (string | undefined)[]): Statement => ({
  ...given,
  terms: termsOf([given.text, ...more].filter(Boolean).join(' ')),
  byTerms: termsOf(given.by ?? ''),
});

const ofAttribution = (a: Attribution): Statement =>
  statement({ kind: 'attribution', text: '', by: a.by, attribution: a }, a.actor, a.status, a.quote, a.note);

const ofCasualty = (c: Casualty): Statement =>
  statement(
    { kind: 'casualty', text: '', by: c.by, casualty: c },
    c.group === 'all' ? 'people' : c.group,
    ...casualtyKinds.map((harm) => (c[harm] === undefined ? undefined : harm)),
    ...casualtyKinds.flatMap((harm) => (typeof c[harm] === 'object' ? String(c[harm].best) : [])),
    c.note,
  );

const publishersOf = ({ reports }: IncidentRecord): string | undefined => reports[0]?.publisher;

function ofLinked(r: IncidentRecord): Statement[] {
  if (r.kind === 'incident') return [];
  const date = r.when.start ?? undefined;
  return [statement({ kind: 'linked', topic: 'linked', text: r.statement, by: publishersOf(r), date }, r.where.place)];
}

/** Everything that an incident and what belongs to it say, in the record's order. */
export function statementsOf({ incident: r, linked }: Story): Statement[] {
  const headlines = r.reports.flatMap((p) => {
    const by = p.via ? `${p.publisher}, via ${p.via}` : p.publisher;
    return [p.quote, p.headline].flatMap((text) => (text ? [statement({ kind: 'quote', text, by })] : []));
  });
  return [
    ...r.details.map((d) => statement({ kind: 'detail', text: d.text, by: d.by, topic: d.topic }, d.quote)),
    ...r.attributions.map(ofAttribution),
    ...r.casualties.map(ofCasualty),
    ...headlines,
    ...linked.flatMap(ofLinked),
    ...(r.summary ? sentencesOf(r.summary).map((text) => statement({ kind: 'summary', text })) : []),
  ];
}

/** The sentences of a text. */
export const sentencesOf = (text: string): string[] =>
  [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map((s) => s.segment.trim()).filter(Boolean);
