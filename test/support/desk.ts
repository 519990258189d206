import { createDesk, type Desk, type Kept } from '../../src/app/dispatcher.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openKept } from '../../src/server/container.ts';
import { botOver, shippedStore } from './world.ts';

/** The desk over the shipped incidents. */
export async function deskOver(told?: Kept): Promise<Desk> {
  const kept = told ?? (await openKept(await openDatabase(':memory:')));
  return createDesk(await botOver(await shippedStore(), undefined, kept.settings), kept);
}
