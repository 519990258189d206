import { totalsOf } from './casualty-totals.ts';
import type { Incident } from './incident.ts';

const names = ({ where: w }: Incident) => [w.place, w.admin1, w.admin2, w.country];

/** What people call the parts in which two revisions may differ, those that matter most first. */
const parts = {
  toll: (i: Incident) => {
    const { best, low, high } = totalsOf(i);
    return [best, low, high];
  },
  'other figures': (i: Incident) => i.casualties,
  date: (i: Incident) => [i.when.start, i.when.end],
  'precision of the date': (i: Incident) => i.when.precision,
  place: (i: Incident) => [...names(i).map((name) => name?.toLowerCase()), i.where.between],
  position: (i: Incident) => [i.where.lat, i.where.lon],
  'precision of the place': (i: Incident) => i.where.precision,
  kind: (i: Incident) => i.eventTypes,
  actors: (i: Incident) => i.actors,
  claims: (i: Incident) => i.attributions,
  sources: (i: Incident) => [i.reports, i.sourceCount],
  flags: (i: Incident) => i.flags,
  spelling: names,
  wording: (i: Incident) => [i.title, i.summary, i.details, i.conflict, i.where.description, i.where.route],
};
export type ChangedField = keyof typeof parts;

/** In which parts two revisions of an incident differ, in the order of their weight. */
export function diffIncidents(before: Incident, after: Incident): ChangedField[] {
  const found = (Object.keys(parts) as ChangedField[]).filter(
    (part) => JSON.stringify(parts[part](before)) !== JSON.stringify(parts[part](after)),
  );
  // Where the place is another, how it is spelled is no news.
  return found.includes('place') ? found.filter((part) => part !== 'spelling') : found;
}
