import type { IncidentRecord } from '../incident.ts';

/** A number of 53 bits for a text; two texts in a file of millions hardly ever share one (cyrb53). */
function hashOf(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** What tells two events apart: of a long text its beginning, its end and its length. */
const inShort = (text = ''): string =>
  text.length < 100 ? text : `${text.slice(0, 70)}${text.length}${text.slice(-20)}`;

const signature = ({ when, where, title, summary }: IncidentRecord): string =>
  `${when.start}|${when.end}|${where.country}|${where.place}|${where.lat}|${where.lon}|${title}|${inShort(summary)}`;

/**
 * Tells apart the rows of one file that have the same id. The first keeps it; the same event again is `undefined`, and
 * another event gets an id of its own, "17-2", the same at each import.
 */
export function idsApart(): (record: IncidentRecord) => IncidentRecord | undefined {
  const seen = new Map<number, number>();
  const more = new Map<string, Set<number>>();
  return (record) => {
    const [id, content] = [hashOf(record.id), hashOf(signature(record))];
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, content);
      return record;
    }
    const others = more.get(record.id) ?? new Set();
    if (first === content || others.has(content)) return undefined;
    more.set(record.id, others.add(content));
    return { ...record, id: `${record.id}-${others.size + 1}` };
  };
}
