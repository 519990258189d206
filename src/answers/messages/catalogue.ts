import type { Incident, When } from '../../incidents/incident.ts';
import type { Group } from '../../incidents/incidents.ts';
import type { NonFatalQuantity } from '../../incidents/quantities.ts';
import type { Filter, Query, Unit } from '../../incidents/query.ts';
import type { AnswerContext } from '../document/answer-context.ts';
import type { IncidentCard } from '../document/incident-card.ts';
import type { AlertMessages } from './alerts.ts';
import type { CaveatMessages } from './caveat.ts';
import type { ChangeMessages } from './changes.ts';
import type { ClarificationMessages } from './clarification.ts';
import type { FigureMessages } from './figures.ts';
import type { GroupFigureMessages } from './group-figures.ts';
import type { NarrativeMessages } from './incident-narrative.ts';
import type { RowMessages } from './row.ts';
import type { ScopeMessages } from './scope.ts';
import type { SubscriptionMessages } from './subscription-text.ts';
import type { ExplanationMessages } from './why.ts';

type ListOrder = 'deadliest' | 'oldest' | 'relevance' | 'newest';
type Widened = NonNullable<AnswerContext['nearest']>['what'];

/** The messages of a language: whole sentences, so that each has its own word order and agreement. */
export interface MessageCatalogue {
  list(items: readonly string[], join?: 'and' | 'or'): string;
  caveat: CaveatMessages;
  account: NarrativeMessages;
  figures: FigureMessages;
  groups: GroupFigureMessages;
  back: ClarificationMessages;
  why: ExplanationMessages;
  changes: ChangeMessages;
  alerts: AlertMessages;
  standing: SubscriptionMessages;
  scope: ScopeMessages;
  /** From ISO dates. */
  day(iso: string): string;
  when(when: When): string;
  title(incident: Incident): string;
  card(incident: Incident): IncidentCard;
  row: RowMessages;
  /** "7 attaques en Irak en 2016", without a full stop; "Aucune attaque …" for 0. */
  counted(filter: Filter, n: number): string;
  /** "en Irak en 2016": what a picture is about. */
  about(filter: Filter): string;
  /** Which of them are shown; `from` is the number of the first where it is not 1. */
  shown(how: ListOrder, n: number, from?: number): string;
  end(which: 'first' | 'last', total: number, filter: Filter, incident: Incident): string;
  toll(of: Query['of'], value: number, range: [number, number] | undefined, known: number, filter: Filter): string;
  noToll(of: Query['of'], total: number, filter: Filter): string;
  withoutFigure(n: number): string;
  span(days: number, filter: Filter, first: When, last: When): string;
  series(total: number, of: Query['of'], filter: Filter, unit: Unit): string;
  highest(key: string, quantity: string): string;
  leader(unit: Unit, fewest: boolean, of: Query['of'], filter: Filter, key: string, quantity: string): string;
  /** Those after the leader of a ranking, each with its figure. */
  follow(others: readonly string[]): string;
  /** Two sides, each with its quantity, the larger first. */
  compared(sides: readonly string[], filter: Filter): string;
  /** Units without any incident, `more` of them not named; a sentence about the others follows. */
  quiet(unit: Unit, keys: readonly string[], more: number, filter: Filter): string;
  bothSides: string;
  nothingToRank: string;
  /** None of so many incidents is in any group. */
  noGroups(unit: Unit, total: number, filter: Filter): string;
  quantity(of: Query['of'], group: Group, filter: Filter): string;
  key(unit: Unit | undefined, key: string): string;
  columns: { unit: Record<Unit, string>; side: string; incidents: string; killed: string; civilians: string } & Record<
    NonFatalQuantity,
    string
  >;
  sideBySide: string;
  nearest(what: Widened, when: When, title: string): string;
  dataBegins(day: string): string;
  dataEnds(day: string, country: string | undefined, beyond: boolean): string;
  notes: {
    readAs(filter: Filter, sides: readonly string[]): string;
    /** What was taken for granted in the reading. */
    assumed(said: readonly string[]): string;
    unreviewed(n: number): string;
    alike(n: number): string;
    overlapping(n: number): string;
    coarse(n: number, excluding: boolean): string;
    ungrouped(n: number, unit: Unit | undefined): string;
    /** The import of these files is not finished. */
    unfinished(files: readonly string[]): string;
    battles: string;
    alongLine: string;
    laterChanges: string;
    noData: string;
    from(datasets: readonly string[], more: number): string;
    total(statement: string, by: string | undefined): string;
    unread(words: readonly string[]): string;
    country(name: string): string;
  };
  steps: {
    details: string;
    show: string;
    map: string;
    more: string;
    back: string;
    subscribe: string;
    export: string;
    why: string;
    within(km: number): string;
    anyKind: string;
    anyTime: string;
    /** Before the period that was asked for. */
    earlier: string;
  };
}
