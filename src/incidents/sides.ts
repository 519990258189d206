import type { ActorPart } from './schema.ts';

/** Whether two actors are known to be on the same side; they did not fight each other then. */
export const areAllies = (a: ActorPart, b: ActorPart): boolean => a.side !== undefined && a.side === b.side;

const areOpposed = (a: ActorPart, b: ActorPart): boolean =>
  a.side !== undefined && b.side !== undefined && a.side !== b.side;

/** Two actors of a record by their names, `a` before `b`. `across`: whether they are known to be on different sides. */
interface Meeting {
  a: string;
  b: string;
  across: boolean;
}

/** Every two actors of a record that are not known to be allies, each two once. */
export function meetingsOf(actors: readonly ActorPart[]): Meeting[] {
  const byName = [...Map.groupBy(actors, ({ actor }) => actor)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byName.flatMap(([a, some], n) =>
    byName.slice(n + 1).flatMap(([b, others]) => {
      const met = some.some((one) => others.some((other) => !areAllies(one, other)));
      const across = some.some((one) => others.some((other) => areOpposed(one, other)));
      return met ? [{ a, b, across }] : [];
    }),
  );
}

function withSide({ actor, role }: ActorPart, side: ActorPart['side']): ActorPart {
  return side === undefined ? { actor, role } : { actor, role, side };
}

/** The actors of another record with their sides numbered as in `kept`: without sides where no common actor tells which is which. */
function numberedAs(kept: readonly ActorPart[], actors: readonly ActorPart[]): readonly ActorPart[] {
  if (kept.every(({ side }) => side === undefined)) return actors;
  const common = kept.flatMap((one) =>
    actors.filter(({ actor }) => actor === one.actor).map((other) => ({ one, other })),
  );
  const same = common.filter(({ one, other }) => areAllies(one, other)).length;
  const crossed = common.filter(({ one, other }) => areOpposed(one, other)).length;
  if (same > crossed) return actors;
  return actors.map((part) =>
    withSide(part, crossed === same || part.side === undefined ? undefined : part.side === 1 ? 2 : 1),
  );
}

/** The actors of two records of one incident, each actor in each role once; each record numbers its sides for itself. */
export function joinActors(kept: readonly ActorPart[], added: readonly ActorPart[]): ActorPart[] {
  const all = [...kept, ...numberedAs(kept, added)];
  const alike = Map.groupBy(all, ({ actor, role }) => JSON.stringify([actor, role]));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [withSide(first, first.side ?? others.find(({ side }) => side !== undefined)?.side)] : [],
  );
}
