import type { Draft } from '../draft.ts';
import type { Item } from '../item.ts';
import { withPeoplesActing } from '../peoples.ts';
import { inCountries } from './countries.ts';
import { withForces } from './forces.ts';
import { withGroups, withNamesakes } from './groups.ts';
import type { Lookup } from './lookup.ts';
import { withoutStrays } from './strays.ts';

/** A draft with its names settled by one another: towns by their country, "the army" by the country that is asked about, branches by their group. */
export function settled(draft: Draft, lookup: Lookup): Draft {
  const acting = withPeoplesActing(restricted(repaired(draft)), lookup.governmentOf);
  return withNamesakes(withGroups(withForces(inCountries(withoutStrays(acting)), lookup.governmentOf), lookup), lookup);
}

/** "the Southern Front, rather, Jaysh al-Islam": what was said before is put right by what is said after. */
function repaired(draft: Draft): Draft {
  const at = draft.path.items.findIndex((i) => i.cat === 'repair');
  if (at < 0) return draft;
  const after = draft.path.items.slice(at + 1);
  const kinds = (item: Item) => (item.cat === 'pair' ? 'party' : item.cat);
  const items = [...draft.path.items.slice(0, at).filter((i) => !after.some((a) => kinds(a) === kinds(i))), ...after];
  return after.length ? { ...draft, path: { ...draft.path, items } } : draft;
}

/** "incidents in which civilians were killed": the dead narrow the incidents, and are not what is counted. */
function restricted(draft: Draft): Draft {
  const kinds = draft.path.items.filter((i) => i.cat === 'kinds');
  const narrows = (item: Item): boolean => {
    const { of } = item.value as Item<'harm'>['value'];
    const led = [1, 2].some((n) =>
      (draft.chart.at[item.start - n] ?? []).some(({ cat, end }) => cat === 'said' && end <= item.start),
    );
    return (
      led &&
      (of === 'killed' || of === 'civilians killed') &&
      kinds.some((k) => k.end <= item.start && item.start - k.end <= 8)
    );
  };
  const items = draft.path.items.map((i) =>
    i.cat === 'harm' && narrows(i)
      ? ({
          ...i,
          cat: 'threshold',
          value: { of: (i.value as Item<'harm'>['value']).of === 'killed' ? 'killed' : 'civilians', min: 1 },
        } as Item)
      : i,
  );
  return { ...draft, path: { ...draft.path, items } };
}
