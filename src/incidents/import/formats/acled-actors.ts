import type { ActorPart, Attribution } from '../../incident.ts';
import { CellError, type Cells, listOf, textOf } from '../cell-values.ts';
import { saysYes } from '../table-words.ts';

// ACLED codebook: the codes of inter1 and inter2; newer files write them in words.
const kinds: Record<string, string> = {
  1: 'State forces',
  2: 'Rebel group',
  3: 'Political militia',
  4: 'Identity militia',
  5: 'Rioters',
  6: 'Protesters',
  7: 'Civilians',
  8: 'External/Other forces',
};

/** The kind of a side, from its code or its words; undefined for 0 or a blank cell. */
function kindOf(cells: Cells, column: string): string | undefined {
  const value = textOf(cells[column]);
  if (value === undefined || Number(value) === 0) return undefined;
  const kind = Number.isNaN(Number(value)) ? value : kinds[Number(value)];
  if (!kind) throw new CellError(column, value, 'is not one of 0 to 8');
  return kind;
}

/** The interaction in words, "State forces-Civilians", also from its codes. */
export function interactionOf(cells: Cells): string | undefined {
  const written = textOf(cells.interaction);
  if (written && Number.isNaN(Number(written))) return written;
  const sides = [kindOf(cells, 'inter1'), kindOf(cells, 'inter2')].filter((k) => k !== undefined);
  if (sides.length) return sides.join('-');
  return written?.match(/^[1-8]{2}$/) ? [...written].map((n) => kinds[n]).join('-') : undefined;
}

interface Side {
  number: 1 | 2;
  actor: string;
  civilian: boolean;
  with: string[];
}

function sideOf(cells: Cells, n: 1 | 2): Side | undefined {
  const actor = textOf(cells[`actor${n}`]);
  if (!actor) return undefined;
  return {
    number: n,
    actor,
    civilian: kindOf(cells, `inter${n}`) === 'Civilians' || /^civilians?\b/i.test(actor),
    with: listOf(cells[`assoc_actor_${n}`] ?? cells[`ally_actor_${n}`], ';'),
  };
}

/** Whether an event is violence against civilians, or marked as targeting them. */
export const targetsCivilians = (cells: Cells): boolean =>
  /^violence against civilians$/i.test(textOf(cells.event_type) ?? '') || saysYes(cells.civilian_targeting);

/**
 * The actors of an event and their attributions. actor1 is not "the attacker" (ACLED codebook): only violence against
 * civilians, and events marked with civilians as the target, have an attacker and victims, in either column. "A and/or B"
 * is one of the two, so each is suspected.
 */
export function actorsOf(cells: Cells): { actors: ActorPart[]; attributions: Attribution[] } {
  const sides = [sideOf(cells, 1), sideOf(cells, 2)].filter((s) => s !== undefined);
  const directed = targetsCivilians(cells) && sides.some((s) => s.civilian) && sides.some((s) => !s.civilian);
  const roleOf = (side: Side): ActorPart['role'] => (side.civilian ? 'victim' : directed ? 'attacker' : 'party');
  return {
    actors: sides.flatMap((side) => [
      { actor: side.actor, role: roleOf(side), side: side.number },
      ...side.with.map((actor): ActorPart => ({ actor, role: side.civilian ? 'victim' : 'other', side: side.number })),
    ]),
    attributions: sides.flatMap((side) => {
      const either = side.actor.split(/ and\/or /i);
      return either.length === 1
        ? []
        : either.map(
            (actor): Attribution => ({ actor: actor.trim(), status: 'suspected', by: 'ACLED', note: side.actor }),
          );
    }),
  };
}
