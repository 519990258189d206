import { opens } from '../found.ts';

/** "since", "after" (the time itself outside), "before" (outside), "until" (inside). */
export const openParsers = [
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
