import type { Database, Row } from '../../../database/database.ts';
import type { Quantity, Unit } from '../../query.ts';
import type { RollupSource } from '../rollup-source.ts';
import { isOneOf } from '../sql-fragment.ts';
import { type Grouping, groupBy, groupByCountry } from './groups.ts';
import {
  type GroupInCountry,
  groupsAlike,
  joinSpellings,
  type NamedPlace,
  type SpelledUnit,
  spelledTwice,
  spelledUnits,
} from './spellings.ts';

const degrees = (sum: unknown, placed: number) => Number(sum) / placed / 1e6;

const placeOf = ({ name, country, placed, lat, lon }: Row): NamedPlace => ({
  name: String(name),
  country: String(country),
  position: Number(placed) ? { lat: degrees(lat, Number(placed)), lon: degrees(lon, Number(placed)) } : undefined,
});

/** The countries that names are in or ever were: those that no incident has any more are kept, with a count of 0. */
async function placesNamed(db: Database, level: SpelledUnit['level'], names: readonly string[]): Promise<NamedPlace[]> {
  if (level === 'country') return names.map((name) => ({ name, country: '', position: undefined }));
  const some = isOneOf('name', names);
  const rows = await db.all(
    `SELECT name, country, sum(placed) AS placed, sum(lat) AS lat, sum(lon) AS lon FROM named WHERE kind = ? AND ${some.sql} GROUP BY name, country ORDER BY name, country`,
    level,
    ...some.values,
  );
  return rows.map(placeOf);
}

/**
 * One group for each key of a unit; the spellings of a place are one, under that with most incidents. Few names have
 * several, so only these are looked up, and only those in several countries are summed again.
 */
export async function groupByName(db: Database, by: Unit, source: RollupSource, of: Quantity): Promise<Grouping> {
  const found = await groupBy(db, by, source, of);
  const unit = spelledUnits[by];
  const alike = unit ? groupsAlike(found.groups, unit) : [];
  if (!unit || alike.length === 0) return found;
  const keys = alike.map(({ key }) => key);
  const byName = Map.groupBy(spelledTwice(await placesNamed(db, unit.level, keys), unit), ({ name }) => name);
  const inOne = found.groups.flatMap((group): GroupInCountry[] => {
    const [place, ...more] = byName.get(group.key) ?? [];
    return place && more.length === 0 ? [{ ...place, group }] : [];
  });
  const several = [...byName].filter(([, places]) => places.length > 1).map(([name]) => name);
  // By the column, not the key: an index has it.
  const some = isOneOf(`i.${unit.level}`, several);
  const apart = several.length ? await groupByCountry(db, by, { source, of, some }) : [];
  const inSeveral = apart.map(({ country, group }): GroupInCountry => {
    const place = byName.get(group.key)?.find((one) => one.country === country);
    return { name: group.key, country, position: place?.position, group };
  });
  const groups = found.groups.filter(({ key }) => !byName.has(key));
  return { ...found, groups: [...groups, ...joinSpellings([...inOne, ...inSeveral], unit)] };
}
