import type { Incident } from './incident.ts';

const nobody = /^(?:civilians?|unidentified|unknown)\b/i;

/** A name of somebody in particular, not of "civilians" or "unidentified gunmen". */
export const isNamedActor = (name: string): boolean => !nobody.test(name);

/** Who acts in an incident, by name: attackers and sides of a fight. */
export const namedActors = ({ actors }: Pick<Incident, 'actors'>): string[] => [
  ...new Set(
    actors.flatMap(({ actor, role }) =>
      (role === 'attacker' || role === 'party') && isNamedActor(actor) ? [actor] : [],
    ),
  ),
];
