import { countryOfPeople } from '../entities/gazetteer/countries.ts';
import { type Incident, type Report, incident as schema, type Where } from '../incidents/incident.ts';
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

function typesOf(story: EventCluster, attackers: readonly string[]): string[] {
  const events = story.sentences.filter((r) => r.kind === 'event');
  const told = story.sentences.flatMap((r) => r.triggers.filter((t) => !t.weak).map((t) => t.type));
  const fresh = story.types.length ? story.types : told;
  const raiders = attackers.length > 0 && !attackers.some(isSecurity);
  const types = fresh.map((t) => (t === 'raid' && raiders ? 'armed-assault' : t));
  const specific = told.filter((t) => fresh.some((f) => typeFamily(f) === typeFamily(t) || f === 'violence'));
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

/** A state's own police and soldiers act at home, where the text does not say where. */
function whereOf(
  story: EventCluster,
  attackers: readonly string[],
  { countries }: AssemblyContext,
): { value: Where; read?: SentenceExtraction } {
  const told = story.where;
  if (told?.value.country) return told;
  const own = attackers.filter(isSecurity).flatMap((a) => countryOfPeople(a.split(' ')[0] as string) ?? [])[0];
  const country = own ?? (countries.length === 1 || told ? countries[0] : undefined);
  const base = told?.value ?? { precision: 'country' as const, basis: 'source' as const };
  if (!country)
    return { value: { ...base, precision: told?.value.precision ?? 'unknown' }, ...(told ? { read: told.read } : {}) };
  return {
    value: { ...base, country, precision: base.precision === 'unknown' ? 'country' : base.precision },
    read: told?.read ?? (story.sentences[0] as SentenceExtraction),
  };
}

function reportsOf(story: EventCluster, context: AssemblyContext): Report[] {
  const publisher = publisherOf(context);
  const [first] = story.sentences;
  const headline = context.page.headline;
  const main: Report = {
    publisher,
    ...(context.date ? { date: context.date } : {}),
    ...(context.link ? { url: context.link } : {}),
    ...(headline ? { headline: truncateQuote(headline) } : { quote: truncateQuote(first?.sentence.quote ?? '') }),
  };
  const told = story.sentences.flatMap((read) =>
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
  const other = told.filter(
    (r, i) => r.publisher !== publisher && told.findIndex((o) => isSameActor(o.publisher, r.publisher)) === i,
  );
  return [main, ...other];
}

const accident =
  /\b(?:accident(?:al|ally)?|gas (?:leak|cylinder|explosion)|short circuit|collision|earthquake|flood(?:s|ing)?|landslide|derail\w+|stampede|fireworks|natural gas|boiler)\b/i;

const unclaimed =
  /\b(?:no (?:group|one|organi[sz]ation)|nobody|there was no|no immediate)\b[^.;]{0,40}\b(?:claim(?:ed)?|responsibility)\b/i;

/** Someone did something to someone, or somewhere: "inflation under attack" and "he hit the post" are none. */
function isViolent({ sentences: reads, where }: EventCluster): boolean {
  const doers = reads.some(
    (r) => r.participants.attackers.some(isSomeone) || r.attributions.length > 0 || r.participants.parties.length > 1,
  );
  const strong = reads.some((r) => r.triggers.some((t) => !t.weak)) || doers;
  const harmed = reads.some((r) => r.casualties.some((h) => h.toll !== 'none reported'));
  return strong && (harmed || doers || where !== undefined);
}

/** A story as an incident to be confirmed; undefined where nothing in it was done by anyone. */
export function assembleIncident(story: EventCluster, context: AssemblyContext): DraftIncident | undefined {
  const first = story.sentences[0] as SentenceExtraction;
  if (!isViolent(story) || accident.test(first.sentence.text)) return undefined;
  const who = resolveActors(story, context);
  const attackers = who.actors.filter((a) => a.role === 'attacker').map((a) => a.actor);
  const types = typesOf(story, attackers);
  const where = whereOf(story, attackers, context);
  const route = story.sentences.find((r) => r.location.route);
  const tolls = mergeCasualties(story.sentences, publisherOf(context));
  const none = story.sentences.find((r) => unclaimed.test(r.sentence.text));
  const kindRead = story.sentences.find((r) => r.triggers.some((t) => !t.weak)) ?? first;
  const quoteOf = (read: SentenceExtraction | undefined) => truncateQuote(read?.sentence.quote ?? '');
  const incident: Incident = schema.parse({
    kind: 'incident',
    id: draftId,
    summary: quoteOf(first),
    when: story.when?.value ?? { start: null, end: null, precision: 'unknown' },
    where: { ...where.value, ...(route?.location.route ? { route: route.location.route } : {}) },
    eventTypes: types.length ? types : ['violence'],
    actors: who.actors,
    attributions: who.attributions,
    casualties: tolls.casualties,
    reports: reportsOf(story, context),
    details: [...tolls.details, ...(none ? [{ topic: 'caution' as const, text: quoteOf(none) }] : [])],
    flags: ['unreviewed'],
  });
  const evidence: Evidence[] = [
    ...(story.when
      ? [{ field: 'when' as const, words: story.when.value.asWritten ?? '', quote: quoteOf(story.when.read) }]
      : []),
    ...(where.read ? [{ field: 'where' as const, words: '', quote: quoteOf(where.read) }] : []),
    { field: 'kind', words: types.join(', '), quote: quoteOf(kindRead) },
    ...who.evidence,
    ...tolls.evidence.map((e) => ({ field: 'casualties' as const, words: e.words, quote: quoteOf(e.read) })),
  ];
  return { incident, evidence };
}
