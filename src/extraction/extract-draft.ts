import { setImmediate as breathe } from 'node:timers/promises';
import type { EntityLinker } from '../entities/entity-linker.ts';
import { countryOfPeople } from '../entities/gazetteer/countries.ts';
import { assembleIncident } from './assemble-incident.ts';
import type { ArticleMetadata, Draft } from './draft.ts';
import { clusterEvents } from './event-coreference.ts';
import { extractSentence, readMentions, type SentenceExtraction, type SentenceMentions } from './sentence-extractor.ts';
import { type ArticleText, splitArticle } from './sentences.ts';

/** The countries in a report, the most frequent first; that of the dateline before the others. */
function countriesOf(page: ArticleText, named: readonly SentenceMentions[], names: EntityLinker): string[] {
  const counts = new Map<string, number>();
  const count = (name: string | undefined, n: number) => name && counts.set(name, (counts.get(name) ?? 0) + n);
  const filed = page.dateline?.place.split(', ').at(-1);
  if (filed) count(names.places(filed, { exact: true, limit: 1 })[0]?.country, 1.5);
  for (const { places, sentence } of named) {
    for (const place of places) {
      const [first] = place.value.candidates;
      if (first?.level === 'country') count(first.name, 1);
    }
    for (const [word] of sentence.text.matchAll(/\b\p{Lu}\p{L}{3,}\b/gu)) count(countryOfPeople(word), 0.4);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

const breathAfter = 10;

async function readAll<T, R>(items: readonly T[], read: (item: T) => R): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) {
    done.push(read(item));
    // Other work runs in between.
    if (done.length % breathAfter === 0) await breathe();
  }
  return done;
}

/** Extracts draft incidents from a pasted text. Nothing is stored. */
export async function extractDraft(text: string, metadata: ArticleMetadata, names: EntityLinker): Promise<Draft> {
  const page = splitArticle(text);
  const named = await readAll(page.sentences, (sentence) => readMentions(sentence, names, metadata));
  const countries = countriesOf(page, named, names);
  const reads = await readAll(named, (one) => extractSentence(one, { names, countries }));
  const quotes = (kind: SentenceExtraction['kind']) =>
    reads.filter((r) => r.kind === kind).map((r) => r.sentence.quote);
  return {
    incidents: clusterEvents(reads).flatMap(
      (story) => assembleIncident(story, { ...metadata, page, names, countries }) ?? [],
    ),
    aggregates: quotes('aggregate'),
    developments: quotes('development'),
    earlier: quotes('earlier'),
    dropped: page.dropped,
    cut: page.cut,
    sentences: page.sentences.length,
    ...(page.headline ? { headline: page.headline } : {}),
  };
}
