import type { Ask } from './ask.ts';
import { areKin, isIn, matchOf, namesWith, stem, termsOf, wordsOf } from './lexicon.ts';
import type { Statement } from './statements.ts';

/** A statement that answers, and how much of what was asked it has: 0 to 1. */
export interface Passage {
  statement: Statement;
  share: number;
  score: number;
}

const most = 3;

/** Topics that the words of a question ask for. */
function topicsAsked({ terms, naming, question }: Ask): string[] {
  const stems = [...terms, ...naming];
  const named = stems.flatMap((s) => namesWith('topic.', s)).map((n) => n.slice('topic.'.length));
  // "how did the guns get in?" does not ask for the weapons.
  return /^(?:how (?!many|much)|where|who|why|when)\b/i.test(question) ? [] : named;
}

/** Topics that the kind of question asks for, whatever its words: "why", "about what". */
const topicsMeant = ({ question }: Ask): string[] =>
  /^(?:(?:and|but|so) )?why\b|\babout\W*$|\bwhat for\b/i.test(question) ? ['motive'] : [];

const rarityIn = (statements: readonly Statement[]) => (term: string) => {
  const having = statements.filter((s) => matchOf(term, s.terms) > 0).length;
  // A word that nothing has is as likely a word of the question as what is asked for.
  return Math.log(1 + statements.length / (having ? 1 + having : 4));
};

/**
 * The statements that answer a question best, in order: by the words asked for and their kin, then by topic. Empty if
 * none has enough of them.
 */
export function passagesFor(ask: Ask, statements: readonly Statement[]): Passage[] {
  const rarity = rarityIn(statements);
  const topics = topicsAsked(ask);
  const meant = topicsMeant(ask);
  const wanted = ask.terms.length ? ask.terms : ask.naming;
  const total = wanted.reduce((n, t) => n + rarity(t), 0) || 1;
  const wantsNumber = /\bhow (?:many|much|old|long|far)\b/i.test(ask.question);
  const ranked = statements
    .filter((s) => s.kind !== 'summary' || statements.length < 4)
    .filter((s) => !only(s, ask.without))
    .map((statement): Passage => {
      const found = wanted.reduce(
        (n, t) => n + rarity(t) * Math.max(matchOf(t, statement.terms), cue(t, statement)),
        0,
      );
      const bySource = wanted.reduce((n, t) => n + rarity(t) * matchOf(t, statement.byTerms), 0);
      const said = Math.min(1, (found + 0.5 * bySource) / total);
      const share = isOn(statement, meant) ? Math.max(0.5, said) : said;
      const near = ask.naming.reduce((n, t) => n + 0.15 * matchOf(t, statement.terms), 0);
      const topic = isOn(statement, meant) ? 0.8 : isOn(statement, topics) ? 0.45 : 0;
      const number =
        wantsNumber &&
        /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twelve|eleven)\b/i.test(statement.text)
          ? 0.2
          : 0;
      const kind = statement.kind === 'casualty' ? -0.1 : 0;
      return { statement, share, score: share + topic + Math.min(0.45, near) + number + kind };
    })
    .filter(({ share, statement }) => share >= 0.5 || (share >= 0.2 && isOn(statement, topics)))
    .filter(
      ({ statement }) =>
        !ask.polar ||
        ask.terms.length === 0 ||
        ask.terms.some((t) => matchOf(t, [...statement.terms, ...statement.byTerms]) > 0) ||
        (isOn(statement, topics) && statement.kind === 'linked'),
    )
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  return ranked.filter((p) => p.score >= best * 0.72).slice(0, most);
}

/** A word that asks for a topic is half answered by a statement on it. */
const cue = (term: string, { topic }: Statement): number =>
  topic !== undefined && namesWith('topic.', term).includes(`topic.${topic}`) ? 0.5 : 0;

const isOn = ({ topic }: Statement, topics: readonly string[]): boolean =>
  topic !== undefined && topics.includes(topic);

const only = (s: Statement, without: readonly string[]): boolean =>
  without.length > 0 && s.terms.some((t) => without.some((w) => areKin(w, t))) && s.topic !== 'seized';

/** What a passage says to a yes/no question: by the clause that has the words asked for. */
export function verdictOf({ statement }: Passage, ask: Ask): 'yes' | 'no' | 'disputed' | 'open' {
  const clauses = statement.text.split(/[;:]|, but |, yet /).filter((c) => c.trim());
  const found = (clause: string) => ask.terms.filter((t) => matchOf(t, termsOf(clause)) > 0).length;
  const best = clauses.reduce((a, b) => (found(b) > found(a) ? b : a), clauses[0] ?? '');
  const says = (name: string) => wordsOf(best).some((w) => isIn(name, stem(w)));
  if (ask.terms.length === 0) return 'open';
  if (says('disputed')) return 'disputed';
  if (says('negative')) return found(best) === ask.terms.length ? 'no' : 'open';
  if (says('wished') || wordsOf(statement.text).some((w) => isIn('untrue', stem(w)))) return 'open';
  const all = ask.terms.every((t) => matchOf(t, [...statement.terms, ...statement.byTerms]) > 0);
  return all && statement.kind !== 'quote' && statement.topic !== 'caution' ? 'yes' : 'open';
}
