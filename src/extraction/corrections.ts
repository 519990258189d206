import type { EntityLinker } from '../entities/entity-linker.ts';
import { eventTypeById } from '../incidents/event-types.ts';
import {
  type ActorPart,
  type Attribution,
  type Casualty,
  type Incident,
  incident as schema,
  type Where,
} from '../incidents/incident.ts';
import { readEventTypes } from '../reading/readers/event-type.ts';
import { draftId } from './assemble-incident.ts';
import { readCasualties } from './casualties.ts';
import type { DraftIncident, Evidence } from './draft.ts';
import { parsePlace } from './resolve-place.ts';
import { readTimes } from './resolve-time.ts';
import { mostSpecificTypes } from './type-compatibility.ts';

/** The fields of a draft that a person has rewritten, as typed. */
export interface DraftCorrections {
  place?: string | undefined;
  day?: string | undefined;
  kind?: string | undefined;
  actors?: string | undefined;
  casualties?: string | undefined;
}

/** What corrections are read with: when and where they were typed, and the names to link. */
export interface CorrectionContext {
  names: EntityLinker;
  now: Date;
  locale: string;
  /** The source of facts for which the correction names none. */
  by: string;
}

/** A correction that cannot be parsed: the field, and its text. */
export class CorrectionError extends Error {
  readonly field: keyof DraftCorrections;
  readonly said: string;
  constructor(field: keyof DraftCorrections, said: string) {
    super(`${field}: ${said}`);
    this.field = field;
    this.said = said;
  }
}

/** An empty draft, to be filled in by hand. */
export const emptyDraftIncident = (source: string): DraftIncident => ({
  incident: schema.parse({
    kind: 'incident',
    id: draftId,
    when: { start: null, end: null, precision: 'unknown' },
    where: { precision: 'unknown' },
    eventTypes: ['violence'],
    reports: [{ publisher: source }],
    flags: ['unreviewed'],
  }),
  evidence: [],
});

const notKnown = /^(?:unknown|not known|none|-|–)$/i;
const parts = (words: string) =>
  words
    .split(/[;\n]/)
    .map((p) => p.trim())
    .filter(Boolean);

function parseWhere(said: string, { names }: CorrectionContext): Where {
  if (notKnown.test(said)) return { precision: 'unknown', basis: 'source' };
  const where = parsePlace(said, names);
  if (!where) throw new CorrectionError('place', said);
  return where;
}

function parseWhen(said: string, { now, locale }: CorrectionContext): Incident['when'] {
  if (notKnown.test(said)) return { start: null, end: null, precision: 'unknown', basis: 'source' };
  const found = readTimes(said, { date: now.toISOString().slice(0, 10), locale }).find(
    (t) => t.when.start !== null && !t.long,
  );
  if (!found) throw new CorrectionError('day', said);
  return found.when;
}

function parseTypes(said: string): string[] {
  const ids = said
    .split(/[,;\n]/)
    .map((w) => w.trim().toLowerCase().replaceAll(' ', '-'))
    .filter((w) => eventTypeById(w));
  const types = mostSpecificTypes([...ids, ...readEventTypes(said).map((r) => r.value)]);
  if (types.length === 0) throw new CorrectionError('kind', said);
  return types;
}

const roles: Record<string, ActorPart['role']> = {
  attacker: 'attacker',
  target: 'target',
  victim: 'victim',
  side: 'party',
  other: 'other',
};
const statuses = new Set<string>(['observed', 'suspected', 'blamed', 'claimed', 'denied', 'doubted', 'confirmed']);

/** "attacker: gunmen", "claimed: Al-Shabaab", "blamed: the ELN by the government". */
function parseActors(said: string, context: CorrectionContext): Pick<Incident, 'actors' | 'attributions'> {
  const actors: ActorPart[] = [];
  const attributions: Attribution[] = [];
  for (const line of notKnown.test(said) ? [] : parts(said)) {
    const [, word = '', rest = ''] = line.match(/^([a-z]+) ?: ?(.+)$/i) ?? [];
    const [, name = rest, by] = rest.match(/^(.+?) (?:by|according to|says?) (.+)$/i) ?? [];
    const label = word.toLowerCase();
    const role = roles[label];
    if (role) actors.push({ actor: rest, role });
    else if (statuses.has(label)) {
      const own = label === 'claimed' || label === 'denied';
      attributions.push({ actor: name, status: label as Attribution['status'], by: by ?? (own ? name : context.by) });
    } else throw new CorrectionError('actors', line);
  }
  return { actors, attributions };
}

function parseCasualties(said: string, { by }: CorrectionContext): Casualty[] {
  if (notKnown.test(said)) return [];
  return parts(said).flatMap((line): Casualty[] => {
    const found = readCasualties(line);
    if (found.length === 0) throw new CorrectionError('casualties', line);
    return found.map(({ kind: harm, group, toll, words }) => ({
      group,
      [harm]: toll,
      by,
      ...(words ? { note: `${harm}: “${words}”` } : {}),
    }));
  });
}

const fieldOf: Record<string, keyof DraftCorrections> = {
  where: 'place',
  when: 'day',
  eventTypes: 'kind',
  casualties: 'casualties',
};

/** The draft with a person's corrections; corrected fields lose their evidence. Throws CorrectionError. */
export function applyFormCorrections(
  { incident, evidence }: DraftIncident,
  said: DraftCorrections,
  context: CorrectionContext,
): DraftIncident {
  const changed: Partial<Incident> = {
    ...(said.place === undefined ? {} : { where: parseWhere(said.place, context) }),
    ...(said.day === undefined ? {} : { when: parseWhen(said.day, context) }),
    ...(said.kind === undefined ? {} : { eventTypes: parseTypes(said.kind) }),
    ...(said.actors === undefined ? {} : parseActors(said.actors, context)),
    ...(said.casualties === undefined ? {} : { casualties: parseCasualties(said.casualties, context) }),
  };
  const fields: Record<keyof DraftCorrections, Evidence['field'][]> = {
    place: ['where'],
    day: ['when'],
    kind: ['kind'],
    actors: ['actor', 'attribution'],
    casualties: ['casualties'],
  };
  const gone = (Object.keys(fields) as (keyof DraftCorrections)[])
    .filter((f) => said[f] !== undefined)
    .flatMap((f) => fields[f]);
  const parsed = schema.safeParse({ ...incident, ...changed });
  if (!parsed.success) {
    const field = fieldOf[String(parsed.error.issues[0]?.path[0])] ?? 'actors';
    throw new CorrectionError(field, said[field] ?? '');
  }
  return {
    incident: parsed.data,
    evidence: evidence.filter((e) => !gone.includes(e.field)),
  };
}
