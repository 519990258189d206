import type { DownloadedFile } from './download-to-file.ts';
import { FetchError } from './fetch-error.ts';
import type { FetchRequest, HttpFetcher } from './http-fetcher.ts';

/** An HttpFetcher whose library is loaded at the first request: most runs of the program make none. */
export function lazyHttpFetcher(): HttpFetcher {
  let fetcher: Promise<HttpFetcher> | undefined;
  const loaded = () => {
    fetcher ??= import('./http-fetcher.ts').then(({ createHttpFetcher }) => createHttpFetcher());
    return fetcher;
  };
  return {
    get: async (request) => (await loaded()).get(request),
    close: async () => (await fetcher)?.close(),
  };
}

const maxBytes = 4 * 1024 ** 3;

/** Downloads a file of up to 4 GB, which the caller discards. Throws FetchError. */
export async function fetchFile(
  fetcher: HttpFetcher,
  request: Omit<FetchRequest, 'maxBytes' | 'cached'>,
): Promise<DownloadedFile> {
  const result = await fetcher.get({ ...request, maxBytes });
  if (result.kind === 'unchanged')
    throw new FetchError('The server replied 304 Not Modified to an unconditional request.');
  return result;
}
