// The characters of Windows-1252 from 0x80 to 0x9f; the others have the same number in Unicode.
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const continuing = `[\\u0080-\\u00bf${upper}]`;
/** What UTF-8 looks like when it is read as Windows-1252: a leading byte and those that continue it. */
const suspicious = new RegExp(
  `[\\u00c2-\\u00df]${continuing}|[\\u00e0-\\u00ef]${continuing}{2}|[\\u00f0-\\u00f4]${continuing}{3}`,
);
const runs = new RegExp(`(?:[\\u00c2-\\u00f4]${continuing}{1,3})+`, 'g');
/** Most cells have no such letter at all, which is quick to tell. */
const leading = /[\u00c2-\u00f4]/;
const strict = new TextDecoder('utf-8', { fatal: true });

function repaired(run: string): string {
  const bytes = [...run].map((c) => {
    const at = upper.indexOf(c);
    return at === -1 ? c.charCodeAt(0) : 0x80 + at;
  });
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return run;
  }
}

/** Text with "Ã©" and "â€™" as "é" and "’", where that is valid UTF-8; twice if it was read wrongly twice. */
export function repairMojibake(text: string, times = 2): string {
  if (times === 0 || !leading.test(text) || !suspicious.test(text)) return text;
  return repairMojibake(text.replace(runs, repaired), times - 1);
}
