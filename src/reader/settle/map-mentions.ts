import type { ActorMention, Item, PlaceMention } from '../item.ts';

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
