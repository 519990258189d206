import type { ExplanationMessages } from '../why.ts';
import { period } from './dates.ts';
import { number } from './text.ts';

export const englishWhy: ExplanationMessages = {
  facets: {
    period: 'time',
    asOf: 'state of the record',
    changes: 'changes of the record',
    review: 'review',
    place: 'place',
    actor: 'actor',
    eventType: 'kind of incident',
    measure: 'what you want to know',
    quantity: 'what is counted',
    grouping: 'grouping',
    order: 'order',
    limit: 'how many to show',
    threshold: 'least or most killed',
    distance: 'distance',
    point: 'position',
    precision: 'precision',
    source: 'source',
    attribution: 'attribution',
    aspect: 'what about it',
    text: 'words of the report',
  },
  period,
  place: (name, country) => (country ? `${name}, ${country}` : name),
  word: (said, facet, meaning) => `“${said}” as ${facet}${meaning ? `: ${meaning}` : ''}`,
  read: (words) => `I read ${words.join('; ')}.`,
  nothingRead: 'I read no more than what this thread was about before.',
  found: (n, of) => `That found ${number(n)} of ${number(of)} incidents.`,
  others: (labels) => `Other readings: ${labels.join('; ')}.`,
  assumed: (a) => {
    if (a.kind === 'name') return `“${a.said}” read as ${a.name}`;
    if (a.kind === 'season') return `${a.said} read as three northern months`;
    if (a.kind === 'hours') return `${a.said} read as ${a.from}:00 to ${a.to}:00`;
    if (a.kind === 'zone') return `${a.letter} time of the group taken as local time`;
    if (a.kind === 'same-day') return `${a.said} read as ${a.day}`;
    return a.kind === 'run-up'
      ? 'the run-up read as the month before'
      : 'dates by the Umm al-Qura calendar; local sightings can differ by a day';
  },
};
