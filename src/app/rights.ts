import { list } from '../answers/messages/english/text.ts';
import type { Rights } from '../kernel/question.ts';

/** Whom the bot serves on one platform. */
export interface Tenants {
  /** "3 Discord servers" */
  words: string;
  /** Undefined where it cannot be known. */
  count: number | undefined;
}

/** How someone stands. */
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
const isAlone = (tenants: readonly Tenants[]): boolean =>
  tenants.every(({ count }) => count !== undefined) && tenants.reduce((sum, { count = 0 }) => sum + count, 0) === 1;

const wordsOf = (tenants: readonly Tenants[]): string =>
  list(tenants.filter(({ count }) => count !== 0).map(({ words }) => words)) || 'nobody yet';

/** What someone may change, among all whom the bot serves. */
export function rightsOf({ named, admin, appointed, where }: Standing, tenants: readonly Tenants[]): Rights {
  const mayManage = named || admin;
  const alone = isAlone(tenants);
  if (named || (alone && !appointed)) return { mayManage, mayCurate: mayManage };
  const because = alone ? {} : { because: `the bot serves ${wordsOf(tenants)}` };
  return { mayManage, mayCurate: false, curators: { who: `people named in ${where}`, ...because } };
}

/** Who may change the data, in one line; `named`: how many people and roles the operator names. */
export function managersLine(named: number, tenants: readonly Tenants[]): string {
  const who = named === 0 ? 'nobody named' : `${named} named`;
  const admins =
    named === 0 && isAlone(tenants) ? 'its admins manage the data too' : 'admins manage only their channels';
  return `Managers: ${who}; ${wordsOf(tenants)}, so ${admins}.`;
}
