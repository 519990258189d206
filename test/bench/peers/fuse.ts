import Fuse from 'fuse.js';
import type { Incident } from '../../../src/incidents/incident.ts';
import { median } from '../figures.ts';
import { madeIncidents } from '../made/incidents.ts';

const longest = 32;
const flat = ({ id, summary, where, when, actors, eventTypes }: Incident) => ({
  id,
  summary,
  place: where.place,
  admin1: where.admin1,
  country: where.country,
  date: when.start,
  type: eventTypes.join(' '),
  actors: actors.map((a) => a.actor).join(' '),
});

/** What a plain bot would do: fuse.js over the objects. Median milliseconds a question. */
export function fuseOver(count: number, texts: readonly string[]): number {
  const objects = [...madeIncidents(count)].map(flat);
  const keys = ['place', 'admin1', 'country', 'type', 'actors', 'summary'];
  const fuse = new Fuse(objects, { keys, includeScore: true, ignoreLocation: true });
  return median(
    texts.map((text) => {
      const started = performance.now();
      fuse.search(text.slice(0, longest), { limit: 5 });
      return performance.now() - started;
    }),
  );
}
