import type { HttpFetcher } from './web.ts';

/** The same, whose library is loaded when something is fetched: most runs of the program fetch nothing. */
export function lazyHttpFetcher(): HttpFetcher {
  let web: Promise<HttpFetcher> | undefined;
  const opened = () => {
    web ??= import('./web.ts').then(({ createHttpFetcher: createWeb }) => createWeb());
    return web;
  };
  return {
    get: async (wanted) => (await opened()).get(wanted),
    close: async () => (await web)?.close(),
  };
}
