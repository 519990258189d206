import { type AskBack, guessed, otherReadings, questionBack, type Variant } from './ambiguities.ts';
import { type Facets, withReading } from './extract-slots.ts';
import type { ClarificationChoice, ParseResult } from './parse-result.ts';

/** From facets that have one reading each to what they mean. */
export type Way = (facets: Facets) => ParseResult;

/** A long question may name many places that are towns and provinces both. */
const mostOthers = 5;

/** What facets mean with the readings that were not taken; one question back where none of them may be taken for granted. */
export function clarified(facets: Facets, way: Way): ParseResult {
  const back = questionBack(facets);
  if (back) return asked(facets, back, way);
  const understood = way(facets);
  return understood.kind === 'query'
    ? { ...understood, alternatives: choices(otherReadings(facets).slice(0, mostOthers), way) }
    : understood;
}

const asked = (facets: Facets, { ask, variants, unread }: AskBack, way: Way): ParseResult => ({
  kind: 'unclear',
  ask,
  choices: choices(variants, way),
  readings: facets.all,
  unread,
});

/** Each choice with the query that is meant by it. */
const choices = (variants: readonly Variant[], way: Way): ClarificationChoice[] =>
  variants.flatMap(({ means, question, facets }): ClarificationChoice[] => {
    const understood = way(settled(facets));
    if (understood.kind !== 'query') return [];
    const { query, frame, readings } = understood;
    return [{ means, question, query, readings, ...(frame ? { frame } : {}) }];
  });

/** One question is asked back at a time: any other name that nobody knows is taken for the one most like it. */
const settled = (facets: Facets): Facets =>
  facets.unknown.reduce((f, reading) => {
    const [guess] = reading.value.guesses;
    const assumed = { kind: 'name' as const, said: reading.words, name: guess?.as.name ?? '' };
    return guess ? withReading(f, reading, { ...guessed(reading, guess), assumed }) : f;
  }, facets);
