import { execFileSync, spawn } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** The folder of PostgreSQL's programs; undefined where it is not installed, or may not be run as root. */
export function postgresPrograms(): string | undefined {
  const [initdb] = globSync('/usr/lib/postgresql/*/bin/initdb').sort().reverse();
  return initdb && (process.getuid?.() !== 0 || userOf('postgres')) ? join(initdb, '..') : undefined;
}

/** PostgreSQL refuses to run as root. */
function userOf(name: string): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

async function answering(address: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client(address);
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** A cluster that keeps nothing, for tests; `settings` such as fsync=on go before the quick ones. */
export async function startPostgres(programs: string, settings: string[] = []) {
  const user = userOf('postgres');
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const as = { ...user, cwd: folder, stdio: 'ignore' as const };
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'sitrep', '-A', 'trust', '-E', 'UTF8', '--no-sync'], as);
  const port = await freePort();
  const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400'];
  const options = [
    ...quick,
    ...settings,
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
  ];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...options.flatMap((o) => ['-c', o])], as);
  const ended = new Promise((done) => server.once('exit', done));
  const address = `postgres://sitrep@127.0.0.1:${port}/postgres`;
  await answering(address);
  return {
    address,
    async stop() {
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let running: Awaited<ReturnType<typeof startPostgres>> | undefined;

/** Once for all tests on the shared engine. */
export async function setup(): Promise<void> {
  running = await startPostgres(postgresPrograms() as string);
  process.env.SITREP_TEST_POSTGRES = running.address;
}

export const teardown = async (): Promise<void> => running?.stop();
