import type { Dataset, Incident } from '../../incidents/incident.ts';
import { byQuantity } from '../../incidents/quantities.ts';
import type { ExportContent } from './content.ts';
import { propertiesOf } from './table.ts';

/** `{ …head, "list": [ … ] }`, an entry a line. */
async function* listed<T>(head: object, list: string, entries: AsyncIterable<T> | Iterable<T>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"${list}":[`;
  let before = '\n';
  for await (const entry of entries) {
    yield `${before}${JSON.stringify(entry)}`;
    before = ',\n';
  }
  yield '\n]}\n';
}

/** `{ about, incidents }` with whole records as stored, or `{ about, by, groups }`. */
export const json = ({ about, content }: ExportContent): AsyncGenerator<string> =>
  'groups' in content
    ? listed({ about, by: content.by }, 'groups', content.groups.map(byQuantity(content.of)))
    : listed({ about }, 'incidents', content.incidents);

/** Degrees as longitude, latitude (RFC 7946). What is recorded between two places is a line, what has no position none. */
function geometry({ where: { lat, lon, between } }: Incident) {
  if (between) return { type: 'LineString', coordinates: between.map((p) => [p.lon, p.lat]) };
  return lat === undefined || lon === undefined ? null : { type: 'Point', coordinates: [lon, lat] };
}

async function* features(incidents: AsyncIterable<Incident>, datasets: readonly Dataset[]) {
  for await (const incident of incidents) {
    const properties = propertiesOf(incident, datasets);
    yield { type: 'Feature', id: incident.id, geometry: geometry(incident), properties, record: incident };
  }
}

/**
 * A FeatureCollection with `about` as a foreign member; a feature's properties are the columns of the flat files, and
 * its foreign member `record` is the whole record.
 */
export function geojson({ about, content }: ExportContent): AsyncGenerator<string> {
  if ('groups' in content) throw new Error('Groups have no places');
  return listed({ type: 'FeatureCollection', about }, 'features', features(content.incidents, about.datasets));
}
