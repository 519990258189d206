import { type ActorCandidate, isWide, type PlaceCandidate } from '../entities/entity-linker.ts';
import type { Draft } from './draft.ts';
import { actorsOf, placesOf } from './draft.ts';
import type { ActorMention, Item, PlaceMention } from './item.ts';
import { withPeoplesActing } from './peoples.ts';
import { meansOne } from './specific.ts';

/** Puts first, for each name, what lies in a country that the question names besides; returns the draft with it. */
/** What settling needs to look up. */
export interface Lookup {
  governmentOf(country: string): ActorCandidate;
  actor(key: string): ActorCandidate | undefined;
  country(name: string): PlaceCandidate | undefined;
}

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

/** "Boko Haram" in Nigeria is the Islamic State too, where the question is about such a place. */
function withNamesakes(draft: Draft, { actor }: Lookup): Draft {
  const countries = placesOf(draft).map(({ candidates: [best] }) => best?.country ?? best?.name);
  const items = draft.path.items.map((item): Item => {
    if (item.cat !== 'party') return item;
    const { all, ...party } = (item as Item<'party'>).value;
    const others = all.flatMap(({ said, candidates: [best] }): ActorMention[] => {
      const also = best?.alsoIn;
      const there =
        also && countries.length > 0 && countries.every((c) => c !== undefined && also.countries.includes(c));
      const other = there ? actor(also.actor) : undefined;
      return other && other.dataNames.length > 0 ? [{ said, candidates: [other] }] : [];
    });
    return others.length ? ({ ...item, value: { ...party, all: [...all, ...others], joint: 'or' } } as Item) : item;
  });
  return { ...draft, path: { ...draft.path, items } };
}

/** A branch that the data does not name is its group, in its own country unless another place is said: "ISWAP" is the Islamic State in Nigeria. */
function withGroups(draft: Draft, { actor, country }: Lookup): Draft {
  const branches = new Map<ActorMention, ActorCandidate>();
  for (const mention of actorsOf(draft)) {
    const [best] = mention.candidates;
    const group = best && best.dataNames.length === 0 && best.parent ? actor(best.parent) : undefined;
    if (group && group.dataNames.length > 0) branches.set(mention, group);
  }
  if (branches.size === 0) return draft;
  const items = draft.path.items.map((item) =>
    mapMentions(
      item,
      (p) => p,
      (a) => {
        const group = branches.get(a);
        return group ? { ...a, candidates: [group] } : a;
      },
    ),
  );
  const home = placesOf(draft).length
    ? undefined
    : [...branches.keys()].map((a) => a.candidates[0]?.country).find((c) => c !== undefined);
  const place = home === undefined ? undefined : country(home);
  const at = items.at(-1)?.end ?? 0;
  const where = {
    cat: 'where',
    value: { relation: 'in', places: [{ said: home, candidates: [place] }] },
    start: at,
    end: at,
    score: 0,
    features: [],
  };
  return { ...draft, path: { ...draft.path, items: place ? [...items, where as unknown as Item] : items } };
}

/** "the army" is that of the only country that the question is about; else its words are left unread. */
function withForces(draft: Draft, governmentOf: (country: string) => ActorCandidate): Draft {
  if (actorsOf(draft).every(({ candidates }) => candidates.length > 0)) return draft;
  const told = [...placesOf(draft), ...actorsOf(draft)].flatMap(({ candidates: [best] }) => best?.country ?? []);
  const [country, ...others] = new Set(told);
  const government = country !== undefined && others.length === 0 ? governmentOf(country) : undefined;
  const items = draft.path.items.flatMap((item): Item[] => {
    const whole = mapMentions(
      item,
      (p) => p,
      (a) => (a.candidates.length || !government ? a : { ...a, candidates: [government] }),
    );
    const actors = actorsOf({ ...draft, path: { ...draft.path, items: [whole] } });
    const known = actors.filter((a) => a.candidates.length > 0);
    if (known.length === actors.length) return [whole];
    return known.length ? [{ ...whole, cat: 'party', value: { role: 'either', all: known } } as Item] : [];
  });
  const left = draft.path.items.filter((item) => !items.some((i) => i.start === item.start));
  const skipped = [
    ...draft.path.skipped,
    ...left.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  ];
  return { ...draft, path: { ...draft.path, items, skipped } };
}

