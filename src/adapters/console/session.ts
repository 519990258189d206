import { userInfo } from 'node:os';

/** Who sits at the console: what they correct keeps their name. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'console';
  }
}

/** The first screen: what the data holds, three questions to try, and the one command that brings more. */
export const greetingOf = (holds: string, large: boolean): string =>
  [
    `Sitrep answers questions about reported incidents. ${holds}`,
    '',
    'Try:  who claimed the convoy attack near Samawah?',
    '      airstrikes in Deir ez-Zor in July 2020',
    '      what was seized in the raid?',
    '',
    ...(large
      ? []
      : ['For 385,000 more events, worldwide since 1989 (UCDP, CC BY 4.0):  npm start -- import ucdp', '']),
    'Type /help for the commands, /quit to leave.',
  ].join('\n');
