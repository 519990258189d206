const written = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) UTC/g;

/** Text split at the timestamps that answers write ("2020-07-14 09:00 UTC"), so that a platform can show them in the reader's own time zone. */
export function splitTimestamps(text: string): (string | { at: Date; words: string })[] {
  const pieces: (string | { at: Date; words: string })[] = [];
  let from = 0;
  for (const match of text.matchAll(written)) {
    const at = new Date(`${match[1]}T${match[2]}:00Z`);
    if (Number.isNaN(at.getTime())) continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push({ at, words: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
