/** Whether a name may be in a set: never false for one that is, true for about one in 150 of the others. */
export type NameFilter = (name: string) => boolean;

const bitsPerName = 12;
const probes = 4;

/** Two hashes of a text: FNV-1a, and another multiplier. */
function hashes(text: string): [number, number] {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 15);
  }
  return [(one ^ (one >>> 13)) >>> 0, (other ^ (other >>> 16)) | 1];
}

/** A hash of 32 bits. */
export const nameHash = (name: string): number => hashes(name)[0];

/** A Bloom filter of names, as bytes. */
export function nameFilterBytes(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((names.length * bitsPerName) / 8) + 8);
  const size = bytes.length * 8;
  for (const name of names) {
    const [start, step] = hashes(name);
    for (let i = 0, at = start; i < probes; i++, at = (at + step) >>> 0) {
      const bit = at % size;
      bytes[bit >>> 3] = (bytes[bit >>> 3] as number) | (1 << (bit & 7));
    }
  }
  return bytes;
}

/** The filter that `nameFilterBytes` made. */
export function nameFilter(bytes: Uint8Array): NameFilter {
  const size = bytes.length * 8;
  return (name) => {
    const [start, step] = hashes(name);
    for (let i = 0, at = start; i < probes; i++, at = (at + step) >>> 0) {
      const bit = at % size;
      if (((bytes[bit >>> 3] as number) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  };
}
