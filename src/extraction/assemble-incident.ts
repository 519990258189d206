import { countryOfPeople } from '../entities/gazetteer/countries.ts';
import { type Report, incident as schema, type Where } from '../incidents/incident.ts';
import { partyOf } from './attributions.ts';
import type { DraftIncident, Evidence } from './draft.ts';
import type { EventCluster } from './event-coreference.ts';
import { mergeCasualties } from './merge-casualties.ts';
import { isSecurity, isSomeone } from './person-nouns.ts';
import { type AssemblyContext, isSameActor, publisherOf, resolveActors, truncateQuote } from './resolve-actors.ts';
import type { SentenceExtraction } from './sentence-extractor.ts';
import { mostSpecificTypes, refineTypes, typeFamily } from './type-compatibility.ts';

/** The id of a draft's incident until it is saved. */
export const draftId = 'reported:draft';

function typesOf(cluster: EventCluster, attackers: readonly string[]): string[] {
  const events = cluster.sentences.filter((r) => r.kind === 'event');
  const triggerTypes = cluster.sentences.flatMap((r) => r.triggers.filter((t) => !t.weak).map((t) => t.type));
  const mainTypes = cluster.types.length ? cluster.types : triggerTypes;
  const attackersAreIrregular = attackers.length > 0 && !attackers.some(isSecurity);
  const types = mainTypes.map((t) => (t === 'raid' && attackersAreIrregular ? 'armed-assault' : t));
  const specific = triggerTypes.filter((t) =>
    mainTypes.some((f) => typeFamily(f) === typeFamily(t) || f === 'violence'),
  );
  const all = [...types, ...(types.includes('raid') ? [] : specific.filter((t) => t !== 'raid'))];
  const shooters =
    all.every((t) => t === 'violence') &&
    attackers.some((a) => /\b(?:gunm[ae]n|armed|assailants|shooters?)\b/i.test(a));
  return mostSpecificTypes([
    ...all,
    ...refineTypes(
      all,
      events.flatMap((r) => r.instruments),
    ),
    ...(shooters ? ['armed-assault'] : []),
  ]);
}

/**
 * The place of a cluster. Without a country, it is that of the police or soldiers who act, or the only one in the
 * report.
 */
function whereOf(
  cluster: EventCluster,
  attackers: readonly string[],
  { countries }: AssemblyContext,
): { value: Where; read?: SentenceExtraction } {
  const location = cluster.where;
  if (location?.value.country) return location;
  const own = attackers.filter(isSecurity).flatMap((a) => countryOfPeople(a.split(' ')[0] as string) ?? [])[0];
  const country = own ?? (countries.length === 1 || location ? countries[0] : undefined);
  const base = location?.value ?? { precision: 'country' as const, basis: 'source' as const };
  if (!country)
    return {
      value: { ...base, precision: location?.value.precision ?? 'unknown' },
      ...(location ? { read: location.read } : {}),
    };
  return {
    value: { ...base, country, precision: base.precision === 'unknown' ? 'country' : base.precision },
    read: location?.read ?? (cluster.sentences[0] as SentenceExtraction),
  };
}

function reportsOf(cluster: EventCluster, context: AssemblyContext): Report[] {
  const publisher = publisherOf(context);
  const [first] = cluster.sentences;
  const headline = context.page.headline;
  const main: Report = {
    publisher,
    ...(context.date ? { date: context.date } : {}),
    ...(context.link ? { url: context.link } : {}),
    ...(headline ? { headline: truncateQuote(headline) } : { quote: truncateQuote(first?.sentence.quote ?? '') }),
  };
  const mentioned = cluster.sentences.flatMap((read) =>
    read.sourceMentions
      .filter(
        (t) => isSecurity(t.name) || !read.attributions.some((s) => s.own && isSameActor(partyOf(t.name), s.actor)),
      )
      .flatMap((t): Report[] => {
        const quote = truncateQuote(read.sentence.quote);
        return [
          { publisher: t.name, via: t.via ?? publisher, quote },
          ...(t.via ? [{ publisher: t.via, via: publisher, quote }] : []),
        ];
      }),
  );
  const other = mentioned.filter(
    (r, i) => r.publisher !== publisher && mentioned.findIndex((o) => isSameActor(o.publisher, r.publisher)) === i,
  );
  return [main, ...other];
}

