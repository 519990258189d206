import { areaAt, outlineOf } from '../geo/areas.ts';
import { foldWithoutPlaceType } from '../kernel/normalise.ts';
import { km, townKm } from './data-places.ts';
import { isWide, type PlaceCandidate } from './entity-linker.ts';

/** A place in a district is no further from where the district's incidents are on average. */
const districtKm = 50;

/**
 * Whether a place lies in another: a town in its province, a province in its country, a quarter in its town. By the
 * names that the data and the gazetteer have for what it lies in; where these are unknown, by position and outlines.
 */
export function liesIn(place: PlaceCandidate, holder: PlaceCandidate): boolean {
  if (place.key === holder.key || isWide(place)) return holder.level === 'world-region' && isInCountryOf(place, holder);
  if (holder.radiusKm !== undefined) return isWithin(place, holder, holder.radiusKm);
  if (!isInCountryOf(place, holder)) return false;
  switch (holder.level) {
    case 'country':
    case 'world-region':
      return true;
    case 'admin1':
    case 'region':
      return place.level !== 'region' && isInProvinces(place, holder);
    case 'admin2':
      return place.level !== 'admin1' && isWithin(place, holder, districtKm);
    default:
      return place.level !== 'admin1' && isWithin(place, holder, townKm);
  }
}

const isInCountryOf = (place: PlaceCandidate, holder: PlaceCandidate): boolean =>
  place.countries.some((country) => holder.countries.includes(country)) ||
  (holder.countryCode !== undefined && holder.level !== 'region' && place.countryCode === holder.countryCode);

const at = ({ lat, lon }: PlaceCandidate) => ({ lat: lat ?? null, lon: lon ?? null });

/** Whether both positions are known, and no further apart. */
const isWithin = (place: PlaceCandidate, holder: PlaceCandidate, radiusKm: number): boolean =>
  place.lat !== undefined && holder.lat !== undefined && km(at(place), at(holder)) <= radiusKm;

/** "IQ.15": the gazetteer's code of a province. The data has the province of a place as a name. */
const code = /^[A-Z]{2}\.\S+$/;

function isInProvinces(place: PlaceCandidate, holder: PlaceCandidate): boolean {
  const { admin1 = '' } = place;
  const names = [...(holder.level === 'admin1' ? [holder.name] : []), ...holder.dataNames];
  if (place.level === 'admin1')
    return holder.level === 'region' && place.dataNames.some((name) => holder.dataNames.includes(name));
  const own = new Set([admin1, ...(place.provinces ?? [])].map(foldWithoutPlaceType));
  if (names.some((name) => own.has(foldWithoutPlaceType(name)))) return true;
  return code.test(admin1) && code.test(holder.admin1 ?? '') ? admin1 === holder.admin1 : isInside(place, names);
}

/** Whether the place's position is inside the outline of one of the provinces. */
function isInside({ lat, lon, countries }: PlaceCandidate, provinces: readonly string[]): boolean {
  if (lat === undefined || lon === undefined) return false;
  const area = areaAt(lon, lat);
  return (
    area !== undefined &&
    provinces.some((name) =>
      countries.some((country) => outlineOf({ level: 'province', name, country }).includes(area)),
    )
  );
}
