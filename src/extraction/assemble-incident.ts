import { countryOfPeople } from '../entities/gazetteer/countries.ts';
import { type Incident, type Report, incident as schema, type Where } from '../incidents/incident.ts';
import { partyOf } from './attributions.ts';
import type { DraftIncident, Evidence } from './draft.ts';
import type { Story } from './event-coreference.ts';
import { tollsOf } from './merge-casualties.ts';
import { isSecurity, isSomeone } from './person-nouns.ts';
import { alike, type Context, cut, publisherOf, whoIn } from './resolve-actors.ts';
import type { Read } from './sentence-extractor.ts';
import { closer, familyOf, particular } from './type-compatibility.ts';

/** The id of a draft's incident until it is saved. */
export const draftId = 'reported:draft';

function typesOf(story: Story, attackers: readonly string[]): string[] {
  const events = story.reads.filter((r) => r.kind === 'event');
  const told = story.reads.flatMap((r) => r.triggers.filter((t) => !t.weak).map((t) => t.type));
  const fresh = story.types.length ? story.types : told;
  const raiders = attackers.length > 0 && !attackers.some(isSecurity);
  const types = fresh.map((t) => (t === 'raid' && raiders ? 'armed-assault' : t));
  const specific = told.filter((t) => fresh.some((f) => familyOf(f) === familyOf(t) || f === 'violence'));
  const all = [...types, ...(types.includes('raid') ? [] : specific.filter((t) => t !== 'raid'))];
  const shooters =
    all.every((t) => t === 'violence') &&
    attackers.some((a) => /\b(?:gunm[ae]n|armed|assailants|shooters?)\b/i.test(a));
  return particular([
    ...all,
    ...closer(
      all,
      events.flatMap((r) => r.instruments),
    ),
    ...(shooters ? ['armed-assault'] : []),
  ]);
}

/** A state's own police and soldiers act at home, where the text does not say where. */
function whereOf(story: Story, attackers: readonly string[], { countries }: Context): { value: Where; read?: Read } {
  const told = story.where;
  if (told?.value.country) return told;
  const own = attackers.filter(isSecurity).flatMap((a) => countryOfPeople(a.split(' ')[0] as string) ?? [])[0];
  const country = own ?? (countries.length === 1 || told ? countries[0] : undefined);
  const base = told?.value ?? { precision: 'country' as const, basis: 'source' as const };
  if (!country)
    return { value: { ...base, precision: told?.value.precision ?? 'unknown' }, ...(told ? { read: told.read } : {}) };
  return {
    value: { ...base, country, precision: base.precision === 'unknown' ? 'country' : base.precision },
    read: told?.read ?? (story.reads[0] as Read),
  };
}

function reportsOf(story: Story, context: Context): Report[] {
  const publisher = publisherOf(context);
  const [first] = story.reads;
  const headline = context.page.headline;
  const main: Report = {
    publisher,
    ...(context.date ? { date: context.date } : {}),
    ...(context.link ? { url: context.link } : {}),
    ...(headline ? { headline: cut(headline) } : { quote: cut(first?.sentence.quote ?? '') }),
  };
  const told = story.reads.flatMap((read) =>
    read.told
      .filter((t) => isSecurity(t.name) || !read.said.some((s) => s.own && alike(partyOf(t.name), s.actor)))
      .flatMap((t): Report[] => {
        const quote = cut(read.sentence.quote);
        return [
          { publisher: t.name, via: t.via ?? publisher, quote },
          ...(t.via ? [{ publisher: t.via, via: publisher, quote }] : []),
        ];
      }),
  );
  const other = told.filter(
    (r, i) => r.publisher !== publisher && told.findIndex((o) => alike(o.publisher, r.publisher)) === i,
  );
  return [main, ...other];
}

const accident =
  /\b(?:accident(?:al|ally)?|gas (?:leak|cylinder|explosion)|short circuit|collision|earthquake|flood(?:s|ing)?|landslide|derail\w+|stampede|fireworks|natural gas|boiler)\b/i;

const unclaimed =
  /\b(?:no (?:group|one|organi[sz]ation)|nobody|there was no|no immediate)\b[^.;]{0,40}\b(?:claim(?:ed)?|responsibility)\b/i;

/** Someone did something to someone, or somewhere: "inflation under attack" and "he hit the post" are none. */
function isViolent({ reads, where }: Story): boolean {
  const doers = reads.some((r) => r.sides.attackers.some(isSomeone) || r.said.length > 0 || r.sides.parties.length > 1);
  const strong = reads.some((r) => r.triggers.some((t) => !t.weak)) || doers;
  const harmed = reads.some((r) => r.hurt.some((h) => h.toll !== 'none reported'));
  return strong && (harmed || doers || where !== undefined);
}

/** A story as an incident to be confirmed; undefined where nothing in it was done by anyone. */
export function incidentOf(story: Story, context: Context): DraftIncident | undefined {
  const first = story.reads[0] as Read;
  if (!isViolent(story) || accident.test(first.sentence.text)) return undefined;
  const who = whoIn(story, context);
  const attackers = who.actors.filter((a) => a.role === 'attacker').map((a) => a.actor);
  const types = typesOf(story, attackers);
  const where = whereOf(story, attackers, context);
  const route = story.reads.find((r) => r.spot.route);
  const tolls = tollsOf(story.reads, publisherOf(context));
  const none = story.reads.find((r) => unclaimed.test(r.sentence.text));
  const kindRead = story.reads.find((r) => r.triggers.some((t) => !t.weak)) ?? first;
  const quoteOf = (read: Read | undefined) => cut(read?.sentence.quote ?? '');
  const incident: Incident = schema.parse({
    kind: 'incident',
    id: draftId,
    summary: quoteOf(first),
    when: story.when?.value ?? { start: null, end: null, precision: 'unknown' },
    where: { ...where.value, ...(route?.spot.route ? { route: route.spot.route } : {}) },
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
