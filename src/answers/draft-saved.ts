import type { Incident } from '../incidents/incident.ts';
import { cut } from '../kernel/cut.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { cardOf, title } from './messages/english/card.ts';
import { clean, list, sentence } from './messages/english/text.ts';
import { composeUsage } from './replies.ts';

/** The confirmation to the reporter, with an announcement to the channel. */
export function composeDraftSaved(saved: readonly Incident[], by: string): Answer {
  const names = saved.map((i) => `${title(i)} (${i.id})`);
  const made = buildAnswer(`Saved: ${list(names)}.`, [], {
    result: { total: saved.length, ids: saved.map((i) => i.id) },
  });
  const cards: Part[] = saved.map((i) => ({ kind: 'incident', card: cardOf(i) }));
  const note: Part = {
    kind: 'note',
    text: `Not reviewed yet: a manager confirms it with ${list(saved.map((i) => `correct ${i.id} --confirmed`))}.`,
  };
  const next: AnswerAction[] = saved.slice(0, 4).map((i) => ({
    label: saved.length === 1 ? 'Confirm (managers)' : cut(`Confirm ${title(i)}`, 70),
    action: { run: 'correct', options: { id: i.id, confirmed: true, why: 'a manager has looked at the report' } },
  }));
  const announce: Answer = {
    ...buildAnswer(`${clean(by, 80)} reported: ${list(saved.map(title))}.`, [...cards, note]),
    audience: 'everyone',
    next,
  };
  return { ...made, announce };
}

export const composeDiscarded = (): Answer => buildAnswer('The draft is discarded; nothing was stored.', []);

export const composeNoSuchDraft = (key: string): Answer =>
  composeUsage(
    `There is no draft ${clean(key, 40)} any more: drafts are kept for a day. Please report the text again.`,
  );

/** How to report, when no text was given. */
export const composeHowToReport = (): Answer => ({
  ...composeUsage(
    'Paste the article or the message after the word report, with --source, --link and --date if you know them.',
  ),
  next: [{ label: 'Paste a text …', action: { run: 'report', options: {} } }],
});

const help: Record<string, string> = {
  place:
    'I do not know that place. Write a town, province or country, “Samawah, Iraq”, “between Diwaniya and Samawah”, or “unknown”',
  day: 'that is no day. Write it like 2020-07-11, “11 July 2020”, or “unknown”',
  date: 'that is no day of the past. Write it like 2020-07-11',
  kind: 'I know no such kind of incident. Write for example airstrike, ambush, car bomb, abduction, protest, raid',
  actors:
    'write each as attacker, target, claimed, blamed, suspected, denied or doubted, a colon and a name; several apart by semicolons: “attacker: gunmen; blamed: Al-Shabaab by the police”',
  casualties: 'write for example “killed 12 soldiers; wounded 7 civilians”, or “unknown”',
};

/** A field that cannot be parsed: the value, and the expected format. */
export const composeUnreadable = (field: string, said: string): Answer =>
  composeUsage(sentence(`${field}: “${clean(said, 80)}”: ${help[field] ?? 'cannot be read'}`));

/** The provenance stored with a reported incident: by whom, when and from what text. */
export const provenanceText = (by: string, day: string, excerpt: string, link: string | undefined): string =>
  `Reported to Sitrep by ${clean(by, 80)} on ${day} from ${link ? `${clean(link, 300)}, ` : ''}a text that begins “${clean(excerpt, 120)}”.`;
