import type { DownloadedFile } from './download-to-file.ts';
import { FetchError } from './fetch-error.ts';
import type { FetchRequest, HttpFetcher } from './web.ts';

const most = 4 * 1024 ** 3;

/** A whole file of up to 4 GB, for the caller to discard. Throws FetchError. */
export async function fetchFile(
  web: HttpFetcher,
  wanted: Omit<FetchRequest, 'maxBytes' | 'cached'>,
): Promise<DownloadedFile> {
  const got = await web.get({ ...wanted, maxBytes: most });
  if (got.kind === 'unchanged') throw new FetchError('Nothing came, though nothing was there before.');
  return got;
}
