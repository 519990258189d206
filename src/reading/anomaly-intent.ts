import type { AnomalyRule } from '../kernel/anomaly-rule.ts';
import { numberOf, numberPattern } from './numbers.ts';

interface AnomalyIntent {
  watch: AnomalyRule;
  /** What is watched, as a question: "incidents in Borno". */
  rest: string;
}

const usualWindows = 4;
const lead = '^\\s*(?:(?:tell|alert|notify|warn) (?:me|us|this channel) )?(?:when(?:ever)?|if|once|as soon as)\\s+';
const group = '(?:armed )?(?:group|actor|organi[sz]ation|militia|faction|gang)s?';
const appears = '(?:appears?|emerges?|shows? up|turns? up|acts?|attacks?|is (?:seen|reported|active|named))';
const unseen =
  '(?:never|not) (?:been )?(?:yet )?(?:before )?(?:seen|reported|active|known|recorded)(?: before| until now| so far)?';

const newGroup = new RegExp(
  `${lead}(?:an?|any|some)?\\s*(?:new|unknown|unseen|(?:previously |so far )?unseen|never[- ]seen(?:[- ]before)?)\\s+${group}\\s+(?:that )?${appears}\\b(.*)$`,
  'i',
);
const neverSeen = new RegExp(
  `${lead}(?:an?|any|some)\\s+${group} (?:(?:that|which) )?(?:was |were |has |have )?${unseen}(.*?)\\s+${appears}\\b(.*)$`,
  'i',
);

const average = `(?:\\s+(?:(?:against|compared (?:with|to)|over|from|than|above|of|to)\\s+)?(?:its|the|their)?\\s*(?:(?:last|previous|usual)\\s+)?(?:(${numberPattern})[- ](?:day|week|month)s?(?:ly)?\\s+)?(?:average|mean|usual|normal|baseline))?`;
const times: [RegExp, (n: number) => number][] = [
  [
    /^(?:more than )?doubles?$|^(?:is|are) (?:more than |at least )?(?:double|twice)$|^(?:jumps?|spikes?|surges?|soars?)$/i,
    () => 2,
  ],
  [/^(?:more than )?triples?$|^(?:is|are) (?:more than |at least )?(?:triple|thrice)$/i, () => 3],
  [/^(?:is|are) (?:more than |at least )?.+ times$/i, (n) => n],
  [/(?:%|per ?cent)$/i, (n) => 1 + n / 100],
];
const rises = `((?:more than )?(?:doubles?|triples?)|(?:is|are) (?:more than |at least )?(?:double|twice|triple|thrice|(?:${numberPattern}) times)|jumps?|spikes?|surges?|soars?|(?:rises?|grows?|increases?|goe?s? up|(?:is|are) up) (?:by )?(?:more than |at least )?(?:${numberPattern}) ?(?:%|per ?cent))`;
const risen = new RegExp(`${lead}(.*?)\\s*\\b${rises}${average}(.*)$`, 'i');

const units: [RegExp, 1 | 7 | 30][] = [
  [/\b(?:daily|a day|per day|each day)\b/i, 1],
  [/\b(?:monthly|a month|per month|each month)\b/i, 30],
];
const counting =
  /\b(?:the )?(?:daily|weekly|monthly)?\s*(?:count|number|total|sum|toll|figure|rate) of\b|\bthe (?:daily|weekly|monthly) (?:count|number|total|toll|rate)\b|\b(?:daily|weekly|monthly) (?:count|number|total|toll|rate)\b|\b(?:daily|weekly|monthly)\b|\b(?:a|per|each) (?:day|week|month)\b|^the\b/gi;
const killing = /\b(?:deaths?|killed|fatalit(?:y|ies)|death toll|people killed|killings)\b/i;

/** Nothing is named that could be counted. */
const bare = /^$|^(?:in|near|by|between|within|against)\b/i;

function riseIn(said: string): AnomalyIntent | undefined {
  const match = said.match(risen);
  if (!match) return undefined;
  const [, subject = '', verb = '', windows, after = ''] = match;
  const figure = verb.match(new RegExp(`(${numberPattern})`, 'i'))?.[1];
  const factor = times.find(([pattern]) => pattern.test(verb))?.[1](figure === undefined ? 0 : numberOf(figure));
  if (factor === undefined || factor <= 1) return undefined;
  const days = units.find(([pattern]) => pattern.test(subject))?.[1] ?? 7;
  const of = killing.test(subject) ? 'killed' : 'incidents';
  const what = subject.replace(counting, ' ').replace(killing, ' ').trim();
  const rest = `${bare.test(what) ? 'incidents ' : ''}${what} ${after}`;
  const against = windows === undefined ? usualWindows : numberOf(windows);
  return { watch: { kind: 'rise', of, days, times: factor, against }, rest: rest.replace(/\s+/g, ' ').trim() };
}

/** "when the weekly count in Borno doubles against its four-week average", "when a group never seen in Borno appears". */
export function readAnomalyRule(said: string): AnomalyIntent | undefined {
  const fresh = said.match(newGroup) ?? said.match(neverSeen);
  if (fresh) {
    const where = fresh
      .slice(1)
      .join(' ')
      .replace(/\b(?:before|until now|so far)\b/gi, ' ')
      .replace(/\s+/g, ' ');
    return { watch: { kind: 'new-actor' }, rest: `incidents ${where.trim()}`.trim() };
  }
  return riseIn(said);
}
