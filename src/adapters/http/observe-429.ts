import { subscribe } from 'node:diagnostics_channel';

interface OfNode {
  request: { host?: string };
  response: { statusCode?: number };
}
interface OfUndici {
  request: { origin?: string | URL };
  response: { statusCode: number };
}

/**
 * Hears of every answer with status 429 to any library's call, by the host: Node.js and undici both tell of each call
 * on a diagnostics channel, so no library needs to be asked.
 */
export function observe429(limited: (host: string) => void): void {
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as OfNode;
    if (response.statusCode === 429) limited(request.host ?? 'unknown');
  });
  subscribe('undici:request:headers', (message) => {
    const { request, response } = message as OfUndici;
    if (response.statusCode === 429) limited(URL.parse(String(request.origin))?.hostname ?? 'unknown');
  });
}
