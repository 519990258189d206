import type { Adapter } from '../adapters/adapter.ts';

/** An adapter that can be made anew after it failed: libraries of platforms do not start twice. */
export interface Platform extends Adapter {
  renew(): void;
}

/** The platform that `make` makes an adapter for. Its notifier is that of the first one: it needs no connection. */
export function createPlatform(make: () => Adapter): Platform {
  let now = make();
  const { name, platform, notifier } = now;
  return {
    ...{ name, platform, notifier },
    get failed() {
      return now.failed;
    },
    start: () => now.start(),
    stop: () => now.stop(),
    connected: () => now.connected(),
    tenants: () => now.tenants(),
    check: () => now.check(),
    trouble: () => now.trouble?.(),
    renew() {
      now = make();
    },
  };
}
