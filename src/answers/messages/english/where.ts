import type { Incident, IncidentRecord } from '../../../incidents/incident.ts';
import { clean } from './text.ts';

const coarse: Partial<Record<Incident['where']['precision'], string>> = {
  near: '; the place is known to within about 25 km',
  district: '; exact place not known',
  province: '; where in the province is not known',
  country: '; where in the country is not known',
  sea: '; at sea or in the air',
  unknown: '',
};

/** Where an incident was, as exactly as its sources say. */
export function where({ where: w }: Pick<IncidentRecord, 'where'>): string {
  if (w.between)
    return clean(
      `between ${w.between[0].name} and ${w.between[1].name}, ${w.country ?? 'country not known'}${w.route ? `, ${w.route}` : ''} (exact point not known)`,
    );
  const names = [w.place, w.admin1, w.country].filter((n): n is string => n !== undefined);
  const distinct = names.filter((n, i) => names.findIndex((o) => o.toLowerCase().startsWith(n.toLowerCase())) === i);
  const hedge = w.precision === 'line' ? '; along a line or within an area' : (coarse[w.precision] ?? '');
  return clean(`${distinct.join(', ') || 'place not given'}${hedge}`);
}
