import type { ChangedField } from '../../incidents/diff.ts';
import type { Attribution, CasualtyKind, IncidentRecord } from '../../incidents/incident.ts';
import type { ChangeRow } from '../../incidents/incidents.ts';
import type { Filter } from '../../incidents/query.ts';
import type { SignedRevision } from './revision-history.ts';

export type ChangeAction = ChangeRow['action'];

/** What changed in the record, in a language. Names and reasons come as `AccountWords.name` has them. */
export interface ChangeMessages {
  /** A figure before and after, and who gives the new one. */
  toll(harm: CasualtyKind, was: number | null, is: number | null, says: readonly string[]): string;
  newClaim(a: Attribution): string;
  goneClaim(a: Attribution): string;
  place(was: string, is: string): string;
  date(was: string, is: string): string;
  kind(was: readonly string[], is: readonly string[]): string;
  /** Merged, split again, restored. The reason is a sentence. */
  together(other: string, reason: string): string;
  apart(other: string, reason: string): string;
  back(reason: string): string;
  /** "corrected …, by Ana (misread figure)"; `at` is ISO. */
  act(action: ChangeAction, other: string | undefined, signed: SignedRevision): string;
  also(parts: readonly ChangedField[]): string;
  more(n: number): string;
  /** In a span of time: ISO instants, null where open; or the last import. */
  time(span: { since: string | null; before: string | null } | 'import'): string;
  summary(total: number, filter: Filter, time: string, counts: readonly { action: ChangeAction; n: number }[]): string;
  nothing(filter: Filter, time: string): string;
  /** By how many deaths, more or fewer. */
  deaths(n: number): string;
  origin(n: number, signed: SignedRevision): string;
  table: { title: string; what: string; incidents: string };
  fields: Record<ChangedField, string>;
  revision(n: number, of: string | undefined, act: string): string;
  retracted(signed: SignedRevision): string;
  /** Of what is no incident. */
  records: Record<Exclude<IncidentRecord['kind'], 'incident'>, string>;
  source(words: string): string;
  changed(title: string): string;
  takenBack(title: string, reason: string): string;
}