const accident =
  /\b(?:accident(?:al|ally)?|gas (?:leak|cylinder|explosion)|short circuit|collision|earthquake|flood(?:s|ing)?|landslide|derail\w+|stampede|fireworks|natural gas|boiler)\b/i;

const unclaimed =
  /\b(?:no (?:group|one|organi[sz]ation)|nobody|there was no|no immediate)\b[^.;]{0,40}\b(?:claim(?:ed)?|responsibility)\b/i;

/** Whether someone did something to someone, or somewhere, unlike "inflation under attack" and "he hit the post". */
function isViolent({ sentences: reads, where }: EventCluster): boolean {
  const doers = reads.some(
    (r) => r.participants.attackers.some(isSomeone) || r.attributions.length > 0 || r.participants.parties.length > 1,
  );
  const strong = reads.some((r) => r.triggers.some((t) => !t.weak)) || doers;
  const harmed = reads.some((r) => r.casualties.some((h) => h.toll !== 'none reported'));
  return strong && (harmed || doers || where !== undefined);
}

/**
 * A draft incident from a cluster of sentences, with its evidence; undefined for accidents and for sentences without
 * violence.
 */
export function assembleIncident(cluster: EventCluster, context: AssemblyContext): DraftIncident | undefined {
  const first = cluster.sentences[0] as SentenceExtraction;
  if (!isViolent(cluster) || accident.test(first.sentence.text)) return undefined;
  const resolved = resolveActors(cluster, context);
  const attackers = resolved.actors.filter((a) => a.role === 'attacker').map((a) => a.actor);
  const types = typesOf(cluster, attackers);
  const where = whereOf(cluster, attackers, context);
  const route = cluster.sentences.find((r) => r.location.route);
  const tolls = mergeCasualties(cluster.sentences, publisherOf(context));
  const noClaim = cluster.sentences.find((r) => unclaimed.test(r.sentence.text));
  const kindRead = cluster.sentences.find((r) => r.triggers.some((t) => !t.weak)) ?? first;
  const quoteOf = (read: SentenceExtraction | undefined) => truncateQuote(read?.sentence.quote ?? '');
  const parsed = schema.safeParse({
    kind: 'incident',
    id: draftId,
    summary: quoteOf(first),
    when: cluster.when?.value ?? { start: null, end: null, precision: 'unknown' },
    where: { ...where.value, ...(route?.location.route ? { route: route.location.route } : {}) },
    eventTypes: types.length ? types : ['violence'],
    actors: resolved.actors,
    attributions: resolved.attributions,
    casualties: tolls.casualties,
    reports: reportsOf(cluster, context),
    details: [...tolls.details, ...(noClaim ? [{ topic: 'caution' as const, text: quoteOf(noClaim) }] : [])],
    flags: ['unreviewed'],
  });
  // A name of a thousand letters is no name.
  if (!parsed.success) return undefined;
  const evidence: Evidence[] = [
    ...(cluster.when
      ? [{ field: 'when' as const, words: cluster.when.value.asWritten ?? '', quote: quoteOf(cluster.when.read) }]
      : []),
    ...(where.read ? [{ field: 'where' as const, words: '', quote: quoteOf(where.read) }] : []),
    { field: 'kind', words: types.join(', '), quote: quoteOf(kindRead) },
    ...resolved.evidence,
    ...tolls.evidence.map((e) => ({ field: 'casualties' as const, words: e.words, quote: quoteOf(e.read) })),
  ];
  return { incident: parsed.data, evidence };
}
