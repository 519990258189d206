import type { Database, Row } from '../../database/database.ts';
import type { Vocabulary, VocabularyActor, VocabularyPlace } from '../data-profile.ts';

/** The version of the data: the cursor of its last change. */
export const versionOf = async (db: Database): Promise<number> =>
  Number((await db.get('SELECT max(cursor) AS cursor FROM change'))?.cursor ?? 0);

/** Only this many sources are in the vocabulary, those with most incidents. */
const mostSources = 5000;

const namesWhere = (which: string) =>
  `SELECT kind, name, country, max(admin1) AS admin1, sum(n) AS incidents, sum(placed) AS placed, sum(lat) AS lat, sum(lon) AS lon
   FROM named WHERE ${which} GROUP BY kind, name, country ORDER BY kind, name, country`;
const selectAll = namesWhere('n > 0');
const selectChanged = namesWhere('(kind, name) IN (SELECT kind, name FROM named WHERE version > ?)');

/** The mean in degrees, from a sum in millionths of a degree. */
const mean = (sum: unknown, placed: unknown) =>
  Number(placed) ? Math.round(Number(sum) / Number(placed)) / 1e6 : null;
const textOrNull = (text: unknown) => (text === '' ? null : String(text));

const placeOf = (row: Row): VocabularyPlace => ({
  level: row.kind as VocabularyPlace['level'],
  name: String(row.name),
  country: textOrNull(row.country),
  admin1: textOrNull(row.admin1),
  lat: mean(row.lat, row.placed),
  lon: mean(row.lon, row.placed),
  incidents: Number(row.incidents),
});

/** An actor or a source, from its rows: one for each country. */
function actorOf(rows: readonly Row[]): VocabularyActor {
  const most = rows.reduce((a, b) => (Number(b.incidents) > Number(a.incidents) ? b : a));
  const incidents = rows.reduce((n, row) => n + Number(row.incidents), 0);
  return { name: String(most.name), incidents, country: textOrNull(most.country) };
}

const createCache = () => ({
  places: new Map<string, VocabularyPlace>(),
  actors: new Map<string, VocabularyActor>(),
  sources: new Map<string, VocabularyActor>(),
});
type VocabularyCache = ReturnType<typeof createCache>;

function setOrDelete<T extends { incidents: number }>(map: Map<string, T>, key: string, value: T): void {
  if (value.incidents > 0) map.set(key, value);
  else map.delete(key);
}

function updateName(cache: VocabularyCache, rows: readonly Row[]): void {
  const [{ kind, name }] = rows as [Row];
  if (kind === 'actor') setOrDelete(cache.actors, String(name), actorOf(rows));
  else if (kind === 'source') setOrDelete(cache.sources, String(name), actorOf(rows));
  else for (const row of rows) setOrDelete(cache.places, `${kind}|${name}|${row.country}`, placeOf(row));
}

const toVocabulary = ({ places, actors, sources }: VocabularyCache, version: number): Vocabulary => ({
  version,
  places: [...places.values()],
  actors: [...actors.values()],
  sources: [...sources.values()]
    .sort((a, b) => b.incidents - a.incidents)
    .slice(0, mostSources)
    .map(({ name, incidents }) => ({ name, incidents })),
});

/**
 * Returns a function that reads the vocabulary. It keeps the last one and only reads the names that have changed since.
 */
export function openVocabulary(db: Database): () => Promise<Vocabulary> {
  const cache = createCache();
  let latest: Vocabulary | undefined;
  return async () => {
    const version = await versionOf(db);
    if (latest?.version === version) return latest;
    const rows = latest ? await db.all(selectChanged, latest.version) : await db.all(selectAll);
    for (const ofName of Map.groupBy(rows, (row) => `${row.kind}|${row.name}`).values()) updateName(cache, ofName);
    if (!latest || latest.version < version) latest = toVocabulary(cache, version);
    return latest;
  };
}
