import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { areaAt } from '../../geo/areas.ts';
import { alpha2Codes, alpha2Of } from '../../geo/country-codes.ts';
import { foldKeepingArticles } from '../../kernel/normalise.ts';
import type { Where } from '../incident.ts';

const file = new URL('../../../data/country-spellings.json', import.meta.url);
/** Spellings of data sets and offices by the usual name of the country. */
const spellings = z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(file, 'utf8')));

const key = (name: string): string => foldKeepingArticles(name);
const languages = ['en', 'fr', 'es', 'de', 'pt', 'ar', 'ru'];

function usualNames(): Map<string, string> {
  const byKey = new Map<string, string>();
  const add = (spelling: string | undefined, name: string) => {
    if (spelling && !byKey.has(key(spelling))) byKey.set(key(spelling), name);
  };
  for (const [name, others] of Object.entries(spellings)) for (const spelling of [name, ...others]) add(spelling, name);
  const displays = languages.map((l) => new Intl.DisplayNames([l], { type: 'region', fallback: 'none' }));
  for (const display of displays)
    for (const code of alpha2Codes) {
      const name = displays[0]?.of(code) ?? code;
      add(display.of(code), byKey.get(key(name)) ?? name);
    }
  return byKey;
}

let names: Map<string, string> | undefined;
const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const found = new Map<string, string>();

/**
 * The usual English name of a country that a file writes as a code, in another language or as offices do: "SYR", "Syrie"
 * and "Syrian Arab Republic" are Syria. Any other name stays as it is.
 */
function usualCountry(written: string): string {
  const known = found.get(written);
  if (known !== undefined) return known;
  names ??= usualNames();
  const code = alpha2Of(written);
  const name = names.get(key((code && english.of(code)) || written)) ?? written;
  if (found.size < 5000) found.set(written, name);
  return name;
}

const fine: Where['precision'][] = ['exact', 'near', 'district', 'province'];
const atPoint = new Map<string, string | undefined>();

/** The country whose outline a position lies in. Positions that come again are remembered. */
function countryAt(lat: number, lon: number): string | undefined {
  const point = `${lat},${lon}`;
  if (atPoint.has(point)) return atPoint.get(point);
  const country = areaAt(lon, lat)?.properties.country;
  if (atPoint.size > 20_000) atPoint.clear();
  atPoint.set(point, country);
  return country;
}

/** A place with its country by its usual name, or by the outline its position lies in where the file names none. */
export function withCountry(where: Where): Where {
  const { country, lat, lon, precision } = where;
  if (country !== undefined) return { ...where, country: usualCountry(country) };
  const at = lat !== undefined && lon !== undefined && fine.includes(precision) ? countryAt(lat, lon) : undefined;
  return at === undefined ? where : { ...where, country: usualCountry(at) };
}
