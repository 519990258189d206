import { eventTypes } from '../../incidents/event-types.ts';
import type { Reading } from '../span.ts';
import { plain, readAll, wordsOf } from '../text.ts';

export type EventTypeReading = Reading<'eventType', string>;

const squeeze = (words: string) => plain(words).replaceAll(/[ -]/g, '');
const told = new Map(
  eventTypes.flatMap((node) => [node.one, node.many, ...node.words].map((words) => [squeeze(words), node.id] as const)),
);
const longest = 4;

const civilians = '(?:civilians?|non-?combatants?|civilian (?:targets|population|people)|villagers)';
const onCivilians = new RegExp(
  `\\b(?:attacks?|violence|incidents?|events?|strikes?|raids?|massacres?|assaults?|killings?|atrocities)? ?(?:directly )?(?:against|on|targeting|targeted at|aimed at|directed (?:at|against)) (?:the )?${civilians}\\b|\\bdirect(?:ed)? attacks\\b`,
  'gi',
);

/** Spans of up to four words that are a type's name, spaces and hyphens aside: "air strike", "airstrike". */
function readWords(text: string): EventTypeReading[] {
  const words = wordsOf(text);
  return words.flatMap((first, i) =>
    words.slice(i, i + longest).flatMap((last): EventTypeReading[] => {
      const said = text.slice(first.start, last.end);
      const id = told.get(squeeze(said));
      return id
        ? [
            {
              facet: 'eventType',
              value: id,
              start: first.start,
              end: last.end,
              words: said,
              score: id === 'violence' ? 0.6 : 0.85,
            },
          ]
        : [];
    }),
  );
}

/** Event types in the tree's own words; "attack", "incident" and "event" alone mean every violent incident. */
export const readEventTypes = (text: string): EventTypeReading[] => [
  ...readWords(text),
  ...readAll(text, 'eventType', onCivilians, () => ({ value: 'attack-on-civilians', score: 0.92 })),
];
