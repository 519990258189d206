import { numberOf, numberPattern } from '../../numbers.ts';
import { add, type Unit } from '../calendar.ts';
import { opens } from '../time-span.ts';
import { monthWords, unitOf } from '../words.ts';

const lasting = `\\b(?:(?:in|during|within|over|for) )?the (?:(?:first|last|next|following|preceding|whole) )?(?:(${numberPattern}) )?(day|week|fortnight|month|year)s?`;
const after = new RegExp(`${lasting} (?:after|following|since)(?= )`, 'i');
const before = new RegExp(`${lasting} (?:before|preceding|prior to|leading up to)(?= )`, 'i');
const stretch = ([, n, word]: RegExpMatchArray) => {
  const [unit, times] = unitOf(word as string);
  return [(n ? numberOf(n) : 1) * times, unit as Unit] as const;
};
/** "pre-2015", "post-April". */
const hyphen = `(?=-(?:'?\\d|${monthWords}))`;

/** "the week after" (the time itself outside), "since", "after" (outside), "before" (outside), "until" (inside). */
export const openParsers = [
  opens(after, ({ end }, match) => ({ start: end, end: add(end, ...stretch(match)) })),
  opens(before, ({ start }, match) => {
    const [n, unit] = stretch(match);
    return { start: add(start, -n, unit), end: start };
  }),
  opens(
    /\b(?:(?:ever )?since(?: the (?:coup|war|invasion|ceasefire|revolution|fall)\b(?: (?:of|in))?,?)?|starting(?: in| on| from)?|beginning(?: in| on)?|(?:at|on|in) or (?:after|later than)|(?:after|later than) or (?:at|on|in|equal to)|not? (?:earlier|before)(?: than)?|no earlier than)(?= |\()/i,
    ({ start }) => ({ start, end: null }),
  ),
  opens(
    /\b(?:any ?time )?(?:after|following|later than|past|(?:is )?(?:greater|more recent|newer) than)(?= )/i,
    ({ end }) => ({ start: end, end: null }),
  ),
  opens(new RegExp(`\\bpost${hyphen}`, 'i'), ({ end }) => ({ start: end, end: null })),
  opens(new RegExp(`\\bpre${hyphen}`, 'i'), ({ start }) => ({ start: null, end: start })),
  opens(/\b(?:any ?time )?(?:before|prior to|earlier than|older than|preceding|ahead of)(?= )/i, ({ start }) => ({
    start: null,
    end: start,
  })),
  opens(
    /\b(?:until|till|up to(?: and including)?|up until|through|by|as of(?: the end of)?|no later than|not later than|(?:on|at|in) or (?:before|earlier than)|(?:before|earlier than) or (?:on|at|in|equal to))(?= )/i,
    ({ end }) => ({ start: null, end }),
  ),
];
