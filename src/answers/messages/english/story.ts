import type { Attribution, Casualty, CasualtyKind } from '../../../incidents/incident.ts';
import { casualtyText } from './casualties.ts';
import { capital, clean, list, number, sentence } from './text.ts';

/** A name without the article's "(not named)" where it begins a sentence. */
const name = (text: string): string => clean(text, 120);
const quoted = (a: Attribution): string => (a.quote ? `: “${clean(a.quote, 200)}”` : '');
const own = (a: Attribution): boolean => clean(a.by).startsWith(clean(a.actor));
const noted = (note: string | undefined): string => (note ? ` ${sentence(clean(note, 300))}` : '');

const said: Record<Attribution['status'], (a: Attribution) => string> = {
  claimed: (a) =>
    `${name(a.actor)} claimed it (${own(a) ? 'its own claim' : ''}${own(a) && a.by !== a.actor ? `, ${name(a.by)}` : own(a) ? '' : name(a.by)}${quoted(a)})`,
  denied: (a) => `${name(a.actor)} denies it (${name(a.by)}${quoted(a)})`,
  blamed: (a) => `${name(a.actor)}: blamed by ${name(a.by)}${quoted(a)}`,
  suspected: (a) => `${name(a.actor)}: suspected by ${name(a.by)}${quoted(a)}`,
  doubted: (a) => `${name(a.actor)}: thought unlikely by ${name(a.by)}${quoted(a)}`,
  observed: (a) => `${name(a.actor)}, as ${name(a.by)} reports${quoted(a)}`,
  confirmed: (a) => `${name(a.actor)}, confirmed by ${name(a.by)}${quoted(a)}`,
};

const harmWords: Record<CasualtyKind, string> = {
  killed: 'killed',
  wounded: 'wounded',
  abducted: 'abducted',
  arrested: 'arrested',
};

const figure = (c: Casualty, harm: CasualtyKind): string => {
  const toll = c[harm];
  return toll === undefined ? '' : toll === 'number unknown' ? 'some, number not known,' : casualtyText(toll);
};

/** "guards", "1 guard", "1 of the children". */
function groupOf(c: Casualty, harm: CasualtyKind): string {
  if (c.group === 'all') return figure(c, harm);
  const group = clean(c.group, 60);
  const toll = c[harm];
  if (typeof toll !== 'object' || toll.best !== 1 || toll.high !== 1) return `${figure(c, harm)} ${group}`;
  return /[^s]s$/.test(group) ? `1 ${group.slice(0, -1)}` : `1 of the ${group}`;
}

/** "19 killed", "no Americans reported killed". */
const told = (c: Casualty, harm: CasualtyKind): string =>
  c[harm] === 'none reported'
    ? `no ${c.group === 'all' ? 'people' : clean(c.group, 60)} reported ${harmWords[harm]}`
    : c[harm] === 'number unknown'
      ? `${c.group === 'all' ? 'some people' : clean(c.group, 60)} ${harmWords[harm]}, how many is not known`
      : `${groupOf(c, harm)} ${harmWords[harm]}`;

/** The words of answers about one story, in English. */
export const storyWords = {
  attribution: (a: Attribution): string => `${capital(sentence(said[a.status](a)))}${noted(a.note)}`,
  harm: (harm: CasualtyKind) => harmWords[harm],
  /** "19 killed (the hospital)". */
  figure: (c: Casualty, harm: CasualtyKind, note = false): string =>
    `${told(c, harm)}${c.by ? ` (${name(c.by)}${note && c.note ? `: ${clean(c.note, 160).replace(/\.$/, '')}` : ''})` : ''}`,
  /** "19 (the hospital)", where the harm has been named. */
  bare: (c: Casualty, harm: CasualtyKind): string =>
    `${figure(c, harm).replace(/,$/, '')}${c.by ? ` (${name(c.by)})` : ''}`,
  range: (low: number, high: number, group: string, harm: CasualtyKind) =>
    `${number(low)} to ${number(high)}${group === 'all' ? '' : ` ${clean(group, 60)}`} ${harmWords[harm]}, depending on the source`,
  /** A statement in the record's words, with its source. */
  passage: (text: string, by: string | undefined): string => {
    const told = clean(text, 400);
    return by && !told.includes(by) ? `${sentence(told)} (${name(by)})` : sentence(told);
  },
  quote: (text: string, by: string | undefined): string => `“${clean(text, 300)}”${by ? ` (${name(by)})` : ''}`,
  verdict: { yes: 'Yes', no: 'No', disputed: 'Disputed', open: 'The record says' },
  noSource: (phrase: string) => `The record has nothing that “${clean(phrase, 60)}” says.`,
  notOnThat: (phrase: string) => `On that the record has nothing from “${clean(phrase, 60)}”; otherwise:`,
  silent: 'The record does not say.',
  silentGroup: (group: string, words: string) =>
    `The record does not say: no source speaks of ${clean(group, 40)} ${words}.`,
  silentHarm: (words: string) => `The record does not say: no source gives a number of people ${words}.`,
  noClaim: 'No group or person is reported to have claimed it.',
  claimNobody: 'The claim is not confirmed.',
  noDenial: 'No source reports that anyone has denied it.',
  noBlame: 'No source blames or suspects anyone.',
  noneBlamedBy: (phrase: string) => `The record does not say whom “${clean(phrase, 60)}” blames.`,
  open: 'Who did it is not established.',
  unnamed: (party: string) => `No source in the record says so: ${clean(party, 60)} is not named in it as responsible.`,
  notClaimed: (party: string) => `No: no source reports a claim by ${clean(party, 60)}.`,
  notDenied: (party: string) => `No source reports a denial by ${clean(party, 60)}.`,
  disputedParty: 'Disputed',
  notKnown: 'Not known',
  notConfirmed: 'Not confirmed',
  yes: 'Yes',
  unknownLead: 'What is not known, or not agreed:',
  whoCalls: (who: string, as: string) => `${clean(who, 80)}: ${clean(as, 160)}, as the record has it.`,
  notThere: (who: string) => `The record names ${clean(who, 80)} only as a source.`,
  context: (title: string, when: string) => `${title}, ${when}.`,
  sources: (names: readonly string[]) => `Sources: ${list(names.map(name))}.`,
  single: 'One source alone gives it.',
  given: (n: number) => `No source gives ${number(n)}.`,
};
