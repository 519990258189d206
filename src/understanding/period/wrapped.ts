import { add, day, startOf } from './calendar.ts';
import type { Base } from './parser.ts';

const wrappers: [RegExp, (b: Base) => { start: string; end: string } | undefined][] = [
  [
    /\b(?:on |in |during |over )?(?:the )?(?:night|overnight) (?:of|on)(?: the)? $/i,
    (b) => ({ start: `${b.start}T18:00`, end: `${add(b.start, 1, 'day')}T06:00` }),
  ],
  [
    /\b(?:in |during )?(?:the )?(?:early hours|small hours) (?:of|on)(?: the)? $/i,
    (b) => ({ start: b.start, end: `${b.start}T06:00` }),
  ],
  [
    /\b(?:on |in )?(?:the )?(?:early )?morning (?:of|on)(?: the)? $/i,
    (b) => ({ start: `${b.start}T06:00`, end: `${b.start}T12:00` }),
  ],
  [
    /\b(?:on |in )?(?:the )?afternoon (?:of|on)(?: the)? $/i,
    (b) => ({ start: `${b.start}T12:00`, end: `${b.start}T18:00` }),
  ],
  [
    /\b(?:on |in )?(?:the )?evening (?:of|on)(?: the)? $/i,
    (b) => ({ start: `${b.start}T18:00`, end: `${add(b.start, 1, 'day')}T00:00` }),
  ],
  [
    /\b(?:in |during )?(?:the )?week (?:of|beginning|starting|commencing)(?: the)? $/i,
    (b) => ({ start: startOf(b.start, 'week'), end: add(startOf(b.start, 'week'), 7, 'day') }),
  ],
  [
    /\b(?:in |during )?(?:the )?week (?:ending|to)(?: the)? $/i,
    (b) => ({ start: add(b.start, -6, 'day'), end: b.end }),
  ],
  [
    /\b(?:on |over |during )?(?:the )?weekend of(?: the)? $/i,
    (b) => ({ start: add(startOf(b.start, 'week'), 5, 'day'), end: add(startOf(b.start, 'week'), 7, 'day') }),
  ],
  [
    /\b(?:in )?(?:the )?(?:run-?up|lead-?up|days leading) to(?: the)? $/i,
    (b) => ({ start: add(b.start, -1, 'month'), end: b.start }),
  ],
];

const after: [RegExp, (b: Base) => { start: string; end: string }][] = [
  [
    /^,? (?:at )?(?:night|overnight)\b/i,
    (b) => ({ start: `${b.start}T18:00`, end: `${add(b.start, 1, 'day')}T06:00` }),
  ],
  [/^,? (?:in the )?morning\b/i, (b) => ({ start: `${b.start}T06:00`, end: `${b.start}T12:00` })],
  [/^,? (?:in the )?afternoon\b/i, (b) => ({ start: `${b.start}T12:00`, end: `${b.start}T18:00` })],
  [/^,? (?:in the )?evening\b/i, (b) => ({ start: `${b.start}T18:00`, end: `${add(b.start, 1, 'day')}T00:00` })],
];

const isDay = (b: Base) => !b.start.includes('T') && day(b.start).end === b.end;

/** A day with words around it: "the night of 11 July", "the week of 3 June", "week ending …", "11 July at night". */
export const takeWrapped = (bases: Base[], text: string): Base[] =>
  bases.map((base) => {
    if (!isDay(base)) return base;
    for (const [pattern, make] of wrappers) {
      const lead = text.slice(0, base.from).match(pattern);
      const made = lead && make(base);
      if (made) return { ...base, ...made, from: base.from - lead[0].length, words: lead[0] + base.words };
    }
    for (const [pattern, make] of after) {
      const tail = text.slice(base.to).match(pattern);
      if (tail) return { ...base, ...make(base), to: base.to + tail[0].length, words: base.words + tail[0] };
    }
    return base;
  });
