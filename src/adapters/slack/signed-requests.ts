import type { IncomingMessage, ServerResponse } from 'node:http';
import { defaultBodyLimit, HTTPModuleFunctions, type HTTPReceiver, isRawBodyError } from '@slack/bolt';
import type { Logger } from 'pino';

const mismatchWords = 'requests from Slack do not match SLACK_SIGNING_SECRET';

/**
 * Checks the signatures of requests before the receiver does, which reports a wrong one only in its debug log, and ends
 * the process at a body that is no object. Returns what is wrong: requests were refused, and none has ever matched.
 */
export function checkSignatures(receiver: HTTPReceiver, signingSecret: string, log: Logger): () => string | undefined {
  const seen = { match: false, mismatch: false };
  const listen = receiver.requestListener;

  function reportMismatch(): void {
    const known = seen.mismatch || seen.match;
    seen.mismatch = true;
    const advice = 'Copy the Signing Secret anew from Basic Information into SLACK_SIGNING_SECRET, then start again';
    if (known) log.info(`Slack: ${mismatchWords}`);
    else log.error(`Slack: ${mismatchWords}. ${advice}.`);
  }

  /** The status with which a request is refused; undefined where the receiver may have it. */
  async function refusal(request: IncomingMessage): Promise<number | undefined> {
    try {
      const options = { enabled: true, signingSecret, bodyLimit: defaultBodyLimit };
      const buffered = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(options, request);
      seen.match = true;
      const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(buffered);
      return typeof body === 'object' && body !== null ? undefined : 400;
    } catch (error) {
      if (error instanceof SyntaxError) return 400;
      if (isRawBodyError(error)) return error.statusCode;
      if (/signature mismatch/.test((error as Error).message)) reportMismatch();
      else log.info({ err: (error as Error).message }, 'Slack: a request was refused');
      return 401;
    }
  }

  async function check(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = await refusal(request);
    if (status === undefined) listen(request, response);
    else response.writeHead(status).end();
  }

  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST' || !request.url?.startsWith('/slack/events')) return listen(request, response);
    check(request, response).catch((error) => {
      log.error({ err: error }, 'Slack: a request could not be answered');
      if (!response.headersSent) response.writeHead(500).end();
    });
  };
  return () => (seen.mismatch && !seen.match ? mismatchWords : undefined);
}
