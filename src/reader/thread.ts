import type { Period, Query } from '../incidents/query.ts';
import { readPeriods } from '../reading/period/index.ts';
import { type Draft, has, itemsOf } from './draft.ts';
import { aspectAsked } from './interpret/aspects.ts';
import type { Item } from './item.ts';

/** How a question in a thread stands to the one before. */
export interface Move {
  /** Whether it goes on from the thread, and whether it can also stand alone. */
  leans: boolean;
  alone: boolean;
}

const firstMove = ({ chart }: Draft): string | undefined => {
  const first = (chart.at[0] ?? []).filter((i) => i.cat === 'move').sort((a, b) => b.end - a.end)[0];
  return first ? (first.value as string) : undefined;
};
export const moves = ({ chart }: Draft, ...senses: string[]): boolean =>
  chart.at.some((items) => items.some((i) => i.cat === 'move' && senses.includes(i.value as string)));
const points = ({ chart }: Draft): boolean =>
  chart.at.some((items) => items.some((i) => i.cat === 'pronoun' && (i.end - i.start > 1 || i.value === '')));
const pronounAt = (draft: Draft, words: RegExp): boolean => draft.tokens.some((t) => words.test(t.lower));

/** Whether the words lean on what came before: they begin like it, point back, or name nothing of their own. */
export function moveOf(draft: Draft): Move {
  const lead = firstMove(draft);
  const subject = has(draft, 'where', 'party', 'pair');
  const asks = has(draft, 'kinds', 'harm', 'count', 'grouping', 'ends', 'threshold', 'measure', 'clash', 'object');
  const timed = has(draft, 'time', 'times');
  const back =
    pronounAt(draft, /^(?:it|they|them|those|these|there|then|ones|its|their)$/) ||
    (points(draft) &&
      /\b(?:that|this|same) (?:day|month|year|week|period|time|place|province|city|one|country)\b|\b(?:of|among) (?:those|these|them)\b/i.test(
        draft.text,
      ));
  const whole = subject && asks && !back && (lead === undefined || lead === 'only');
  const goesOn = lead === 'go' && /^(?:and|but|or)\b/i.test(draft.text);
  const named = subject || has(draft, 'kinds', 'threshold', 'object', 'unknown', 'asOf', 'changes');
  const counted = has(draft, 'harm') || (has(draft, 'measure', 'count') && has(draft, 'kinds'));
  const alone = ((named || counted) && !goesOn) || (timed && !lead) || (has(draft, 'grouping') && has(draft, 'ends'));
  return { leans: !whole, alone };
}

/** What the thread's measure becomes. */
export type Going = 'same' | 'recounted' | 'shorter' | 'anew';

export function goingOn(draft: Draft, last: Query): Going {
  const [harm, group, count, ends, measure] = (['harm', 'grouping', 'count', 'ends', 'measure'] as const).map((cat) =>
    has(draft, cat),
  );
  const limit =
    has(draft, 'limit') ||
    itemsOf(draft, 'ends').some((i) => i.value.limit) ||
    (has(draft, 'loose-number') && moves(draft, 'only'));
  const grouped = ['trend', 'rank', 'compare', 'map'].includes(last.measure);
  if (grouped && (harm || civiliansOnly(draft)) && !group && !count && !ends && !measure) return 'recounted';
  if (grouped && incidentsInstead(draft)) return 'recounted';
  if (last.measure === 'rank' && limit && !group && !harm) return 'shorter';
  if (civiliansOnly(draft) && !group && !count && last.measure === 'sum') return 'recounted';
  return harm ||
    group ||
    count ||
    ends ||
    limit ||
    (has(draft, 'loose-unit') && has(draft, 'by-unit')) ||
    itemsOf(draft, 'measure').some((i) => i.value !== 'list' || /\b(?:list|show)\b/i.test(draft.text)) ||
    has(draft, 'when')
    ? 'anew'
    : 'same';
}

export const civiliansOnly = (draft: Draft): boolean =>
  itemsOf(draft, 'people').some((i) => i.value.as === 'civilian') && !has(draft, 'kinds');

/** "by incidents instead": the same, counted otherwise. */
export const incidentsInstead = (draft: Draft): boolean =>
  has(draft, 'by-unit') &&
  itemsOf(draft, 'kinds').some((i) => i.value.every((k) => k === 'violence')) &&
  !has(draft, 'grouping');

/** Times that count from the thread's period: "the year before", "and July?". */
export function rereadTimes(
  draft: Draft,
  anchor: Period | undefined,
  context: { zone: string; locale: string },
): Draft {
  if (!anchor?.start) return draft;
  const yearless = (words: string) => !/\d{4}|'\d\d\b|ago|today|yesterday|now|this|last|past/i.test(words);
  const until = anchor.end ?? anchor.start;
  const now = new Date(
    Temporal.PlainDate.from(until.slice(0, 10)).subtract({ days: 1 }).toZonedDateTime('UTC').epochMilliseconds +
      43_200_000,
  );
  return {
    ...draft,
    path: {
      ...draft.path,
      items: draft.path.items.map((item) => {
        const words = draft.text.slice(draft.tokens[item.start]?.start, draft.tokens[item.end - 1]?.end);
        if (item.cat !== 'time' || !yearless(words)) return item;
        // The month, day or season of the thread's own year.
        const end = new Date(
          Temporal.PlainDate.from({ year: now.getUTCFullYear(), month: 12, day: 31 }).toZonedDateTime('UTC')
            .epochMilliseconds + 43_200_000,
        );
        const [there] = readPeriods(words, { ...context, now: end });
        return there ? ({ ...item, value: there.value } as Item) : item;
      }),
    },
  };
}

/** An aspect of what was shown, and nothing else to look for. */
export function aboutShown(draft: Draft): ReturnType<typeof aspectAsked> {
  const others = has(draft, 'where', 'party', 'pair', 'time', 'times', 'object', 'grouping', 'unknown', 'count');
  const named = has(draft, 'kinds') && !pronounAt(draft, /^(?:it|that|this|they|them)$/);
  const drawn = itemsOf(draft, 'measure').some((i) => i.value === 'map' || i.value === 'timeline');
  return others || named || drawn ? undefined : aspectAsked(draft);
}
