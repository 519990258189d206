import { type Ambiguity, asReading, findAmbiguity, otherReadings, type ReadingChoice } from './ambiguities.ts';
import { type Facets, withReading } from './extract-slots.ts';
import type { ClarificationChoice, ParseResult } from './parse-result.ts';

/** Interprets facets, taking the first reading of each. */
export type Interpret = (facets: Facets) => ParseResult;

/** A long question may have many places that are both towns and provinces. */
const maxAlternatives = 5;

/** Interprets facets: a query with the alternative readings to offer, or one question back if a name is ambiguous or unknown. */
export function clarify(facets: Facets, interpret: Interpret): ParseResult {
  const ambiguity = findAmbiguity(facets);
  if (ambiguity) return toUnclear(facets, ambiguity, interpret);
  const understood = interpret(facets);
  return understood.kind === 'query'
    ? { ...understood, alternatives: toChoices(otherReadings(facets).slice(0, maxAlternatives), interpret) }
    : understood;
}

const toUnclear = (facets: Facets, { ask, choices, unread }: Ambiguity, interpret: Interpret): ParseResult => ({
  kind: 'unclear',
  ask,
  choices: toChoices(choices, interpret),
  readings: facets.all,
  unread,
});

/** Each choice with its query; choices that make no query are left out. */
const toChoices = (choices: readonly ReadingChoice[], interpret: Interpret): ClarificationChoice[] =>
  choices.flatMap(({ means, question, facets }): ClarificationChoice[] => {
    const understood = interpret(resolveUnknown(facets));
    if (understood.kind !== 'query') return [];
    const { query, frame, readings } = understood;
    return [{ means, question, query, readings, ...(frame ? { frame } : {}) }];
  });

/** Only one question is asked back at a time: other unknown names are taken for the most similar ones. */
const resolveUnknown = (facets: Facets): Facets =>
  facets.unknown.reduce((f, reading) => {
    const [guess] = reading.value.guesses;
    const assumed = { kind: 'name' as const, said: reading.words, name: guess?.as.name ?? '' };
    return guess ? withReading(f, reading, { ...asReading(reading, guess), assumed }) : f;
  }, facets);
