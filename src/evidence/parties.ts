import { isIn, stem, termsOf, wordsOf } from './lexicon.ts';
import type { Story } from './statements.ts';

/** A party as a question names it, with its stems. */
export interface Party {
  name: string;
  stems: string[];
}

const initials = (name: string): string =>
  wordsOf(name)
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w[0])
    .join('')
    .toLowerCase();

/** Those whom a story names as a party: in its attributions, and as taking part. */
const partiesOf = ({ incident }: Story): string[] => [
  ...new Set([...incident.attributions.map((a) => a.actor), ...incident.actors.map((a) => a.actor)]),
];

/** Whether a party of a record is called so: all words that are said, or its initials. */
export function isCalled(party: string, said: readonly string[]): boolean {
  const terms = termsOf(party);
  const short = initials(party);
  // "ISKP" for Islamic State Khorasan Province, whose letters it has in order.
  const abbreviated = (s: string) =>
    s.length > 2 &&
    short.length > 1 &&
    (s === short || s.replaceAll(/[^a-z]/g, '').startsWith(short) || matchesInOrder(s, short));
  return said.length > 0 && said.every((s) => terms.includes(s) || abbreviated(s));
}

const matchesInOrder = (long: string, short: string): boolean =>
  long.length >= short.length && long.length <= short.length + 1 && [...short].every((c) => long.includes(c));

const mostWords = 7;
const nobody = new Set('anyone anybody someone somebody there it any some who they he she this that'.split(' '));

/** Words of a title that are what was done: those that no party is called by. */
export function deedsOf({ incident }: Story): string[] {
  const called = incident.actors.flatMap((a) => termsOf(a.actor));
  return termsOf(incident.title ?? '').filter((t) => !called.includes(t));
}

const passive = /^(?:(?:and|but|so),? )?(?:is|are|was|were|has .* been|have .* been)\b/i;

const subject =
  /\b(?:is|are|was|were|did|does|do|has|have|had) (?:it (?:really )?(?:(?:certain|sure|true|clear|known|likely|possible|confirmed|proven) that )?)?(?:the |a |an )?(.+?)(?:[?.!]|$)/i;

/**
 * Who the question asks about, "did X do it": a party of the story, or a name that it does not have. Undefined if the
 * question names nobody so.
 */
export function partyIn(question: string, story: Story): Party | undefined {
  const rest = subject.exec(question)?.[1];
  if (!rest) return undefined;
  const words = wordsOf(rest);
  const stems = words.map(stem);
  const deeds = passive.test(question) ? [] : deedsOf(story);
  const end = stems.findIndex(
    (s, i) =>
      (i > 0 && !/^\p{Lu}/u.test(words[i] ?? '') && deeds.includes(s)) ||
      isIn('ask.did', s) ||
      isIn('ask.claim', s) ||
      isIn('ask.deny', s) ||
      isIn('ask.speak', s),
  );
  if (end < 1 || end > mostWords || nobody.has(words[0]?.toLowerCase() ?? '')) return undefined;
  const deed = words[end] ?? '';
  // "was the priest kidnapped?" asks what was done to him.
  if (passive.test(question) && /ed$|taken|shot|hurt|struck/i.test(deed) && !/^involved$/i.test(deed)) return undefined;
  const before = words.slice(0, end);
  const said = termsOf(before.join(' '));
  if (said.length === 0) return undefined;
  const named =
    partiesOf(story).find((p) => isCalled(p, said)) ??
    partiesOf(story).find((p) => termsOf(p).some((t) => said.at(-1) === t));
  const name = before.join(' ');
  const proper = before.some((w) => /^\p{Lu}/u.test(w));
  return named || proper ? { name, stems: said } : undefined;
}
