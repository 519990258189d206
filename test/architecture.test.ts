import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const files = globSync('{src,commands}/**/*.{ts,js}').map((f) => f.replaceAll('\\', '/'));
const imports = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, target]) => target as string);
const room = (file: string) => (file.startsWith('commands/') ? 'commands' : (file.split('/')[1] ?? ''));
const local = (file: string, target: string) => normalize(join(dirname(file), target));

/** What each room may import besides itself and the plain types at the top of src. */
const may: Record<string, string[]> = {
  database: [],
  incidents: ['database'],
  names: ['database', 'incidents'],
  understanding: ['incidents', 'names'],
  conversations: ['database', 'incidents', 'understanding'],
  drafting: ['database', 'incidents', 'names', 'understanding', 'conversations'],
  answers: ['incidents', 'names', 'understanding', 'drafting'],
  exports: ['incidents', 'understanding', 'answers'],
  alerts: ['database', 'incidents', 'answers', 'settings', 'conversations'],
  pictures: ['incidents', 'names', 'answers'],
  briefs: ['incidents', 'understanding', 'answers', 'exports'],
  commands: [
    'sources',
    'web',
    'alerts',
    'briefs',
    'database',
    'drafting',
    'incidents',
    'names',
    'understanding',
    'conversations',
    'settings',
    'answers',
  ],
  settings: ['database'],
  http: ['alerts', 'database', 'incidents'],
  web: [],
  sources: ['database', 'incidents', 'web'],
  adapters: ['answers', 'settings'],
};
const types = [
  'asked.ts',
  'question.ts',
  'command.ts',
  'bot.ts',
  'config',
  'config.ts',
  'log.ts',
  'desk.ts',
  'sender.ts',
  'form.ts',
  'open-data.ts',
];
const top = [
  'main.ts',
  'start.js',
  'services.ts',
  'move.ts',
  'doors.ts',
  'live.ts',
  'platforms.ts',
  'answering.ts',
  'bot.ts',
  'command.ts',
  'command-line.ts',
  'slack-manifest.ts',
  'discord-register.ts',
  'suggest.ts',
  'telling.ts',
];

test('every import goes one way through the rooms', () => {
  const wrong = files.flatMap((file) =>
    imports(file)
      .filter((target) => target.startsWith('.'))
      .map((target) => local(file, target))
      .filter((target) => {
        const [from, to] = [room(file), room(target)];
        return from in may && from !== to && !types.includes(to) && !may[from]?.includes(to);
      })
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['@slack/', 'src/adapters/slack/'],
  ['discord.js', 'src/adapters/discord/'],
  ['chrono-node', 'src/understanding/period/'],
  ['date-holidays', 'src/understanding/period/holidays/'],
  ['fuse.js', 'src/names/'],
  ['node:sqlite', 'src/database/'],
  ['pg', 'src/database/'],
  ['@modelcontextprotocol/', 'src/adapters/mcp/'],
  ['hono', 'src/http/'],
  ['@hono/', 'src/http/'],
  ['prom-client', 'src/http/'],
  ['undici', 'src/web/'],
  ['vega', 'src/pictures/chart/'],
  ['d3-geo', 'src/pictures/'],
  ['topojson', 'src/pictures/'],
  ['@resvg/', 'src/pictures/'],
  ['tinypool', 'src/pictures/', 'src/incidents/reading/'],
  ['escape-html', 'src/briefs/'],
])('%s is imported only in %s', (library, ...homes) => {
  const elsewhere = files.filter((f) => !homes.some((home) => f.startsWith(home)));
  const strangers = elsewhere.filter((f) => imports(f).some((i) => i.startsWith(library)));
  expect(strangers).toEqual([]);
});

test('SQL is written only in the database and the store files', () => {
  const sql = /\b(SELECT|INSERT INTO|DELETE FROM|CREATE TABLE)\b/;
  const homes =
    /^src\/(database|incidents\/store|names\/store|conversations\/store|settings\/store|alerts\/store|drafting\/store|http\/store|sources\/store)/;
  const strangers = files.filter((f) => !homes.test(f) && sql.test(readFileSync(f, 'utf8')));
  expect(strangers).toEqual([]);
});

test('every file under src belongs to a room or is one of the few at the top', () => {
  const strangers = files.filter(
    (f) => f.startsWith('src/') && f.split('/').length === 2 && ![...types, ...top].includes(room(f)),
  );
  expect(strangers).toEqual([]);
});
