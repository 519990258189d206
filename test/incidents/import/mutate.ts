const odd = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '&bogus;',
  '#',
  'null',
  'NaN',
  '1e999',
  '-99',
  '5e+05',
  '99999999999999999999',
  '31/02/2020',
  '0000-00-00',
  '\ufeff',
  '\u202e',
  'é',
  '💥',
  '__proto__',
  'constructor',
  '<!--',
  ']]>',
  '<script>',
  "'; DROP TABLE incident; --",
  ' '.repeat(2000),
];

/** The file with one to four things wrong in it. */
export function mutate(content: Uint8Array, random: () => number): Buffer {
  let bytes = Buffer.from(content);
  const at = () => Math.floor(random() * (bytes.length + 1));
  const ways: (() => Buffer)[] = [
    () => {
      if (bytes.length) bytes[Math.min(at(), bytes.length - 1)] = Math.floor(random() * 256);
      return bytes;
    },
    () => bytes.subarray(0, at()),
    () => {
      const [from, length] = [at(), Math.floor(random() * 60)];
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
    },
    () => {
      const [from, to] = [at(), at()];
      const piece = bytes.subarray(from, from + Math.floor(random() * 200));
      return Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]);
    },
    () => {
      const place = at();
      const piece = Buffer.from(odd[Math.floor(random() * odd.length)] ?? '');
      return Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place)]);
    },
  ];
  for (let n = 1 + Math.floor(random() * 4); n > 0; n--)
    bytes = Buffer.from((ways[Math.floor(random() * ways.length)] as () => Buffer)());
  return bytes;
}
