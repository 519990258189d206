import type { Database, Row } from '../../../database/database.ts';
import { boxAround } from '../../../geo/distance.ts';
import { daysLater } from '../../day-spans.ts';
import { type DuplicateScore, duplicateWindow, scoreDuplicate } from '../../duplicate-score.ts';
import type { Incident } from '../../incident.ts';
import { longest } from '../where-period.ts';

/** Datasets that may have the same incident twice; incidents of the others are only compared across datasets. */
export const mayRepeatItself: ReadonlySet<string> = new Set(['reported']);

const mostNeighbours = 60;
/** Log odds below which a pair is no rival either. */
const leastScore = -3;

/** An incident to compare, with its row. */
export interface Node {
  rid: number;
  id: string;
  dataset: string;
  incident: Incident;
}

/** What a SELECT needs for `nodeOf`; a WHERE over `i` follows. */
export const nodeColumns = 'i.rid, i.id, i.dataset, b.json FROM incident i JOIN body b USING (rid)';

/** The incident of a row selected with `nodeColumns`. */
export const nodeOf = (row: Row): Node => ({
  rid: Number(row.rid),
  id: String(row.id),
  dataset: String(row.dataset),
  incident: JSON.parse(String(row.json)) as Incident,
});

type Which = 'other datasets' | 'own dataset';

/** Counted incidents within the window of days and kilometres, except those that a person has split from this one. */
async function incidentsNear(
  db: Database,
  { rid, id, dataset, incident: { when, where } }: Node,
  which: Which,
): Promise<Node[]> {
  if (when.start === null || when.end === null) return [];
  const box =
    where.lat === undefined || where.lon === undefined
      ? undefined
      : boxAround([{ lat: where.lat, lon: where.lon }], duplicateWindow.km);
  const near = box ? '(i.lat IS NULL OR (i.lat BETWEEN ? AND ? AND i.lon BETWEEN ? AND ?))' : 'i.country = ?';
  const position = box ? [box.south, box.north, box.west, box.east] : [where.country ?? ''];
  const own = which === 'own dataset';
  const rows = await db.all(
    `SELECT ${nodeColumns} WHERE i.counted = 1 AND i.last BETWEEN ? AND ? AND i.first <= ? AND i.rid <> ?
     AND ${own ? 'i.dataset = ?' : '(i.dataset <> ? OR i.dataset = ?)'} AND ${near}
     AND NOT EXISTS (SELECT 1 FROM apart WHERE (apart.a = i.id AND apart.b = ?) OR (apart.a = ? AND apart.b = i.id)) LIMIT ${mostNeighbours}`,
    daysLater(when.start, -duplicateWindow.days),
    daysLater(when.end, duplicateWindow.days + longest - 1),
    daysLater(when.end, duplicateWindow.days),
    rid,
    dataset,
    ...(own ? [] : [mayRepeatItself.has(dataset) ? dataset : '']),
    ...position,
    id,
    id,
  );
  return rows.map(nodeOf);
}

interface Neighbour {
  other: Node;
  scored: DuplicateScore;
}
type FindNeighbours = (node: Node) => Promise<Neighbour[]>;

function cachedNeighbours(db: Database, which: Which): FindNeighbours {
  const cache = new Map<number, Neighbour[]>();
  return async (node) => {
    const cached = cache.get(node.rid);
    if (cached) return cached;
    const neighbours = (await incidentsNear(db, node, which)).flatMap((other) => {
      const scored = scoreDuplicate(node.incident, other.incident);
      return scored && scored.score > leastScore ? [{ other, scored }] : [];
    });
    cache.set(node.rid, neighbours);
    return neighbours;
  };
}

/** How much the odds of pairs within one dataset, which are no duplicates, weigh against a pair across datasets. */
const chance = 0.5;

const sumOfOdds = (neighbours: readonly Neighbour[]) =>
  neighbours.reduce((total, { scored }) => total + Math.exp(scored.score), 0);

/** Finds the possible duplicates of incidents, and how sure each pair is. Remembers what it has compared. */
export function createComparer(db: Database) {
  const neighbours = cachedNeighbours(db, 'other datasets');
  const own = cachedNeighbours(db, 'own dataset');
  /** The pair's share of all odds: small where another incident is as likely, or where incidents look alike anyway. */
  const share = async (node: Node, other: Node): Promise<number> => {
    const all = await neighbours(node);
    const pair = all.find((n) => n.other.rid === other.rid);
    const byChance = mayRepeatItself.has(node.dataset) ? 0 : chance * sumOfOdds(await own(node));
    return pair ? Math.exp(pair.scored.score) / (1 + sumOfOdds(all) + byChance) : 0;
  };
  /** 0 to 0.99: the smaller of the two shares. */
  const confidence = async (node: Node, other: Node): Promise<number> =>
    Math.min(0.99, Math.round(100 * Math.min(await share(node, other), await share(other, node))) / 100);
  return { neighbours, confidence };
}
