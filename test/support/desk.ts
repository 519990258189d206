import { type AdapterStores, createDispatcher, type Dispatcher } from '../../src/app/dispatcher.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { botOver, shippedStore } from './world.ts';

/** The desk over the shipped incidents. */
export async function deskOver(told?: AdapterStores): Promise<Dispatcher> {
  const kept = told ?? (await openAdapterStores(await openDatabase(':memory:')));
  return createDispatcher(await botOver(await shippedStore(), undefined, kept.settings), kept);
}
