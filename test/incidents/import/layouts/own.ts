import { csv, xlsx } from '../../../../src/answers/exports/csv-xlsx.ts';
import { geojson, json } from '../../../../src/answers/exports/json.ts';
import { type Incident, incident } from '../../../../src/incidents/incident.ts';
import { isoOf, times } from './write.ts';

const recordOf = (i: number): Incident =>
  incident.parse({
    kind: 'incident',
    id: `desk:${i}`,
    title: `Ambush ${i}`,
    summary: `Seen by "two";\nthen -left ${i}`,
    when: { start: isoOf(i), end: isoOf(i), precision: 'day' },
    where: { place: `Town ${i % 50}`, country: 'Iraq', lat: 33 + (i % 100) / 100, lon: 43.5, precision: 'near' },
    eventTypes: [i % 2 ? 'ambush' : 'battle'],
    actors: [{ actor: 'Red Brigade', role: 'attacker' }],
    casualties: [{ group: 'all', killed: { low: i % 3, best: i % 3, high: i % 5 } }],
    reports: [{ publisher: 'Wire', date: isoOf(i), url: 'https://example.org/1' }],
  });
const about = {
  answer: 'Incidents.',
  notes: ['Read as: incidents.'],
  exportedAt: '2026-01-01T00:00:00.000Z',
  datasets: [{ id: 'desk', name: 'The desk', licence: 'CC0', citation: 'The desk, 2031' }],
};

const writers = { csv, xlsx, geojson, json };

/** What `export` writes, with made-up incidents. */
export const exportAs = (as: keyof typeof writers) => async (rows: number) => {
  async function* incidents() {
    yield* times(rows, recordOf);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of writers[as]({ about, content: { incidents: incidents() } }))
    chunks.push(Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
};
