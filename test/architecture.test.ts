import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const files = globSync('{src,commands}/**/*.{ts,js}').map((f) => f.replaceAll('\\', '/'));
const imports = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, target]) => target as string);
const local = (file: string) =>
  imports(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => normalize(join(dirname(file), target)));
const roomOf = (file: string) => (file.startsWith('commands/') ? 'commands' : (file.split('/')[1] ?? ''));

/** The rooms from the ground up: each may import those before it, and none after it. */
const rooms = [
  'kernel',
  'config',
  'database',
  'geo',
  'web',
  'incidents',
  'entities',
  'settings',
  'sources',
  'frames',
  'reading',
  'evidence',
  'reader',
  'extraction',
  'conversations',
  'answers',
  'briefs',
  'alerts',
  'app',
  'commands',
  'adapters',
  'server',
];

test('every file lies in a room', () => {
  expect(files.filter((file) => !rooms.includes(roomOf(file)))).toEqual([]);
});

test('every import goes one way through the rooms', () => {
  const height = (file: string) => rooms.indexOf(roomOf(file));
  const wrong = files.flatMap((file) =>
    local(file)
      .filter((target) => height(target) > height(file))
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

/** Groups of files that import one another in a ring, types included. */
function cycles(): string[][] {
  const graph = new Map(files.map((file) => [file, local(file)]));
  const reaches = (from: string) => {
    const seen = new Set<string>();
    const next = [...(graph.get(from) ?? [])];
    for (let file = next.pop(); file !== undefined; file = next.pop())
      if (!seen.has(file)) {
        seen.add(file);
        next.push(...(graph.get(file) ?? []));
      }
    return seen;
  };
  const reached = new Map(files.map((file) => [file, reaches(file)]));
  const inRing = files.filter((file) => reached.get(file)?.has(file));
  return inRing
    .map((file) => inRing.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file)))
    .filter((ring, i, all) => all.findIndex((other) => other[0] === ring[0]) === i);
}

test('no files import one another in a ring', () => {
  expect(cycles()).toEqual([]);
});

/** Which room imports which, without the arrows that others make plain, as a Mermaid graph. */
function drawing(): string {
  const arrows = new Map<string, Set<string>>();
  for (const file of files)
    for (const target of local(file))
      if (roomOf(target) !== roomOf(file))
        arrows.set(roomOf(file), (arrows.get(roomOf(file)) ?? new Set()).add(roomOf(target)));
  const below = (room: string): Set<string> =>
    new Set([...(arrows.get(room) ?? [])].flatMap((next) => [next, ...below(next)]));
  const lines = rooms.toReversed().flatMap((room) => {
    const direct = [...(arrows.get(room) ?? [])];
    const needed = direct.filter((next) => !direct.some((other) => other !== next && below(other).has(next)));
    return needed.sort((a, b) => rooms.indexOf(b) - rooms.indexOf(a)).map((next) => `  ${room} --> ${next}`);
  });
  return ['graph TD', ...lines].join('\n');
}

test('the rooms are drawn as they are', async () => {
  const words = [
    '# Rooms',
    'An arrow means “imports from”; arrows implied by others are left out. `test/architecture.test.ts` generates this page (`npx vitest run test/architecture.test.ts -u`).',
    `\`\`\`mermaid\n${drawing()}\n\`\`\``,
  ];
  await expect(`${words.join('\n\n')}\n`).toMatchFileSnapshot('../docs/rooms.md');
});

test.each([
  ['@slack/', 'src/adapters/slack/'],
  ['discord.js', 'src/adapters/discord/'],
  ['chrono-node', 'src/reading/period/'],
  ['date-holidays', 'src/reading/period/holidays/'],
  ['fuse.js', 'src/entities/'],
  ['node:sqlite', 'src/database/'],
  ['pg', 'src/database/'],
  ['string-width', 'src/adapters/'],
  ['@modelcontextprotocol/', 'src/adapters/mcp/'],
  ['hono', 'src/adapters/http/', 'src/briefs/'],
  ['@hono/', 'src/adapters/http/'],
  ['prom-client', 'src/adapters/http/'],
  ['undici', 'src/web/'],
  ['vega', 'src/answers/charts/'],
  ['d3-geo', 'src/geo/', 'src/answers/maps/'],
  ['topojson', 'src/geo/', 'src/answers/maps/'],
  ['@resvg/', 'src/answers/drawing/'],
  ['tinypool', 'src/answers/drawing/', 'src/incidents/workers/'],
])('%s is imported only in %s', (library, ...homes) => {
  const elsewhere = files.filter((f) => !homes.some((home) => f.startsWith(home)));
  const strangers = elsewhere.filter((f) => imports(f).some((i) => i.startsWith(library)));
  expect(strangers).toEqual([]);
});

test('SQL is written only in the database and the store files', () => {
  const sql = /\b(SELECT|INSERT INTO|DELETE FROM|CREATE TABLE)\b/;
  const homes =
    /^src\/(database|incidents\/store|entities\/gazetteer\/store|conversations\/store|settings\/settings|alerts\/store|extraction\/store|adapters\/http\/idempotency-store|sources\/store)/;
  const strangers = files.filter((f) => !homes.test(f) && sql.test(readFileSync(f, 'utf8')));
  expect(strangers).toEqual([]);
});

test('tables are made and changed only by the migrations', () => {
  // The index of names is a file of its own, derived and thrown away; PostgreSQL keeps the version in a table.
  const homes = /^src\/(database\/(migrations\/|postgres\.ts)|entities\/gazetteer\/store)/;
  const strangers = files.filter((f) => !homes.test(f) && /\b(CREATE|ALTER) TABLE\b/.test(readFileSync(f, 'utf8')));
  expect(strangers).toEqual([]);
});
