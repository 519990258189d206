import { parseQuestion, withText } from '../conversations/dialogue-context.ts';
import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Vocabulary } from '../incidents/data-profile.ts';
import { withoutPeriods } from '../incidents/periods.ts';
import type { Filter } from '../incidents/query.ts';
import type { AnomalyRule } from '../kernel/anomaly-rule.ts';
import { readAnomalyRule } from '../reading/anomaly-intent.ts';
import { normalizeQuestion } from '../reading/languages/detect-language.ts';
import { type ParsedSchedule, readSchedule } from '../reading/schedule.ts';

/** Words about incidents, without those about when to send and what rule to watch. */
export interface StandingWords {
  text: string;
  rhythm?: ParsedSchedule;
  watch?: AnomalyRule;
}

/** Splits a question to subscribe to, in the readers' English. */
export function splitStandingWords(english: string): StandingWords {
  const { rhythm, rest } = readSchedule(english);
  const anomaly = readAnomalyRule(rest);
  return { text: anomaly?.rest ?? rest, ...(rhythm ? { rhythm } : {}), ...(anomaly ? { watch: anomaly.watch } : {}) };
}

/** The same for every asker: subscriptions have no periods. */
const anyAsker = { id: '', timeZone: 'UTC', mayManage: false, mayCurate: false };

/** What words to subscribe to mean with the names that the data has now, without periods; undefined where they are not clear. */
export function filterOfWords(
  words: string,
  locale: string,
  names: EntityLinker,
  vocabulary: Vocabulary,
): Filter | undefined {
  const normalized = normalizeQuestion(words, names, locale);
  const { text } = splitStandingWords(normalized.pivot.text);
  const question = {
    ...{ text, asker: { ...anyAsker, locale }, askedAt: new Date(0) },
    channel: { platform: 'console' as const, id: '', kind: 'console' as const },
  };
  const context = { normalized: withText(normalized, text), language: 'en' as const, state: undefined, vocabulary };
  const parsed = parseQuestion(names, question, context);
  return parsed.kind === 'query' ? withoutPeriods(parsed.query.filter) : undefined;
}

/** The data's own names of places and actors change with every import, so they do not tell two filters apart. */
const dataSpellings = new Set(['names', 'dataNames', 'countries']);

/** A text that is the same for filters of the same meaning, whatever the data calls their places and actors. */
export const meaningOf = (filter: Filter): string =>
  JSON.stringify(filter, (key, value) => (dataSpellings.has(key) ? undefined : value));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a filter means the same as another, and has at least its names for every place and actor. */
export function covers(wide: unknown, narrow: unknown, key = ''): boolean {
  if (!isObject(wide) || !isObject(narrow)) return wide === narrow;
  const [some, others] = [Object.entries(narrow), new Map(Object.entries(wide))];
  // No countries at all are any.
  if (dataSpellings.has(key))
    return (some.length > 0 || others.size === 0) && some.every(([, name]) => [...others.values()].includes(name));
  return some.length === others.size && some.every(([name, value]) => covers(others.get(name), value, name));
}
