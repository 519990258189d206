import type { Correction, MergedRecord } from '../../incidents/correction.ts';
import type { Incident, When } from '../../incidents/incident.ts';
import { clean } from './english/text.ts';

type Field = 'title' | 'summary' | 'when' | 'where' | 'eventTypes';

/** Who made a revision, when (ISO), and why. */
export interface SignedRevision {
  by: string;
  at: string;
  why: string;
}

/** The messages of corrections and merged records in a language. Names and words have passed `name`. */
export interface RevisionMessages {
  together: string;
  correction: string;
  name(text: string): string;
  list(items: readonly string[]): string;
  when(w: When): string;
  where(r: Pick<Incident, 'where'>): string;
  kinds(types: readonly string[]): string;
  quoted(text: string): string;
  fields: Record<Field, string>;
  /** A corrected field, and the source's value. */
  field(name: string, was: string | undefined): string;
  figures: string;
  claim: string;
  corrected(what: string, confirmed: boolean, signed: SignedRevision): string;
  dates(when: string): string;
  places(where: string): string;
  calls(kind: string): string;
  /** `sure`: in per cent, where it had been proposed. */
  merged(id: string, title: string, differs: string, signed: SignedRevision, sure: number | undefined): string;
}

const signedBy = (w: RevisionMessages, { by, at, why }: SignedRevision): SignedRevision => ({
  by: w.name(clean(by, 80)),
  at,
  why: w.name(clean(why, 160)),
});

/** The source's value of a field in words. */
function saidBefore(w: RevisionMessages, field: Field, was: Correction['was']): string | undefined {
  if (field === 'title') return was.title && w.quoted(clean(was.title, 120));
  if (field === 'when') return was.when && w.when(was.when);
  if (field === 'where') return was.where && w.where({ where: was.where });
  return field === 'eventTypes' ? was.eventTypes && w.kinds(was.eventTypes) : undefined;
}

function corrected(w: RevisionMessages, c: Correction): string {
  const fields = (Object.keys(c.now) as (Field | 'flags')[]).filter((field) => field !== 'flags');
  const what = [
    ...fields.map((field) => w.field(w.fields[field], saidBefore(w, field, c.was))),
    ...(c.casualty ? [w.figures] : []),
    ...(c.attributions?.length ? [w.claim] : []),
  ];
  return w.corrected(w.list(what), c.confirmed === true, signedBy(w, c));
}

/** Where the merged record differs from the one it is merged into. */
function differing(w: RevisionMessages, kept: Incident, other: MergedRecord): string[] {
  const [mine, theirs] = [w.when(kept.when), w.when(other.when)];
  const [here, there] = [w.where(kept), w.where(other)];
  const [kind, otherKind] = [w.kinds(kept.eventTypes.slice(0, 1)), w.kinds(other.eventTypes.slice(0, 1))];
  return [
    ...(mine === theirs ? [] : [w.dates(theirs)]),
    ...(here === there ? [] : [w.places(there)]),
    ...(kind === otherKind ? [] : [w.calls(otherKind)]),
  ];
}

function merged(w: RevisionMessages, kept: Incident, other: MergedRecord): string {
  const sure = other.confidence === undefined ? undefined : Math.round(other.confidence * 100);
  const differs = w.list(differing(w, kept, other));
  return w.merged(w.name(clean(other.id, 80)), w.name(clean(other.told, 120)), differs, signedBy(w, other), sure);
}

/** The corrections and merged records of an incident, a line each. */
export const layers = (w: RevisionMessages, incident: Incident): { label: string; words: string }[] => [
  ...(incident.accounts ?? []).map((other) => ({ label: w.together, words: merged(w, incident, other) })),
  ...(incident.corrections ?? []).map((c) => ({ label: w.correction, words: corrected(w, c) })),
];
