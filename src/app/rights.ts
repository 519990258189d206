import { list, plural } from '../answers/messages/english/text.ts';
import type { Question, Rights } from '../kernel/question.ts';

/**
 * Whom the bot serves, by platform and id: a Slack workspace or a Discord server. Where they cannot be told apart, the id
 * is `any`; `discord:install` are people who installed it for themselves, `unread` those whose list cannot be read.
 */
export type Tenant = `slack:${string}` | `discord:${string}` | 'unread';

/** Tenants that may stand for any number of others, in words. */
const ofUnknownSize = {
  'slack:any': 'any number of Slack workspaces',
  'discord:any': 'any number of Discord servers',
  'discord:install': 'people who installed it for themselves',
  unread: 'perhaps others (the list cannot be read)',
} satisfies Partial<Record<Tenant, string>>;

/** What is known about a person's role. */
export interface Standing {
  /** The operator names them. */
  named: boolean;
  /** They manage the channel, or the workspace or server it belongs to. */
  admin: boolean;
  /** The operator names anybody on their platform. */
  appointed: boolean;
  /** Where the operator names people: "SLACK_MANAGERS". */
  where: string;
}

/** An admin speaks for one tenant: what all tenants share is theirs only where there is certainly no other. */
const isAlone = (tenants: readonly Tenant[]): boolean =>
  new Set(tenants).size === 1 && tenants.every((one) => !(one in ofUnknownSize));

/** "1 Slack workspace and 3 Discord servers" */
function describeTenants(tenants: readonly Tenant[]): string {
  const numberOf = (platform: 'slack' | 'discord', kind: string) => {
    if (tenants.includes(`${platform}:any`)) return [ofUnknownSize[`${platform}:any`]];
    const ids = new Set(tenants.filter((one) => one.startsWith(`${platform}:`) && !(one in ofUnknownSize)));
    return ids.size === 0 ? [] : [plural(ids.size, kind)];
  };
  const others = (['discord:install', 'unread'] as const).filter((one) => tenants.includes(one));
  return (
    list([
      ...numberOf('slack', 'Slack workspace'),
      ...numberOf('discord', 'Discord server'),
      ...others.map((one) => ofUnknownSize[one]),
    ]) || 'nobody yet'
  );
}

/** What a person may change. Admins manage their own channels; they manage the data only if the bot certainly serves no other tenant and the operator has named nobody. */
export function rightsOf({ named, admin, appointed, where }: Standing, tenants: readonly Tenant[]): Rights {
  const mayManage = named || admin;
  const alone = isAlone(tenants);
  if (named || (alone && !appointed)) return { mayManage, mayCurate: mayManage };
  const because = alone ? {} : { because: `the bot serves ${describeTenants(tenants)}` };
  return { mayManage, mayCurate: false, curators: { who: `people named in ${where}`, ...because } };
}

/** Who may change the data, in one line; `named`: how many people and roles the operator names. */
export function managersLine(named: number, tenants: readonly Tenant[]): string {
  const who = named === 0 ? 'nobody named' : `${named} named`;
  const admins =
    named === 0 && isAlone(tenants) ? 'its admins manage the data too' : 'admins manage only their channels';
  return `Managers: ${who}; ${describeTenants(tenants)}, so ${admins}.`;
}

/** Whether the asker is one of several tenants, and not named by the operator. */
export const isAmongStrangers = ({ mayCurate, curators }: Rights): boolean =>
  !mayCurate && curators?.because !== undefined;

/** The tenant of a channel: its workspace or server, or the direct messages themselves. */
export const tenantOf = ({ platform, id, tenant }: Question['channel']): string => tenant ?? `${platform}:${id}`;
