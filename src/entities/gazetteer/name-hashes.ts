import { nameHash } from './name-filter.ts';

/** The rows that may have a name, by the hash of the name. */
export interface NameHashes {
  /** The rows with a name of this hash, in order: those that have the name, and rarely another. */
  rowsWith(name: string): number[];
}

/** Pairs of a hash and a row in order, as bytes: what each hash adds to the one before, then all rows in three planes. */
export function nameHashBytes(rows: readonly (readonly string[])[]): Uint8Array {
  const pairs = rows
    .flatMap((names, row) => [...new Set(names.map(nameHash))].map((hash) => ({ hash, row })))
    .sort((a, b) => a.hash - b.hash || a.row - b.row);
  const steps: number[] = [];
  let before = 0;
  for (const { hash } of pairs) {
    let step = hash - before;
    before = hash;
    for (; step > 127; step = Math.floor(step / 128)) steps.push((step % 128) + 128);
    steps.push(step);
  }
  const planes = [0, 8, 16].map((shift) => Uint8Array.from(pairs, ({ row }) => row >>> shift));
  return Buffer.concat([bytesOfNumber(pairs.length), Uint8Array.from(steps), ...planes]);
}

function bytesOfNumber(n: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, n, true);
  return bytes;
}

/** The hashes, in order, and where in the bytes their rows begin. */
function hashesIn(bytes: Uint8Array): { hashes: Uint32Array; end: number } {
  const hashes = new Uint32Array(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
  let at = 4;
  let hash = 0;
  for (let n = 0; n < hashes.length; n++) {
    let [byte, scale] = [bytes[at++] as number, 1];
    for (; byte > 127; byte = bytes[at++] as number, scale *= 128) hash += (byte - 128) * scale;
    hash += byte * scale;
    hashes[n] = hash;
  }
  return { hashes, end: at };
}

/** Reads the hashes that `nameHashBytes` made. */
export function nameHashes(bytes: Uint8Array): NameHashes {
  const { hashes, end } = hashesIn(bytes);
  const planes = [0, 1, 2].map((n) => bytes.subarray(end + n * hashes.length, end + (n + 1) * hashes.length));
  const row = (n: number) => planes.reduce((sum, plane, p) => sum + (plane[n] as number) * 256 ** p, 0);
  return {
    rowsWith(name) {
      const hash = nameHash(name);
      let [low, high] = [0, hashes.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((hashes[middle] as number) < hash) low = middle + 1;
        else high = middle;
      }
      const rows: number[] = [];
      for (let n = low; hashes[n] === hash; n++) rows.push(row(n));
      return rows;
    },
  };
}
