import type { EntityLinker } from '../entities/entity-linker.ts';
import type { ActorPart, Attribution } from '../incidents/incident.ts';
import type { ArticleMetadata, Evidence } from './draft.ts';
import type { EventCluster } from './event-coreference.ts';
import { isUnnamed } from './person-nouns.ts';
import type { SentenceExtraction } from './sentence-extractor.ts';
import type { ArticleText } from './sentences.ts';
import { describeSource } from './sources.ts';

/** What a story is read with. */
export interface AssemblyContext extends ArticleMetadata {
  page: ArticleText;
  names: EntityLinker;
  countries: readonly string[];
}

const longestQuote = 400;
/** A sentence as it is kept. */
export const truncateQuote = (quote: string) =>
  quote.length <= longestQuote ? quote : `${quote.slice(0, longestQuote - 1)}…`;
/** Who tells it, where nobody else is named. */
export const publisherOf = ({ source, page }: AssemblyContext) => source ?? page.dateline?.agency ?? 'the report';

const generic =
  / (?:group|groups|rebels?|militants?|fighters?|movement|militia|insurgents?|gunmen|terrorists?|jihadists?|extremists?|guerrillas?)$/i;

/** "the al-Qaida-linked Al-Shabaab group" → also "Al-Shabaab group" and "Al-Shabaab". */
function shorter(words: string): string[] {
  const parts = words.replace(/ \([^()]*\)$/, '').split(' ');
  const tails = parts.slice(0, 4).map((_, i) => parts.slice(i).join(' '));
  return [...new Set(tails.flatMap((tail) => [tail, tail.replace(generic, '')]))].filter((t) =>
    /^\p{Lu}|^al-/u.test(t),
  );
}

/** The name the data knows an armed group by; others keep their own words. */
function canonical(words: string, names: EntityLinker): string {
  for (const said of shorter(words)) {
    const [known, other] = names.actors(said, { exact: true, limit: 2 });
    const sure =
      known?.kind !== undefined &&
      known.kind !== 'government forces' &&
      (other?.kind === undefined || known.country === other.country);
    if (sure) return (known as { name: string }).name;
  }
  return words;
}

interface Who {
  actors: ActorPart[];
  attributions: Attribution[];
  evidence: Evidence[];
}

const folded = (words: string) => words.toLowerCase().replace(/^(?:the|an?) /, '');
/** Whether two names are those of the same actor. */
export const isSameActor = (a: string, b: string) =>
  folded(a) === folded(b) || folded(a).endsWith(` ${folded(b)}`) || folded(b).endsWith(` ${folded(a)}`);

/** The attributions in a sentence, with who makes them. */
function saidIn(read: SentenceExtraction, context: AssemblyContext): Attribution[] {
  const source = read.sourceMentions.find((t) => !read.attributions.some((s) => isSameActor(s.actor, t.name)));
  return read.attributions.map((s): Attribution => {
    const actor = canonical(s.actor, context.names);
    const by = s.own ? actor : (s.by ?? (source ? describeSource(source) : publisherOf(context)));
    return { actor, status: s.status, by, quote: truncateQuote(read.sentence.quote) };
  });
}

/** Gathers who is named, each once. */
function createGathering(context: AssemblyContext) {
  const who: Who = { actors: [], attributions: [], evidence: [] };
  const { actors, attributions, evidence } = who;

  function add(actor: string, role: ActorPart['role'], { sentence }: SentenceExtraction): void {
    if (actors.some((a) => isSameActor(a.actor, actor))) return;
    actors.push({ actor, role });
    evidence.push({ field: 'actor', words: actor, quote: truncateQuote(sentence.quote) });
  }

  /** Adds an attribution; the same claim reported by several sources counts once. */
  function attribute(attribution: Attribution): void {
    const known = attributions.some(
      (b) =>
        b.status === attribution.status &&
        isSameActor(attribution.actor, b.actor) &&
        (attribution.by === b.by || attribution.status === 'claimed'),
    );
    if (!known) attributions.push(attribution);
  }

  /** Who is seen to have done it; "the gunmen" of a later sentence are those who are known already. */
  function observe(words: string, read: SentenceExtraction, said: readonly Attribution[], first: boolean): void {
    const actor = canonical(words, context.names);
    const saidOf = said.filter((s) => isSameActor(s.actor, actor));
    const unnamed = isUnnamed(words) || !/ |\p{Lu}/u.test(words.slice(1));
    if (saidOf.length || (unnamed && (!first || actors.some((a) => a.role === 'attacker')))) return;
    const by = read.sourceMentions[0] ? describeSource(read.sourceMentions[0]) : publisherOf(context);
    const known = attributions.some((a) => a.status === 'observed' && isSameActor(a.actor, actor));
    if (!known) attributions.push({ actor, status: 'observed', by, quote: truncateQuote(read.sentence.quote) });
    add(actor, 'attacker', read);
  }

  return { who, add, attribute, observe };
}

/** Everyone a story names as having done or suffered it, once each. */
export function resolveActors(story: EventCluster, context: AssemblyContext): Who {
  const { who, add, attribute, observe } = createGathering(context);
  for (const [n, read] of story.sentences.entries()) {
    const first = who.attributions.length === 0;
    const said = saidIn(read, context);
    for (const attribution of said) attribute(attribution);
    for (const group of read.belong) add(group, 'target', read);
    if (read.kind !== 'event') continue;
    for (const words of read.participants.attackers) observe(words, read, said, first);
    for (const words of read.participants.parties) add(canonical(words, context.names), 'party', read);
    if (n < 2 || !who.actors.some((a) => a.role === 'target'))
      for (const words of read.participants.targets) add(canonical(words, context.names), 'target', read);
  }
  return who;
}
