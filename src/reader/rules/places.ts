import { isWide, type PlaceCandidate } from '../../entities/entity-linker.ts';
import { liesIn } from '../../entities/lies-in.ts';
import { hasCentre } from '../../frames/place-filter.ts';
import { made, type Rule, rule } from '../grammar.ts';
import type { Grouping, Level, PlaceMention, Several, ValueOf, Where } from '../item.ts';

const levels: Partial<Record<Grouping['by'], Level>> = {
  admin1: 'admin1',
  district: 'admin2',
  place: 'town',
  country: 'country',
};
const fits = (level: Level) => (c: PlaceCandidate) => c.level === level || (level === 'admin1' && c.level === 'region');

/** "Borno state": those of that kind come first; undefined if there are none. */
function ofLevel(mention: PlaceMention, unit: Grouping['by']) {
  const level = levels[unit];
  if (!level || mention.people || mention.level) return undefined;
  const fitting = mention.candidates.filter(fits(level));
  return fitting.length
    ? made('place', { ...mention, candidates: fitting, level, namesakes: mention.candidates })
    : undefined;
}

/** "Tripoli, Lebanon": those that lie in it; undefined if none does. */
function inside(mention: PlaceMention, holder: PlaceMention) {
  if (mention.people || holder.people) return undefined;
  const held = mention.candidates.filter((c) =>
    holder.candidates.some((h) => liesIn(c, h) && (h.level !== 'town' || c.level === 'site')),
  );
  return held.length
    ? made('place', { ...mention, candidates: held, said: `${mention.said}, ${holder.said}` })
    : undefined;
}

const one = (place: PlaceMention): Several<PlaceMention> => ({ all: [place], joint: 'and' });
const where = (relation: Where['relation'], { all, joint }: Several<PlaceMention>, km?: number) =>
  made('where', { relation, places: all, joint, ...(km === undefined ? {} : { km }) });

/** "near Djibouti" is near the city; "near Iraq" has no meaning but "in". */
function near({ all, joint }: Several<PlaceMention>, km?: number) {
  const near = all.flatMap((place) => {
    const candidates = centred(place.candidates);
    return candidates.length ? [{ ...place, candidates }] : [];
  });
  return near.length === all.length
    ? where('near', { all: near, joint }, km)
    : km === undefined
      ? where('in', { all, joint })
      : undefined;
}

/** Those that a distance from makes sense of: towns before provinces. */
function centred(candidates: readonly PlaceCandidate[]): PlaceCandidate[] {
  if (isWide(candidates[0])) return [];
  const all = candidates.filter(hasCentre);
  const fine = all.filter((c) => c.level !== 'admin1' && c.level !== 'region' && c.score > 0.94);
  const known = fine.filter((c) => c.countryCode === all[0]?.countryCode);
  return known.length ? known : all;
}

function line(a: PlaceMention, b: PlaceMention, km?: number) {
  const [from, to] = [a, b].map((p) => ({ ...p, candidates: centred(p.candidates) })) as [PlaceMention, PlaceMention];
  return from.candidates.length && to.candidates.length
    ? where('between', { all: [from, to], joint: 'and' }, km)
    : undefined;
}

export const kindsOfPlace: Rule[] = [
  rule('place unit', ['place', 'one-unit'], ofLevel, 0.6),
  rule('unit of place', ['one-unit', 'of', 'place'], (unit, _, place) => ofLevel(place, unit), 0.4),
  rule('unit place', ['one-unit', 'place'], (unit, place) => ofLevel(place, unit), 0.2),
];

/** "Erbil and Dohuk provinces": each of them. */
function ofLevels({ all, joint }: Several<PlaceMention>, unit: Grouping['by']) {
  const fitting = all.map((place) => ofLevel(place, unit)?.value as PlaceMention | undefined);
  return fitting.every((p) => p !== undefined) ? made('places', { all: fitting, joint }) : undefined;
}

export const kindsOfPlaces: Rule[] = [
  rule('places units', ['places', 'unit'], ofLevels, 0.8),
  rule('units places', ['unit', 'places'], (unit, places) => ofLevels(places, unit), 0.8),
];

/** "the capital of Iraq", "the Iraqi capital". */
export const capitalsOf = (capitalOf: (country: PlaceMention) => PlaceMention | undefined): Rule[] => {
  const capital = (country: PlaceMention) => {
    const place = capitalOf(country);
    return place && made('place', place);
  };
  return [
    rule('capital of place', ['capital', 'of', 'place'], (_, __, country) => capital(country), 1.2),
    rule('place capital', ['place', 'capital'], (country) => capital(country), 1),
  ];
};

type Compass = ValueOf<'compass'>;

/**
 * What a point of the compass and a place together name: a place by itself, a part of it, or neither, as when the words
 * beside each other are a name already; `apart`: there is an "of" between.
 */
export type Whole = (compass: Compass, place: PlaceMention, apart: boolean) => PlaceMention | 'part' | 'neither';

/** "northern Iraq", "the north-east of Borno"; `whole`: "South Sudan" is no part of Sudan. */
export const partsOf = (whole: Whole): Rule[] => {
  const part = (compass: Compass, place: PlaceMention, apart = false) => {
    const named = place.people || place.part ? 'neither' : whole(compass, place, apart);
    if (named === 'neither') return undefined;
    return made('place', named === 'part' ? { ...place, part: compass.part } : named);
  };
  return [
    rule('compass place', ['compass', 'place'], (compass, place) => part(compass, place), 1.2),
    rule('compass of place', ['compass', 'of', 'place'], (compass, _, place) => part(compass, place, true), 1.4),
  ];
};

