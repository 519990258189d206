/** Against how many windows before, each of so many days. */
export interface RiseRule {
  of: 'incidents' | 'killed';
  days: number;
  times: number;
  against: number;
}

/** A window with more than usual: its first and last day, ISO. */
export interface RiseFinding {
  first: string;
  last: string;
  now: number;
  usual: number;
}

/** What a subscription watches for. */
export type AnomalyRule = ({ kind: 'rise' } & RiseRule) | { kind: 'new-actor' };
