import type { Reading, Span } from './span.ts';

const cue =
  /\b(?:outside(?: of)?|except(?: for)?|excluding|apart from|other than|but not(?: (?:in|by|on|against))?|not (?:in|by|near|involving|against)|without|aside from|besides|minus|no(?= (?:airstrikes|protests|bombings)))\b(?: the)?(?: (?:city|town|province|state) of)?/gi;

/** Which readings stand under "outside", "except", "not in", "but not". The cue reaches over names joined by and/or. */
export function excluded<R extends Reading>(text: string, readings: R[]): { out: Set<R>; cues: Span[] } {
  const out = new Set<R>();
  const cues: Span[] = [];
  for (const match of text.matchAll(cue)) {
    let end = match.index + match[0].length;
    const from = out.size;
    for (const reading of readings) {
      // A name may have the article in it: "outside the Middle East".
      if (reading.start < match.index + match[0].replace(/ the$/i, '').length - 1) continue;
      if (!/^[\s,]*(?:(?:and|or|nor|in|by|near|the|any)\s+)*$/i.test(text.slice(end, reading.start))) break;
      out.add(reading);
      end = reading.end;
    }
    if (out.size > from) cues.push({ start: match.index, end: match.index + match[0].length });
  }
  return { out, cues };
}
