import { totalsOf } from './casualty-totals.ts';
import type { Incident } from './incident.ts';

const names = ({ where: w }: Incident) => [w.place, w.admin1, w.admin2, w.country];

/** The fields in which revisions are compared, by the names shown to people, the most important first. */
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
/** A field in which two revisions may differ. */
export type ChangedField = keyof typeof parts;

/** The fields in which two revisions of an incident differ, the most important first. */
export function diffIncidents(before: Incident, after: Incident): ChangedField[] {
  const changed = (Object.keys(parts) as ChangedField[]).filter(
    (part) => JSON.stringify(parts[part](before)) !== JSON.stringify(parts[part](after)),
  );
  // If the place is another one, its spelling is no change of its own.
  return changed.includes('place') ? changed.filter((part) => part !== 'spelling') : changed;
}