export const containment: Rule[] = [
  rule('place, holder', ['place', 'comma', 'place'], (place, _, holder) => inside(place, holder), 1),
  rule('place in holder', ['place', 'in', 'place'], (place, _, holder) => inside(place, holder), 1),
  rule('place of holder', ['place', 'of', 'place'], (place, _, holder) => inside(place, holder), 0.6),
  rule('place (holder)', ['place', 'open', 'place', 'close'], (place, _, holder) => inside(place, holder), 1),
  rule('place holder', ['place', 'place'], (place, holder) => (holder.people ? undefined : inside(place, holder)), 0.4),
];

/** "the border of Iraq with Syria", "the Iraqi-Syrian border": of two countries. */
function border(a: PlaceMention, b: PlaceMention, km?: number) {
  const [one, other] = [a, b].map((p) => ({
    ...p,
    people: false,
    candidates: p.candidates.filter((c) => c.level === 'country'),
  }));
  return one?.candidates[0] && other?.candidates[0] && one.candidates[0].key !== other.candidates[0].key
    ? where('along', { all: [one, other], joint: 'and' }, km)
    : undefined;
}
const borderOfTwo = ({ all: [a, b, c] }: Several<PlaceMention>) => (a && b && !c ? border(a, b) : undefined);

export const borders: Rule[] = [
  rule(
    'border between places',
    ['border', 'between', 'place', 'and', 'place'],
    (_, __, a, ___, b) => border(a, b),
    1.2,
  ),
  rule('border of places', ['border', 'of', 'places'], (_, __, all) => borderOfTwo(all), 1.2),
  rule(
    'border of place with place',
    ['border', 'of', 'place', 'involve', 'place'],
    (_, __, a, ___, b) => border(a, b),
    1.2,
  ),
  rule('place border with place', ['place', 'border', 'involve', 'place'], (a, _, __, b) => border(a, b), 1.2),
  rule('places border', ['places', 'border'], borderOfTwo, 1.2),
  rule('place-place border', ['place', 'dash', 'place', 'border'], (a, _, b) => border(a, b), 1.4),
  rule('place place border', ['place', 'place', 'border'], (a, b) => border(a, b), 1.2),
  rule('near border', ['near', 'where'], (_, w) => (w.relation === 'along' ? made('where', w) : undefined), 0.2),
  rule(
    'km of border',
    ['distance', 'radius', 'where'],
    (km, _, w) => (w.relation === 'along' ? made('where', { ...w, km }) : undefined),
    0.6,
  ),
];

export const wheres: Rule[] = [
  rule('at place', ['place'], (p) => where('in', one(p)), 0),
  rule('at places', ['places'], (ps) => where('in', ps), 0),
  rule('in place', ['in', 'place'], (_, p) => (p.people ? undefined : where('in', one(p))), 0.4),
  rule('in places', ['in', 'places'], (_, ps) => where('in', ps), 0.4),
  rule('of place', ['of', 'place'], (_, p) => where('in', one(p)), 0.2),
  rule('of places', ['of', 'places'], (_, ps) => where('in', ps), 0.2),
  rule(
    'km compass of place',
    ['distance', 'compass', 'of', 'place'],
    (km, { part }, _, p) => near(one({ ...p, part }), km),
    1,
  ),
  rule('near place', ['near', 'place'], (_, p) => near(one(p)), 0.6),
  rule('near places', ['near', 'places'], (_, ps) => near(ps), 0.6),
  rule('km of place', ['distance', 'radius', 'place'], (km, _, p) => near(one(p), km), 0.6),
  rule('km of places', ['distance', 'radius', 'places'], (km, _, ps) => near(ps, km), 0.6),
  rule('km place', ['distance', 'place'], (km, p) => near(one(p), km), 0.2),
  rule('km radius of place', ['distance', 'radius', 'radius', 'place'], (km, _, __, p) => near(one(p), km), 0.6),
  rule(
    'near place km',
    ['where', 'distance'],
    (w, km) =>
      w.relation !== 'in' ? made('where', { ...w, km }) : near({ all: w.places, joint: w.joint ?? 'and' }, km),
    0.3,
  ),
  rule(
    'near place within km',
    ['where', 'within', 'distance'],
    (w, _, km) =>
      w.relation !== 'in' ? made('where', { ...w, km }) : near({ all: w.places, joint: w.joint ?? 'and' }, km),
    0.3,
  ),
  rule('within km', ['within', 'where'], (_, w) => (w.km === undefined ? undefined : made('where', w)), 0.2),
  rule('between places', ['between', 'place', 'and', 'place'], (_, a, __, b) => line(a, b), 1),
  rule('road places', ['road', 'place', 'to', 'place'], (_, a, __, b) => line(a, b), 1),
  rule('road between places', ['road', 'place', 'and', 'place'], (_, a, __, b) => line(a, b), 0.6),
  rule('place-place road', ['place', 'dash', 'place', 'road'], (a, _, b) => line(a, b), 1),
  rule(
    'the road between places',
    ['road', 'where'],
    (_, w) => (w.relation === 'between' ? made('where', w) : undefined),
    0.2,
  ),
  rule(
    'line km',
    ['where', 'distance'],
    (w, km) => (w.relation === 'between' ? made('where', { ...w, km }) : undefined),
    0.2,
  ),
  rule('at point', ['point'], (point) => made('where', { relation: 'near', places: [], point }), 0),
  rule('near point', ['near', 'point'], (_, point) => made('where', { relation: 'near', places: [], point }), 0.3),
  rule(
    'km of point',
    ['distance', 'radius', 'point'],
    (km, _, point) => made('where', { relation: 'near', places: [], point, km }),
    0.6,
  ),
  rule('where', ['in', 'where'], (_, w) => (w.relation === 'in' ? undefined : made('where', w)), 0.1),
];
