import { numberOf, numberPattern } from '../../numbers.ts';
import { add, type Unit } from '../calendar.ts';
import { opens } from '../time-span.ts';

const lasting = `\\b(?:(?:in|during|within|over|for) )?the (?:(?:first|last|next|following|preceding|whole) )?(?:(${numberPattern}) )?(day|week|month|year)s?`;
const after = new RegExp(`${lasting} (?:after|following|since)(?= )`, 'i');
const before = new RegExp(`${lasting} (?:before|preceding|prior to|leading up to)(?= )`, 'i');
const stretch = ([, n, unit]: RegExpMatchArray) => [n ? numberOf(n) : 1, unit?.toLowerCase() as Unit] as const;

/** "the week after" (the time itself outside), "since", "after" (outside), "before" (outside), "until" (inside). */
export const openParsers = [
  opens(after, ({ end }, match) => ({ start: end, end: add(end, ...stretch(match)) })),
  opens(before, ({ start }, match) => {
    const [n, unit] = stretch(match);
    return { start: add(start, -n, unit), end: start };
  }),
  opens(
    /\b(?:(?:ever )?since(?: the (?:coup|war|invasion|ceasefire|revolution|fall)\b(?: (?:of|in))?,?)?|starting(?: in| on| from)?|beginning(?: in| on)?|as of|(?:at|on|in) or (?:after|later than)|(?:after|later than) or (?:at|on|in|equal to)|not? (?:earlier|before)(?: than)?|no earlier than)(?= |\()/i,
    ({ start }) => ({ start, end: null }),
  ),
  opens(
    /\b(?:any ?time )?(?:after|following|later than|past|(?:is )?(?:greater|more recent|newer) than)(?= )/i,
    ({ end }) => ({ start: end, end: null }),
  ),
  opens(/\b(?:any ?time )?(?:before|prior to|earlier than|older than|preceding|ahead of)(?= )/i, ({ start }) => ({
    start: null,
    end: start,
  })),
  opens(
    /\b(?:until|till|up to|up until|through|by|no later than|not later than|(?:on|at|in) or (?:before|earlier than)|(?:before|earlier than) or (?:on|at|in|equal to))(?= )/i,
    ({ end }) => ({ start: null, end }),
  ),
];