/**
 * Without what names no place here: the adjective of a people beside another place ("Iraqi civilians killed in Syria"),
 * before what may be anywhere ("the Iranian embassy") or of one incident's victims; and a word that only resembles a
 * place in another country than the one that is named.
 */
function withoutStrays(draft: Draft): Draft {
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

function inCountries(draft: Draft): Draft {
  // "Lebanon, Tripoli" is a list, whose members say nothing of one another.
  const apart = draft.path.items.flatMap((i) =>
    i.cat === 'where' && (i as Item<'where'>).value.places.length === 1 ? (i as Item<'where'>).value.places : [],
  );
  const countries = new Set(
    apart.flatMap(({ candidates: [best] }) => (best && best.level === 'country' ? [best.countryCode] : [])),
  );
  const places = placesOf(draft).filter(({ candidates: [best] }) => best && !isWide(best));
  const held = new Set([...countries, ...(countries.size ? [] : sharedCountry(places))]);
  if (held.size === 0 && actorsOf(draft).length === 0) return draft;
  const names = new Set([...placesOf(draft), ...[]].flatMap(({ candidates: [best] }) => best?.country ?? []));
  const ofPlace = (p: PlaceMention): PlaceMention =>
    narrowed(p, (c: PlaceCandidate) => isWide(c) || held.has(c.countryCode));
  const ofActor = (a: ActorMention): ActorMention =>
    narrowed(a, (c) => c.score > 0.9 && c.country !== undefined && names.has(c.country));
  return {
    ...draft,
    path: { ...draft.path, items: draft.path.items.map((item) => mapMentions(item, ofPlace, ofActor)) },
  };
}

/** Several towns said together are of one country, if there is one that has them all. */
function sharedCountry(places: readonly PlaceMention[]): string[] {
  const [first, ...rest] = places;
  if (!first || rest.length === 0) return [];
  const all = first.candidates.filter((c) => c.incidents > 0).map((c) => c.countryCode);
  const shared = all.find((code) =>
    rest.every((p) => p.candidates.some((c) => c.countryCode === code && c.incidents > 0)),
  );
  return shared ? [shared] : [];
}

/** Candidates that fit, if there are any, else all. */
function narrowed<M extends { candidates: { key: string }[] }>(
  mention: M,
  fits: (c: M['candidates'][number]) => boolean,
): M {
  const best = mention.candidates[0];
  if (!best || mention.candidates.length < 2 || fits(best)) {
    const held = mention.candidates.filter(fits);
    return held.length && held.length < mention.candidates.length ? { ...mention, candidates: held } : mention;
  }
  const held = mention.candidates.filter(fits);
  return held.length ? { ...mention, candidates: held } : mention;
}

/** The item with every name in it replaced. */
export function mapMentions(
  item: Item,
  place: (p: PlaceMention) => PlaceMention,
  actor: (a: ActorMention) => ActorMention,
): Item {
  switch (item.cat) {
    case 'where': {
      const value = (item as Item<'where'>).value;
      return { ...item, value: { ...value, places: value.places.map(place) } } as Item;
    }
    case 'party': {
      const value = (item as Item<'party'>).value;
      return { ...item, value: { ...value, all: value.all.map(actor) } } as Item;
    }
    case 'pair':
      return { ...item, value: (item as Item<'pair'>).value.map(actor) } as Item;
    case 'excluded': {
      const { places, actors, ...rest } = (item as Item<'excluded'>).value;
      return {
        ...item,
        value: {
          ...rest,
          ...(places ? { places: { ...places, places: places.places.map(place) } } : {}),
          ...(actors ? { actors: actors.map(actor) } : {}),
        },
      } as Item;
    }
    default:
      return item;
  }
}
