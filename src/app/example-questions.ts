import type { Logger } from 'pino';
import type { Coverage, Vocabulary } from '../incidents/data-profile.ts';
import type { Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { knownActors } from '../incidents/known-actors.ts';
import { query } from '../incidents/query.ts';
import { minute } from '../kernel/duration.ts';
import type { ParseResult } from '../reading/parse-result.ts';

/** "Yemen (North Yemen)" is "Yemen" to people. */
const asSaid = (name: string): string => name.replace(/\s*\(.*\)$/, '');

/** "July 2020" */
const monthOf = (day: string): string =>
  new Date(day).toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const yearOf = (day: string): string => day.slice(0, 4);

const official = /government|forces|international|peacekeeping/;
const groupsByDataName = new Map(
  knownActors.filter((a) => !official.test(a.kind)).flatMap((a) => a.datasetNames.map((name) => [name, a.name])),
);

/** The best recorded group that people have a name for, and where it is most active. */
function groupOf({ actors }: Vocabulary): { name: string; country: string } | undefined {
  const found = actors
    .toSorted((a, b) => b.incidents - a.incidents)
    .find(({ name, country }) => country !== null && groupsByDataName.has(name));
  return found && { name: groupsByDataName.get(found.name) ?? found.name, country: asSaid(found.country ?? '') };
}

/** An incident that someone has claimed; the latest one. */
async function claimed(incidents: Pick<Incidents, 'find'>): Promise<Incident | undefined> {
  const filter = { attribution: { statuses: ['claimed'] } };
  return (await incidents.find(query.parse({ measure: 'list', limit: 1, filter }))).incidents[0];
}

/** Questions about places, actors and periods of the data; whether it can answer them is not yet known. */
function candidates(coverage: Coverage, vocabulary: Vocabulary, claim: Incident | undefined): string[] {
  const dated = coverage.countries.filter(({ last }) => last).toSorted((a, b) => b.incidents - a.incidents);
  const [first, second = first, third = second] = dated.map((c) => ({ name: asSaid(c.country), last: c.last }));
  if (!first || !second || !third) return [];
  const group = groupOf(vocabulary);
  const years = Number(yearOf(coverage.last ?? '')) - Number(yearOf(coverage.first ?? ''));
  const where = claim?.where.between?.[1].name ?? claim?.where.place;
  return [
    `attacks in ${first.name} in ${monthOf(first.last)}`,
    `how many people were killed in ${second.name} in ${yearOf(second.last)}?`,
    ...(where ? [`who claimed the attack near ${where}?`] : []),
    ...(group ? [`attacks by ${group.name} in ${group.country}`] : []),
    years >= 2 ? `killed per year in ${first.name}` : `incidents by kind in ${first.name}`,
    `deadliest incidents in ${third.name} since ${Number(yearOf(third.last)) - (years >= 5 ? 5 : 0)}`,
  ];
}

const most = 5;
/** The data changes all the time while it is imported; examples may be older. */
const keptFor = 10 * minute;

interface ExampleSources {
  incidents: Incidents;
  log: Logger;
  read(text: string): Promise<ParseResult>;
}

/** Questions to try, at most five, each of which the present data answers with at least one incident. Never rejects. */
export function createExamples({ incidents, log, read }: ExampleSources, now = Date.now): () => Promise<string[]> {
  let latest: { version: number; at: number; examples: Promise<string[]> } | undefined;
  async function isAnswered(question: string): Promise<boolean> {
    const parsed = await read(question);
    if (parsed.kind !== 'query' || parsed.unread.length > 0) return false;
    return (await incidents.find({ ...parsed.query, limit: 1 })).total > 0;
  }
  async function make(coverage: Coverage): Promise<string[]> {
    const all = candidates(coverage, await incidents.vocabulary(), await claimed(incidents));
    const answered: string[] = [];
    for (const question of new Set(all))
      if (answered.length < most && (await isAnswered(question))) answered.push(question);
    return answered;
  }
  return async () => {
    try {
      const coverage = await incidents.coverage();
      const fresh = latest && (latest.version === coverage.version || now() - latest.at < keptFor);
      if (!latest || !fresh) latest = { version: coverage.version, at: now(), examples: make(coverage) };
      return await latest.examples;
    } catch (error) {
      latest = undefined;
      log.warn({ err: error }, 'no examples could be made of the data');
      return [];
    }
  };
}
