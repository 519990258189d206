import { userInfo } from 'node:os';

/** The login name of the console's user, under which corrections are recorded. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'console';
  }
}

interface Greeting {
  /** A sentence on what the data holds. */
  holds: string;
  /** Questions to try. */
  examples: readonly string[];
  /** Whether to leave out how to import more. */
  large: boolean;
}

export const greetingOf = ({ holds, examples, large }: Greeting): string =>
  [
    `Sitrep answers questions about reported incidents. ${holds}`,
    '',
    ...examples.slice(0, 3).map((question, i) => `${i ? '      ' : 'Try:  '}${question}`),
    ...(examples.length ? [''] : []),
    ...(large
      ? []
      : [
          'For 65,076 events since 1989 in nine countries, with a sample of the world, type:  /import sample',
          'For 385,000, worldwide (from the network; both UCDP, CC BY 4.0):  /import ucdp',
          '',
        ]),
    'Type /help for the commands, /quit to leave.',
  ].join('\n');
