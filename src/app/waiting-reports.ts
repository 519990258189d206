import { z } from 'zod';
import { type Incident, incident } from '../incidents/incident.ts';
import { hour } from '../kernel/duration.ts';
import type { Settings } from '../settings/settings.ts';

const scope = 'waiting-reports';

const waitingReport = z.object({
  /** Where it was reported, and who may see it besides the operator: "slack:T1". */
  tenant: z.string(),
  /** Who reported it: "slack:U1", and the name. */
  person: z.string(),
  name: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  record: incident,
});
/** A report that stays with its workspace or server until a person whom the operator names confirms it. */
export type WaitingReport = z.infer<typeof waitingReport>;

/** Reports that one person may save in an hour, and that one tenant may have waiting. */
const [mostHourly, mostWaiting] = [20, 500];

export interface WaitingReports {
  /** The oldest first; of one tenant, or of all. */
  list(tenant?: string): Promise<WaitingReport[]>;
  get(id: string): Promise<WaitingReport | undefined>;
  /** Why so many more cannot be kept, as a sentence; undefined if they can. */
  refusal(from: Pick<WaitingReport, 'tenant' | 'person'>, more: number, now: number): Promise<string | undefined>;
  put(report: WaitingReport): Promise<void>;
  remove(id: string): Promise<void>;
}

export function openWaitingReports(settings: Settings): WaitingReports {
  const all = async () =>
    (await settings.list(scope))
      .flatMap(({ value }) => waitingReport.safeParse(value).data ?? [])
      .sort((a, b) => a.at - b.at);
  return {
    list: async (tenant) => (await all()).filter((one) => tenant === undefined || one.tenant === tenant),
    get: async (id) => waitingReport.safeParse(await settings.get(scope, id)).data,
    async refusal({ tenant, person }, more, now) {
      const here = (await all()).filter((one) => one.tenant === tenant);
      const lately = here.filter((one) => one.person === person && Math.abs(now - one.at) < hour).length;
      if (lately + more > mostHourly) return `You can save ${mostHourly} reports in an hour. Try again later.`;
      if (here.length + more > mostWaiting)
        return `${mostWaiting} reports from here wait to be confirmed; no more are kept until some are.`;
      return undefined;
    },
    put: (report) => settings.put(scope, report.record.id, report),
    remove: (id) => settings.remove(scope, id),
  };
}

const someone = 'a user of Sitrep';

/** The record as all may see it: reviewed, and without the name of who reported it. */
export function confirmedRecord({ record, name }: WaitingReport, id: string): Incident {
  const nameless = JSON.parse(JSON.stringify(record), (_, value) => (value === name ? someone : value)) as Incident;
  return {
    ...nameless,
    id,
    flags: nameless.flags.filter((flag) => flag !== 'unreviewed'),
    details: nameless.details.filter(({ by }) => by !== someone),
  };
}
