const [quote, backslash] = [0x22, 0x5c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** Bounds of JSON that strangers send. `longest`: bytes of one row, which is what ends at depth 1 or 2. */
export interface JsonBounds {
  deepest: number;
  longest: number;
}

/** Follows JSON in UTF-8 without building it; returns which bound a chunk oversteps. */
export function createJsonMeter({ deepest, longest }: JsonBounds): (chunk: Uint8Array) => keyof JsonBounds | undefined {
  let [depth, length, inText, escaped] = [0, 0, false, false];
  return (chunk) => {
    for (const byte of chunk) {
      length++;
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inText = false;
      } else if (byte === quote) inText = true;
      else if (opening.has(byte)) depth++;
      else if (closing.has(byte)) {
        depth--;
        if (depth <= 2) length = 0;
      }
      if (depth > deepest) return 'deepest';
      if (length > longest) return 'longest';
    }
    return undefined;
  };
}
