import type { Base } from './parser.ts';

export interface Open {
  start: string | null;
  end: string | null;
  from: number;
  to: number;
  words: string;
  assumed?: string;
}

const leads: [RegExp, (b: Base) => { start: string | null; end: string | null }][] = [
  [
    /\b(?:ever since|since|starting(?: in| on| from)?|beginning(?: in| on)?|as of|from)(?: the)?(?: (?:year|month|coup|war|invasion|fall)(?: of| in)?)? ?\(?$/i,
    (b) => ({ start: b.start, end: null }),
  ],
  [/\b(?:after|following|later than|past)(?: the)?(?: (?:year|month) of)? $/i, (b) => ({ start: b.end, end: null })],
  [
    /\b(?:before|prior to|earlier than|preceding)(?: the)?(?: (?:year|month) of)? $/i,
    (b) => ({ start: null, end: b.start }),
  ],
  [
    /\b(?:until|till|up to|up until|through|by(?: the end of)?|no later than)(?: the)?(?: end of)? $/i,
    (b) => ({ start: null, end: b.end }),
  ],
];

/** "since 15 April 2023", "before 2018" (2018 outside), "until 2018" (inside), "after 2018", "2012 on", "2016 and later". */
export function openEnds(bases: Base[], text: string): Open[] {
  return bases.map((base) => {
    const [before, after] = [text.slice(0, base.from), text.slice(base.to)];
    const onward = after.match(
      /^(?: and| or)? (?:on(?:wards?)?|later|after(?:wards)?|(?:until|to|till) (?:now|date|today|the present))\b(?! civilians| the| a )|^ ?\+(?=\s|$)/i,
    );
    const earlier = after.match(/^ (?:and|or) (?:earlier|before)\b/i);
    if (onward) {
      const lead = before.match(/\b(?:from|since) $/i)?.[0] ?? '';
      return {
        ...base,
        end: /now|date|today|present/i.test(onward[0]) ? null : null,
        from: base.from - lead.length,
        to: base.to + onward[0].length,
        words: lead + base.words + onward[0],
      };
    }
    if (earlier) return { ...base, start: null, to: base.to + earlier[0].length, words: base.words + earlier[0] };
    for (const [pattern, make] of leads) {
      const lead = before.match(pattern);
      const closed = /^from/i.test(lead?.[0] ?? '') && /\b(?:to|until|till|through|thru)\b|\d ?-/i.test(base.words);
      if (lead && !closed)
        return { ...base, ...make(base), from: base.from - lead[0].length, words: lead[0] + base.words };
    }
    return preposition(base, before);
  });
}

/** "in 2016", "during March", "on Monday": the preposition belongs to the time. */
function preposition(base: Base, before: string): Open {
  const lead = before.match(
    /\b(?:in|during|on|for|over|throughout|within|of|at|dated|around)(?: the)?(?: (?:year|month|course) of)? $/i,
  );
  return lead ? { ...base, from: base.from - lead[0].length, words: lead[0] + base.words } : base;
}
