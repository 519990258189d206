import { eventTypes } from '../../incidents/event-types.ts';
import type { Reading } from '../reading.ts';
import { plain, readAll } from '../text.ts';

export type EventTypeReading = Reading<'eventType', string>;

const escaped = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const told = eventTypes.flatMap((node) =>
  [node.one, node.many, ...node.words].map((words) => [plain(words), node.id] as const),
);
const idOf = new Map(told);
const anyWord = new RegExp(
  `\\b(?:${[...idOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((w) => escaped(w).replaceAll(/[ -]/g, '[ -]?'))
    .join('|')})\\b`,
  'gi',
);
const squeezed = new Map([...idOf].map(([words, id]) => [words.replaceAll(/[ -]/g, ''), id]));

const civilians = '(?:civilians?|non-?combatants?|noncombatants|civilian (?:targets|population|people)|villagers)';
const onCivilians = new RegExp(
  `\\b(?:attacks?|violence|incidents?|events?|strikes?|raids?|massacres?|assaults?|killings?|atrocities)? ?(?:directly )?(?:against|on|targeting|targeted at|aimed at|directed (?:at|against)) (?:the )?${civilians}\\b|\\bdirect(?:ed)? attacks\\b`,
  'gi',
);

/** Event types in the tree's own words; "attack", "incident" and "event" alone mean every violent incident. */
export const readEventTypes = (text: string): EventTypeReading[] => [
  ...readAll(text, 'eventType', anyWord, (m) => {
    const id = squeezed.get(plain(m[0]).replaceAll(/[ -]/g, ''));
    return id ? { value: id, score: id === 'violence' ? 0.6 : 0.85 } : undefined;
  }),
  ...readAll(text, 'eventType', onCivilians, () => ({ value: 'attack-on-civilians', score: 0.92 })),
];
