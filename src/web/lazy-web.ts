import type { Web } from './web.ts';

/** The same, whose library is loaded when something is fetched: most runs of the program fetch nothing. */
export function lazyWeb(): Web {
  let web: Promise<Web> | undefined;
  const opened = () => {
    web ??= import('./web.ts').then(({ createWeb }) => createWeb());
    return web;
  };
  return {
    get: async (wanted) => (await opened()).get(wanted),
    close: async () => (await web)?.close(),
  };
}
