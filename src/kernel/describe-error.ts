/** Tokens of Slack, of requests and of Discord's interactions and webhooks, which are in their addresses. */
const secrets =
  /\bx(?:ox[a-z]|app)-[\w-]+|\bBearer +\S+|(?<=\/(?:interactions|webhooks)\/\d+\/)[\w.-]+|(?<=:\/\/)[^\s/@]+:[^\s/@]+(?=@)/g;
const quoted = /(["'`])(?:(?!\1).)*\1|“[^”]*”|«[^»]*»/gs;
/** What is in quotes is the program's own if it is one word of code; all else may be what somebody wrote. */
const ownWord = /^.[\w.:/-]{1,60}.$/;
const longest = 500;

/** The words of an error without tokens, and without what people wrote. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(secrets, '…')
    .replace(quoted, (words) => (ownWord.test(words) ? words : `${words[0]}…${words.at(-1)}`))
    .slice(0, longest)
    .toWellFormed();

const frames = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12);

/** The members of an error that say what kind it is; libraries add requests and their bodies, which are not told. */
const members = ['code', 'errcode', 'status', 'syscall', 'method'] as const;

/** An error as it is logged. Never throws. */
export function describeError(error: unknown, depth = 0): unknown {
  if (typeof error === 'string') return withoutSecrets(error);
  if (!(error instanceof Error)) return typeof error;
  const all = error as unknown as Record<string, unknown>;
  const plain = members.flatMap((name) =>
    typeof all[name] === 'string' || typeof all[name] === 'number' ? [[name, all[name]] as const] : [],
  );
  return {
    type: error.name,
    message: withoutSecrets(String(error.message)),
    ...Object.fromEntries(plain),
    stack: frames(error.stack),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}
