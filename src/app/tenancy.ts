import type { Logger } from 'pino';
import { z } from 'zod';
import { day, hour, second } from '../kernel/duration.ts';
import type { Settings } from '../settings/settings.ts';
import type { Tenant } from './rights.ts';

/** Whom all processes on this database serve. Nothing is thrown. */
export interface Tenancy {
  /** What this process serves now and what others have recorded, each once; with `unread` where that cannot be read. */
  all(): Promise<Tenant[]>;
  /** Records that the bot of that id serves these and no others, from now on. */
  serve(bot: string, tenants: readonly Tenant[]): Promise<void>;
  /** Records that a tenant was seen that no event will report as gone. */
  seen(tenant: Tenant): Promise<void>;
  /** Records again what this process serves, where that is due. */
  refresh(): Promise<void>;
}

/**
 * A tenant counts for so long after it was last seen. A bot that is stopped over a holiday is still counted when it
 * comes back; one that was given up, or a person's own install, whose end Discord does not report, gives the tenant that
 * is left its rights back within a month.
 */
const countedFor = 30 * day;
const writtenEvery = hour;
/** Another process's change takes at most so long to be noticed; in between, a question costs no statement. */
const readEvery = 30 * second;

const scope = 'tenants';
const served = z.object({
  tenants: z.array(z.union([z.templateLiteral(['slack:', z.string()]), z.templateLiteral(['discord:', z.string()])])),
  /** Milliseconds since 1970. */
  seen: z.number(),
});
type Served = z.infer<typeof served> & { bot: string };

/** `servedHere`: what this process serves now. `now`: milliseconds since 1970. */
export function openTenancy(
  settings: Settings,
  servedHere: () => Promise<Tenant[]>,
  { log, now = Date.now }: { log: Logger; now?: () => number },
): Tenancy {
  const here = new Map<string, readonly Tenant[]>();
  let latest: { at: number; recorded: Promise<Served[]> } | undefined;
  let writing: Promise<void> = Promise.resolve();

  const readAll = async (): Promise<Served[]> =>
    (await settings.list(scope)).map(({ name, value }) => ({ bot: name, ...served.parse(value) }));

  function read(): Promise<Served[]> {
    // A clock that was put back makes nothing last longer.
    if (latest !== undefined && Math.abs(now() - latest.at) < readEvery) return latest.recorded;
    const started = { at: now(), recorded: readAll() };
    latest = started;
    started.recorded.catch(() => {
      if (latest === started) latest = undefined;
    });
    return started.recorded;
  }

  async function write(bot: string, tenants: readonly Tenant[]): Promise<void> {
    const last = (await read()).find((one) => one.bot === bot);
    if (last && now() - last.seen < writtenEvery && isSame(last.tenants, tenants)) return;
    await settings.put(scope, bot, { tenants, seen: now() });
    latest = undefined;
  }

  /** Writes one after another, so that the latest one for a bot wins. */
  function record(bot: string, tenants: readonly Tenant[]): Promise<void> {
    writing = writing
      .then(() => write(bot, tenants))
      .catch((error) => log.warn({ err: error, bot }, 'could not record whom the bot serves; tried again in a minute'));
    return writing;
  }

  return {
    async all() {
      const live = await servedHere();
      const recorded = await read().then(
        // Of a bot of this process, what it serves now is known better than what was recorded.
        (all) =>
          all.filter(({ bot, seen }) => !here.has(bot) && now() - seen < countedFor).flatMap((one) => one.tenants),
        (error): Tenant[] => {
          log.warn({ err: error }, 'could not read whom other processes serve: no admin may change the data');
          return ['unread'];
        },
      );
      return [...new Set([...live, ...recorded])];
    },
    serve(bot, tenants) {
      here.set(bot, tenants);
      return record(bot, tenants);
    },
    seen: (tenant) => record(tenant, [tenant]),
    async refresh() {
      await Promise.all([...here].map(([bot, tenants]) => record(bot, tenants)));
    },
  };
}

const isSame = (some: readonly Tenant[], others: readonly Tenant[]): boolean =>
  some.length === others.length && new Set([...some, ...others]).size === new Set(some).size;
