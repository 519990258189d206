import type { Incident } from './incident.ts';

const nobody = /^(?:civilians?|unidentified|unknown)\b/i;

/** Whether a name is that of a particular actor, unlike "Civilians" or "Unidentified gunmen". */
export const isNamedActor = (name: string): boolean => !nobody.test(name);

/** The particular actors of an incident that act in it: attackers and parties to a fight, each once. */
export const namedActors = ({ actors }: Pick<Incident, 'actors'>): string[] => [
  ...new Set(
    actors.flatMap(({ actor, role }) =>
      (role === 'attacker' || role === 'party') && isNamedActor(actor) ? [actor] : [],
    ),
  ),
];
