import type { Ask } from '../../evidence/ask.ts';
import { isIn, matchOf, stem, termsOf, wordsOf } from '../../evidence/lexicon.ts';
import { type Passage, passagesFor, verdictOf } from '../../evidence/passages.ts';
import { type Statement, type Story, sentencesOf } from '../../evidence/statements.ts';
import { casualtyKinds } from '../../incidents/incident.ts';
import { storyWords as w } from '../messages/english/story.ts';
import { linesOf, type StoryLines } from './lines.ts';

/** A statement in words, with its source. */
export function statementText(s: Statement): string {
  if (s.attribution) return w.attribution(s.attribution);
  const { casualty } = s;
  if (casualty)
    return `${casualtyKinds.flatMap((h) => (casualty[h] === undefined ? [] : w.figure(casualty, h, true))).join('; ')}.`;
  return s.kind === 'quote' ? w.quote(s.text, s.by) : w.passage(s.text, s.by);
}

/** What an attribution or a passage says to a yes/no question. */
const toldBy = (p: Passage, ask: Ask): keyof typeof w.verdict =>
  p.statement.attribution ? (p.statement.attribution.status === 'denied' ? 'no' : 'open') : verdictOf(p, ask);

/** Passages as an answer; to a yes/no question with yes, no or disputed, as they say it. */
export function passageLines(passages: readonly Passage[], ask: Ask): StoryLines {
  if (passages.length === 0) return linesOf([w.silent], { value: null, silent: true });
  const told = passages.map((p) => ({ text: statementText(p.statement), verdict: toldBy(p, ask) }));
  if (!ask.polar) return linesOf(told.map((t) => t.text));
  const open = told.find((t) => t.verdict === 'disputed');
  const both = told.some((t) => t.verdict === 'yes') && told.some((t) => t.verdict === 'no');
  const [first = told[0], ...rest] = open ? [open, ...told.filter((t) => t !== open)] : told;
  const verdict = open || both ? 'disputed' : (first?.verdict ?? 'open');
  const value = verdict === 'yes' ? true : verdict === 'no' ? false : null;
  return linesOf([`${w.verdict[verdict]}: ${first?.text}`, ...rest.map((t) => t.text)], { value });
}

export const passage = (ask: Ask, statements: readonly Statement[]): StoryLines =>
  passageLines(passagesFor(ask, statements), ask);

/** What somebody says: by the sources meant, else in sentences that speak of them. */
export function sayings(_: Story, ask: Ask, statements: readonly Statement[]): StoryLines {
  const { said } = ask;
  if (!said) return passage(ask, statements);
  const names = termsOf(said.phrase);
  const theirs = statements.filter((s) => s.by !== undefined && (said.sources.includes(s.by) || sameName(names, s)));
  const spoken = statements.filter(
    (s) => !theirs.includes(s) && s.kind !== 'casualty' && names.every((n) => matchOf(n, s.terms) === 1),
  );
  if (theirs.length + spoken.length === 0) {
    const told = ask.terms.length ? passagesFor(ask, statements).map((p) => statementText(p.statement)) : [];
    return linesOf([w.noSource(said.phrase), ...told], { silent: true });
  }
  const own = best(theirs.length ? theirs : spoken, ask);
  const texts = [...own.kept, ...(theirs.length ? spoken.slice(0, 2) : [])].slice(0, 4).map(statementText);
  return linesOf(own.onPoint ? texts : [`${w.notOnThat(said.phrase)} ${texts[0]}`, ...texts.slice(1)]);
}

/** The statements that say most of what is asked; all where that is nothing in particular. */
function best(list: readonly Statement[], { terms }: Ask): { kept: Statement[]; onPoint: boolean } {
  const weight = (s: Statement) =>
    terms.reduce((n, t) => n + matchOf(t, s.terms), 0) +
    (s.kind === 'detail' ? 0.2 : 0) +
    (s.topic === 'statement' ? 0.3 : 0);
  const ranked = list.map((s) => ({ s, n: weight(s) })).sort((a, b) => b.n - a.n);
  const most = ranked[0]?.n ?? 0;
  const onPoint = terms.length === 0 || list.some((s) => terms.some((t) => matchOf(t, s.terms) > 0));
  return { kept: ranked.filter(({ n }) => most < 1 || n >= most * 0.6).map(({ s }) => s), onPoint };
}

const sameName = (names: readonly string[], s: Statement) =>
  names.length > 0 && names.every((n) => s.byTerms.includes(n));

/** Who somebody is: as sources call them, and the sentences that name them. */
export function person(name: string, statements: readonly Statement[]): StoryLines {
  const words = wordsOf(name).map(stem);
  const inAll = (terms: readonly string[]) => words.every((n) => terms.includes(n));
  const inSome = (terms: readonly string[]) => words.some((n) => terms.includes(n));
  const about = statements.filter((s) => inAll(s.terms) || inAll(s.byTerms));
  const found = about.length ? about : statements.filter((s) => inSome(s.terms) || inSome(s.byTerms));
  const called = found.flatMap((s) => (s.by && inSome(s.byTerms) ? s.by : [])).sort((a, b) => b.length - a.length)[0];
  const role =
    called &&
    called
      .split(/,? via /)[0]
      ?.replace(new RegExp(`,?\\s*${escaped(name)},?\\s*`, 'i'), ' ')
      .trim();
  const texts = found.map(statementText);
  const named = found.filter((s) => inSome(s.terms)).map(statementText);
  const rest = named.length ? named : texts;
  const lead = role && role !== name && !/^(?:in|on|at|from|by) /.test(role) ? [w.whoCalls(name, role)] : [];
  return linesOf([...lead, ...[...rest, ...texts].slice(0, 4)]);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the record says it does not know, or that sources do not agree on. */
export function unknowns({ incident }: Story, statements: readonly Statement[]): StoryLines {
  const open = statements.filter(
    (s) =>
      s.kind === 'detail' &&
      (s.topic === 'caution' ||
        sentencesOf(s.text).some((t) => /^(?:no|nobody|whether|neither|nothing)\b/i.test(t)) ||
        wordsOf(s.text).some((t) => isIn('disputed', stem(t)))),
  );
  const claims = incident.attributions.filter(
    (a) => a.status === 'claimed' || a.status === 'suspected' || a.status === 'blamed',
  );
  const confirmed = incident.attributions.some((a) => a.status === 'confirmed');
  const lines = [
    ...(confirmed ? [] : [w.open]),
    ...open.map(statementText),
    ...(claims.length && !confirmed ? claims.slice(0, 3).map(w.attribution) : []),
  ];
  const [first = w.silent, ...rest] = lines;
  return linesOf([`${w.unknownLead} ${first}`, ...rest.slice(0, 6)]);
}
