import type { ClarificationChoice, DeclineReason } from '../../../reading/parse-result.ts';
import type { ClarificationMessages } from '../clarification.ts';
import { list } from './text.ts';

const levels: Record<string, string> = { admin1: 'province', admin2: 'district', town: 'town' };
const levelOf = (means: ClarificationChoice['means']) =>
  means.kind === 'place' && means.level ? levels[means.level] : undefined;

function choice(means: ClarificationChoice['means']): string {
  if (means.kind === 'day') return means.day;
  const { name, country } = means;
  if (means.kind === 'actor') return country ? `${name} (${country})` : name;
  const level = levelOf(means);
  return `${name}${level ? ` (${level})` : ''}${country ? `, ${country}` : ''}`;
}

const refusals: Record<DeclineReason, string> = {
  forecast: 'I only answer from incidents that have been reported; I do not forecast.',
  advice: 'I do not give safety or travel advice; the reports cannot tell whether a place is safe for you.',
  whereabouts: 'I do not answer questions about where a person is or lives.',
  opinion: 'I report what was reported and who says so; I take no side.',
  elsewhere: 'That is not something reports of incidents can tell.',
  'off-topic':
    'I can only answer questions about reported incidents, and found no place, date, actor or kind of incident in this one.',
};
const canTell = list(
  [
    'how many attacks were there in a place and a period',
    'who claimed or is blamed for an attack',
    'what was reported near a town, and by whom',
  ],
  'or',
);

export const englishBack: ClarificationMessages = {
  which: (choices) => `Which do you mean: ${choices}?`,
  unknown: (name, choices) =>
    choices
      ? `I do not know “${name}”. Did you mean ${choices}?`
      : `I do not know “${name}”: no place or actor of that name is in the gazetteer or the data. Check the spelling, or name the province or country it is in.`,
  change: 'I did not understand that. What about the last answer should change?',
  unread: (said) =>
    `I did not understand “${said}”. Name a place, a date, an actor or a kind of incident, for example “attacks near Samawah in July 2020”.`,
  alone: (said) =>
    `I do not know what “${said}” goes on from. Ask the whole question, for example “attacks in Iraq in 2016”.`,
  nth: (shown) =>
    !shown
      ? 'Which one do you mean? I have not listed any here yet. Ask a question first, for example “latest attacks in Iraq”.'
      : `I showed ${shown}. Which of them do you mean?`,
  choice,
  instead: (means) =>
    means.kind === 'place' && levelOf(means) ? `${means.name} ${levelOf(means)} instead` : `${choice(means)} instead`,
  declined: (why) => `${refusals[why]} I can tell: ${canTell}.`,
  tooLong: (length, most) =>
    `That is ${length.toLocaleString('en-GB')} characters long; I read questions of up to ${most}. Please ask it in fewer words.`,
  over: 'We start over. Ask away.',
  nothingToExplain: 'There is no answer to explain here yet. Ask a question first.',
  failed: (reference) => `I could not answer that just now. Please try again in a minute (ref ${reference}).`,
  tooSlow:
    'That took the database too long, so I stopped it. Ask for a shorter period or fewer places, or once more in a minute.',
  pageFits: (shown, of) => `${shown} of these ${of} fit here; “More” goes on with the next one.`,
  detailsOf: 'Details of …',
  lookingUp: 'Looking it up …',
  undelivered: (reference) =>
    `I have an answer, but it could not be shown here. Ask for a shorter part of it, or tell whoever runs me (ref ${reference}).`,
  withdrawn: 'The question was deleted, so I have withdrawn the answer.',
  answeredAlone: 'The question was edited, so I have withdrawn this answer.',
  closedToDirect:
    'That answer is for you alone, but I may not send you direct messages. Allow them in the server’s privacy settings, or use a slash command, whose answer only you see.',
  expired: 'That button has expired: I keep them for thirty days. Please ask again.',
  thanks: {
    right: 'Thank you, noted as right.',
    wrong: 'Thank you, noted as wrong with the question and how I read it. “why?” in the thread tells how I read it.',
  },
  talk: {
    hello:
      'Hello. Ask me about reported incidents, for example “attacks near Samawah in July 2020”. “help” tells what else I can do.',
    thanks: 'You are welcome.',
    counting:
      'People killed are the deaths that sources give: the best figure, with the lowest and the highest where these differ. An incident for which no source gives a number is counted and adds nothing to the sum; the answer says how many there are. Accounts of one incident that were merged count once. Open an incident to see who gives which figure; “status” names the datasets, whose own definitions of an event hold.',
  },
};
