import { withDescendants } from '../../incidents/event-types.ts';
import {
  type ActorPart,
  type Attribution,
  type Casualty,
  type CasualtyKind,
  casualtyKinds,
  type Incident,
  type Report,
  type Toll,
} from '../../incidents/incident.ts';
import type { IncidentCard } from '../document/incident-card.ts';
import { clean } from './english/text.ts';
import { layers, type RevisionMessages } from './revision-history.ts';

const roles = ['attacker', 'party', 'target', 'victim', 'other'] as const;

/** The messages of incident cards in a language. */
export interface CardMessages {
  labels: Record<
    CasualtyKind | ActorPart['role'] | 'carriedOut' | 'summary' | 'attribution' | 'note' | 'sources',
    string
  >;
  flags: Record<string, string>;
  list(items: readonly string[]): string;
  /** Of the sources' own words. */
  quoted(text: string): string;
  actor(name: string): string;
  attribution(a: Attribution): string;
  /** Who published what and when, a line. */
  report(p: Report): string;
  /** One figure with its group, and by whose account. */
  casualty(c: Casualty, toll: Toll): string;
  between: string;
  layers: RevisionMessages;
}

/** Whether it is a security operation, whose actors are not attackers. */
const peaceful = (r: Incident) => withDescendants(['security-operation']).includes(r.eventTypes[0] as string);

/** A line for each kind of casualty that a source states. */
export function casualties(
  { labels, casualty, between }: CardMessages,
  r: Incident,
): { harm: CasualtyKind; label: string; words: string }[] {
  return casualtyKinds.flatMap((harm) => {
    const stated = r.casualties.filter((c) => c[harm] !== undefined);
    const whole = stated.some((c) => c.group === 'all');
    // A group's 0 beside the whole says nothing more.
    const shown = stated.filter(
      (c) => !(whole && c.group !== 'all' && typeof c[harm] === 'object' && c[harm].best === 0),
    );
    const words = shown.map((c) => casualty(c, c[harm] as Toll));
    return words.length ? [{ harm, label: labels[harm], words: words.join(between) }] : [];
  });
}

/** An incident as a card; what sources wrote is not translated. */
export function cardFrom(
  words: CardMessages,
  r: Incident,
  head: Pick<IncidentCard, 'title' | 'when' | 'where' | 'type'>,
): IncidentCard {
  const { labels, flags, list, quoted, actor, attribution } = words;
  return {
    id: r.id,
    ...head,
    facts: [
      ...(r.summary ? [{ label: labels.summary, words: quoted(clean(r.summary, 600)) }] : []),
      ...roles.flatMap((role) => {
        const names = r.actors.filter((a) => a.role === role).map((a) => actor(clean(a.actor, 100)));
        const label = role === 'attacker' && peaceful(r) ? labels.carriedOut : labels[role];
        return names.length ? [{ label, words: list(names) }] : [];
      }),
      ...r.attributions.map((a) => ({
        label: labels.attribution,
        words: `${attribution(a)}${a.note ? `. ${quoted(clean(a.note, 300))}` : ''}`,
      })),
      ...casualties(words, r).map(({ label, words }) => ({ label, words })),
      ...layers(words.layers, r),
      ...r.flags.map((f) => ({ label: labels.note, words: flags[f] ?? quoted(clean(f, 80)) })),
    ],
    sources: r.reports.slice(0, 5).map((p) => ({ words: words.report(p), ...(p.url ? { url: p.url } : {}) })),
    sourcesLabel: labels.sources,
  };
}
