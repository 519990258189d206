import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { openAlertRows } from '../../src/alerts/store/index.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { freshDatabase } from '../support/engines.ts';

const channel = { platform: 'slack', channel: 'C1' };
const alert = {
  ...channel,
  incident: 'wire:1',
  revision: 1,
  kind: 'new' as const,
  subscriptions: [1],
  words: [],
  due: 0,
};

async function opened() {
  const db = await freshDatabase();
  await openIncidents(db);
  const [one, other] = [openAlertRows(db), openAlertRows(db)];
  await one.outbox.enqueue([alert], 0);
  const heldBy = (holder: string) => db.run('UPDATE lane SET holder = ?, lease = 1000', holder);
  return { one, other, heldBy };
}

test('what another program that runs has in hand is left to it, when this one starts', async () => {
  const { one, other } = await opened();
  expect(await one.leases.claim('slack', 1, 10)).toHaveLength(1);
  await other.leases.releaseDead();
  expect(await other.leases.claim('slack', 2, 10)).toEqual([]);
});

test.each([
  ['that has ended', () => spawnSync(process.execPath, ['-e', '']).pid, hostname(), 1],
  ['of this number, as in a container started anew', () => process.pid, hostname(), 1],
  ['that runs', () => process.ppid, hostname(), 0],
  ['of another machine, which is not known', () => 1, 'elsewhere', 0],
])('what a program %s had in hand', async (_, pid, host, claimed) => {
  const { one, heldBy } = await opened();
  await heldBy(`${host} ${pid()} 5f9c`);
  await one.leases.releaseDead();
  expect(await one.leases.claim('slack', 1, 10)).toHaveLength(claimed);
});
