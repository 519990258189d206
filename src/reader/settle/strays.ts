import type { Draft } from '../draft.ts';
import type { Item } from '../item.ts';
import { meansOne } from '../specific.ts';

/**
 * Without what names no place here: the adjective of a people beside another place ("Iraqi civilians killed in Syria"),
 * before what may be anywhere ("the Iranian embassy") or of one incident's victims; and a word that only resembles a
 * place in another country than the one that is named.
 */
export function withoutStrays(draft: Draft): Draft {
  const wheres = draft.path.items.filter((i): i is Item<'where'> => i.cat === 'where');
  const named = wheres.filter((w) => !w.assumed && w.value.places.every((p) => !p.people));
  const codes = new Set(named.flatMap((w) => w.value.places.map((p) => p.candidates[0]?.countryCode)));
  const isStray = (w: Item<'where'>): boolean => {
    const [place] = w.value.places;
    if (!place || w.value.places.length > 1) return false;
    if (place.people) {
      const abroad = draft.path.items.some((i) => i.cat === 'object' && i.start === w.end);
      const other = named.some((n) =>
        n.value.places.every((p) => p.candidates[0]?.countryCode !== place.candidates[0]?.countryCode),
      );
      return abroad || other || (meansOne(draft) && draft.path.items.some((i) => i.cat === 'harm'));
    }
    return (
      w.assumed !== undefined &&
      named.length > 0 &&
      w.value.relation === 'in' &&
      !codes.has(place.candidates[0]?.countryCode)
    );
  };
  const led = (i: Item): boolean =>
    (draft.chart.at[i.start - 1] ?? []).some(({ cat }) =>
      ['in', 'near', 'by', 'against', 'between', 'and', 'or', 'vs'].includes(cat),
    );
  const resembles = (i: Item): boolean => {
    if (i.cat !== 'unknown' || named.length === 0 || led(i)) return false;
    const { actors, places } = (i as Item<'unknown'>).value;
    return actors.length === 0 && !places.some((p) => codes.has(p.countryCode));
  };
  const strays: Item[] = draft.path.items.filter(
    (i) => (i.cat === 'where' && isStray(i as Item<'where'>)) || resembles(i) || isOfTaken(draft, i),
  );
  if (strays.length === 0) return draft;
  const skipped = strays
    .filter((w) => w.assumed || w.cat !== 'where')
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
  const items = draft.path.items.filter((i) => !strays.includes(i));
  return { ...draft, path: { ...draft.path, items, skipped: [...draft.path.skipped, ...skipped] } };
}

/** "abductions of more than 10 people": so many taken, which is no bound of the dead. */
const isOfTaken = (draft: Draft, item: Item): boolean =>
  item.cat === 'threshold' &&
  draft.path.items.some(
    (i) => i.cat === 'kinds' && (i as Item<'kinds'>).value.some((k) => k === 'abduction' || k === 'arrest'),
  ) &&
  !draft.chart.at
    .slice(item.start, item.end)
    .flat()
    .some((i) => i.cat === 'harm' && i.end <= item.end);
