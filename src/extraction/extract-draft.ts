import { setImmediate as breathe } from 'node:timers/promises';
import type { Names } from '../entities/entity-linker.ts';
import { countryOfPeople } from '../entities/gazetteer/countries.ts';
import { incidentOf } from './assemble-incident.ts';
import type { Draft, Given } from './draft.ts';
import { storiesOf } from './event-coreference.ts';
import { type Named, type Read, readNamed, readSentence } from './sentence-extractor.ts';
import { type Page, readPage } from './sentences.ts';

/** The countries a report speaks of, most often first; that of its dateline before the others. */
function countriesOf(page: Page, named: readonly Named[], names: Names): string[] {
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
    // Others are answered in between.
    if (done.length % breathAfter === 0) await breathe();
  }
  return done;
}

/** Reads a pasted text as incidents to be confirmed. Nothing is stored. */
export async function draftOf(text: string, given: Given, names: Names): Promise<Draft> {
  const page = readPage(text);
  const named = await readAll(page.sentences, (sentence) => readNamed(sentence, names, given));
  const countries = countriesOf(page, named, names);
  const reads = await readAll(named, (one) => readSentence(one, { names, countries }));
  const quotes = (kind: Read['kind']) => reads.filter((r) => r.kind === kind).map((r) => r.sentence.quote);
  return {
    incidents: storiesOf(reads).flatMap((story) => incidentOf(story, { ...given, page, names, countries }) ?? []),
    aggregates: quotes('aggregate'),
    developments: quotes('development'),
    earlier: quotes('earlier'),
    dropped: page.dropped,
    cut: page.cut,
    sentences: page.sentences.length,
    ...(page.headline ? { headline: page.headline } : {}),
  };
}
