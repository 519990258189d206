import type { Attribution, Casualty, CasualtyKind, Incident, Report, Toll, When } from '../../incidents/incident.ts';
import type { Aspect, Filter } from '../../incidents/query.ts';
import type { IncidentCard } from '../document/incident-card.ts';

/** Aspects of an incident that are answered by quoting the record. */
export type QuotedAspect = Extract<
  Aspect,
  'seized' | 'arrests' | 'damage' | 'weapon' | 'motive' | 'victims' | 'statement'
>;

/** The messages that describe one incident, as whole sentences. Names come cleaned. */
export interface NarrativeMessages {
  list(items: readonly string[]): string;
  /** A name or words from the data, as they stand in a sentence. */
  name(text: string): string;
  actor(name: string): string;
  title(r: Incident): string;
  when(w: When): string;
  where(r: Pick<Incident, 'where'>): string;
  card(r: Incident): IncidentCard;
  /** The sentence that answers, after what it is about. */
  about(title: string, sentence: string): string;
  /** Two that stand beside each other, as date and place. */
  clauses(a: string, b: string): string;
  /** Without a full stop. */
  /** Said before the deadliest of several that fit the question about one. */
  deadliestOf(n: number, filter: Filter): string;
  headed(title: string, when: string): string;
  /** Who is said to have done it and who says so. */
  attribution(a: Attribution): string;
  report(p: Report): string;
  alsoReported(statement: string): string;
  who: { open: string; recorded(sides: string): string; reported(sides: string): string; nobody: string };
  target: { named(names: string): string; none: string };
  unsaid: Record<QuotedAspect, string>;
  noClaim: string;
  unconfirmed: string;
  suspectedOnly: string;
  noBlame: string;
  noDenial: string;
  /** A sentence for each harm that some source speaks of. */
  harms(r: Incident): { harm: CasualtyKind; words: string }[];
  unknown: Record<'killed' | 'wounded', string>;
  sources: {
    none: string;
    one(name: string): string;
    several(n: number, names: string): string;
    /** `one`: they are known through a single source. */
    relayed(names: readonly string[], through: readonly string[]): string;
    counted(n: number): string;
    oneFigure(name: string): string;
    figuresFrom(names: string): string;
  };
  quotes: {
    lead: string;
    none: string;
    line(quote: string, by: string): string;
    via(publisher: string, via: string): string;
    headline(publisher: string): string;
    unnamed: string;
  };
  standing: {
    figure(c: Casualty, toll: Toll): string;
    figures(harm: CasualtyKind, figures: string): string;
    accounts(n: number): string;
    single: string;
    reporters(names: string): string;
    noFigure: string;
    open: string;
  };
}
