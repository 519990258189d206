import { userInfo } from 'node:os';

/** The login name of the console's user, under which corrections are recorded. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'console';
  }
}

/** The greeting. `holds`: a sentence on what the data holds; `large`: whether to leave out how to import more. */
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
