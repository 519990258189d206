import type { Vocabulary } from '../incidents/data-profile.ts';
import { foldWithoutPlaceType } from '../kernel/normalise.ts';
import type { KnownActor } from './actor-entries.ts';
import { deletionIndex, deletionTable } from './deletion-index.ts';
import type { Correction } from './entity-linker.ts';
import { capitals } from './gazetteer/capitals.ts';
import { countryRows, curatedCountries } from './gazetteer/countries.ts';
import { transliterate } from './phonetic-key.ts';

/** Words of fewer letters are taken as they are. */
const shortest = 4;
/** From this many letters on, two may be wrong. */
const longWord = 8;
/** How much likelier a country, or its capital, is meant than a village: as powers of ten of incidents. */
const [countryWeight, capitalWeight] = [3, 1.5];

interface Word {
  incidents: number;
  weight: number;
}

/** The words of these names that may be misspelt, in Latin letters. */
const wordsOf = (name: string): string[] =>
  transliterate(foldWithoutPlaceType(name))
    .split(' ')
    .filter((word) => word.length >= shortest && /^[a-z]+$/.test(word));

function collectWords(vocabulary: Vocabulary, actors: readonly KnownActor[], isOrdinary: (word: string) => boolean) {
  const words = new Map<string, Word>();
  const add = (name: string, incidents: number, weight: number) => {
    for (const word of wordsOf(name)) {
      const known = words.get(word);
      if (!known && weight < countryWeight && isOrdinary(word)) continue;
      words.set(word, {
        incidents: Math.max(incidents, known?.incidents ?? 0),
        weight: Math.max(weight, known?.weight ?? 0),
      });
    }
  };
  for (const { country, name } of countryRows) {
    const { names = [], adjectives = [] } = curatedCountries[country] ?? {};
    for (const one of [name, ...names, ...adjectives]) add(one, 0, countryWeight);
  }
  for (const capital of Object.values(capitals)) add(capital, 0, capitalWeight);
  const inData = new Map(vocabulary.actors.map(({ name, incidents }) => [name, incidents]));
  for (const { name, aliases, datasetNames } of actors) {
    const incidents = Math.max(0, ...[name, ...datasetNames].map((one) => inData.get(one) ?? 0));
    for (const one of [name, ...aliases]) add(one, incidents, 0);
  }
  for (const { level, name, incidents } of vocabulary.places)
    add(name, incidents, level === 'country' ? countryWeight : 0);
  for (const { name, incidents } of vocabulary.actors) add(name, incidents, 0);
  return words;
}

/**
 * A search for what a misspelt word of a name may be: words of the names of countries, capitals and known groups, and of
 * places and actors in the data, at most one edit away (two from eight letters on), the nearest first, then countries,
 * then those with most incidents. Ordinary English words are none of them, unless a country has them in its name.
 */
export function createWordCorrections(
  vocabulary: Vocabulary,
  actors: readonly KnownActor[],
  isOrdinary: (word: string) => boolean,
): (word: string) => readonly Correction[] {
  const all = [...collectWords(vocabulary, actors, isOrdinary)];
  const words = all.map(([word]) => word);
  const index = deletionIndex(
    words,
    deletionTable(words, ({ length }) => (length >= longWord - 2 ? 2 : 1)),
  );
  return (word) => {
    if (word.length < shortest) return [];
    const likelihood = (at: number) => {
      const [name, { incidents, weight }] = all[at] as [string, Word];
      return weight + Math.log10(1 + incidents) + (name[0] === word[0] ? 1 : 0);
    };
    return index
      .near(word, word.length >= longWord ? 2 : 1)
      .map(({ index: at, distance }) => ({ at, distance, likelihood: likelihood(at) }))
      .sort((a, b) => a.distance - b.distance || b.likelihood - a.likelihood)
      .map(({ at, distance }) => ({ word: words[at] as string, incidents: all[at]?.[1].incidents ?? 0, distance }));
  };
}
