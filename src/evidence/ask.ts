import { type CasualtyKind, casualtyKinds } from '../incidents/incident.ts';
import { numberOf, numberPattern } from '../reading/numbers.ts';
import { readPeriods } from '../reading/period/index.ts';
import { isIn, matchOf, namesWith, stem, termsOf, wordsOf } from './lexicon.ts';
import { deedsOf, partyIn } from './parties.ts';
import { type SaidBy, saidBy, sourcesMeant } from './sources-meant.ts';
import { spelled } from './spelling.ts';
import type { Statement, Story } from './statements.ts';

/** What is asked of a story. */
type Want =
  | {
      what:
        | 'overview'
        | 'differ'
        | 'unknown'
        | 'credible'
        | 'claims'
        | 'blame'
        | 'denials'
        | 'who'
        | 'sources'
        | 'standing'
        | 'when'
        | 'where';
    }
  | { what: 'person'; name: string }
  | { what: 'said' }
  | { what: 'party'; party: string; denies: boolean; claims: boolean }
  | { what: 'toll'; harms: CasualtyKind[]; group: string | undefined; everybody: boolean }
  | { what: 'giver'; number: number }
  | { what: 'passage' };

export interface Ask {
  want: Want;
  /** Wants yes or no. */
  polar: boolean;
  question: string;
  /** Stems that mean something, without those that only name the story. */
  terms: string[];
  /** Stems that only name the story. */
  naming: string[];
  /** After "besides": what the answer must not be about. */
  without: string[];
  /** Whose word is asked for, and the record's sources that are meant; empty if it has none such. */
  said?: (SaidBy & { sources: string[] }) | undefined;
}

const polarStart =
  /^(?:(?:and|but|so|then|ok|okay|well|also),? )*(?:is|are|was|were|did|does|do|has|have|had|can|could|isn't|wasn't|didn't)\b/i;

/** Words by their order, for the questions about them. */
interface Words {
  question: string;
  lower: string;
  stems: string[];
  has(name: string): boolean;
}

function wordsIn(question: string): Words {
  const stems = wordsOf(question).map(stem);
  return { question, lower: question.toLowerCase(), stems, has: (name) => stems.some((s) => isIn(name, s)) };
}

const harmsAsked = ({ stems, has }: Words): CasualtyKind[] => {
  const named = casualtyKinds.filter((harm) => stems.some((s) => isIn(`harm.${harm}`, s)));
  if (has('harm.any')) return named.length && !named.includes('wounded') ? named : ['killed', 'wounded'];
  return named;
};

/** The group of people of the record that is asked about, by its name there; undefined for everybody. */
function groupAsked(
  w: Words,
  { incident }: Story,
  naming: readonly string[],
  said: readonly string[],
): string | undefined {
  const stems = w.stems.filter((s) => !said.includes(s));
  const groups = [...new Set(incident.casualties.map((c) => c.group))].filter((g) => g !== 'all');
  const own = groups.find((g) => termsOf(g).every((t) => stems.includes(t)));
  if (own) return own;
  const asked = stems.flatMap((s) => namesWith('group.', s)).filter((g) => g !== 'group.all');
  const kin = groups.find((g) => termsOf(g).some((t) => asked.some((name) => isIn(name, t))));
  if (kin) return kin;
  const word = stems.find((s) => namesWith('group.', s).some((g) => g !== 'group.all') && !naming.includes(s));
  return wordsOf(w.question).find((one) => stem(one) === word);
}

// What a figure is does not hang on the day: only where times stand is asked.
const anyDay = { now: new Date(0), zone: 'UTC', locale: 'en-GB' };
const withoutTimes = (text: string): string =>
  readPeriods(text, anyDay).reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );

/** "who says 22 dead?": the number, which is no date. */
function numberAsked({ lower, stems }: Words): number | undefined {
  if (!/\bwho\b|\bwhose\b|\bwhich source/.test(lower) || !stems.some((s) => isIn('ask.speak', s))) return undefined;
  const said = new RegExp(`\\b(?:${numberPattern})\\b`).exec(withoutTimes(lower))?.[0];
  return said === undefined ? undefined : numberOf(said);
}

/** "who is NAME", "what happened to NAME": a name that the record has, as it is written. */
function personAsked(question: string, statements: readonly Statement[]): string | undefined {
  const asked =
    /\b(?:who(?:'s| is| was| are| were)|what (?:happened|became|has happened|has become) (?:to|of)|where is)\s+(?:the |an? )?(.+?)[?.!\s]*$/i.exec(
      question,
    )?.[1];
  if (!asked) return undefined;
  const capitals = wordsOf(asked).filter((w) => /^\p{Lu}/u.test(w));
  const others = termsOf(asked).filter((t) => !capitals.map(stem).includes(t));
  const name = capitals.map(stem);
  if (name.length === 0 || others.length > 0) return undefined;
  const inOne = (s: Statement) => [...s.terms, ...s.byTerms];
  return statements.some((s) => name.some((n) => inOne(s).includes(n))) ? asked.trim() : undefined;
}

function attributionAsked(w: Words, polar: boolean, title: string): Want | undefined {
  const { lower, has } = w;
  const who = /\b(?:who|whom|which (?:\w+ )?(?:group|party|side|organi[sz]ation|militia|gang)s?)\b/.test(lower);
  const any = polar && /\b(?:any ?(?:one|body| group| side| party)|some(?:one|body)|a group)\b/.test(lower);
  if (!who && !any) return undefined;
  if (has('ask.claim') && !has('toll')) return { what: 'claims' };
  if (has('ask.deny')) return { what: 'denials' };
  // "who says that X did it?"
  const saysWho = /\bwho (?:else )?(?:says|said|thinks?|believes?)\b/.test(lower) && has('ask.did');
  if (saysWho || has('ask.blame') || has('ask.suspect')) return { what: 'blame' };
  const active =
    who && !/\bwho (?:was|were|is|are|got|has been|have been) (?:\w+ed|killed|shot|hurt|taken)\b/.test(lower);
  // "who boarded the ferry?", of the boarding of a ferry.
  const deed = w.stems[w.stems.indexOf('who') + 1];
  const named = deed !== undefined && termsOf(title).includes(deed);
  return active && (has('ask.did') || named) ? { what: 'who' } : undefined;
}

/** "did X do it", "does X deny it": where the words besides X only name the deed. */
function partyAsked(w: Words, story: Story, rest: readonly string[]): Want | undefined {
  const party = partyIn(w.question, story);
  if (!party) return undefined;
  const deeds = deedsOf(story);
  const isDeed = (s: string) => deeds.includes(s) || ['ask.did', 'ask.claim', 'ask.deny'].some((name) => isIn(name, s));
  const deed = w.stems.filter(isDeed);
  const others = rest.filter((t) => !party.stems.includes(t) && !isDeed(t) && !isIn('ask.speak', t));
  if (deed.length === 0 || others.length > 0) return undefined;
  return { what: 'party', party: party.name, denies: w.has('ask.deny'), claims: w.has('ask.claim') };
}

/** Words of a question about victims that say more of them than their group: "the Italian priest". */
const saysMore = (terms: readonly string[]): boolean =>
  terms.some(
    (t) =>
      !isIn('toll', t) &&
      namesWith('harm.', t).length + namesWith('group.', t).length + namesWith('ask.', t).length === 0,
  );

function tollAsked(
  w: Words,
  story: Story,
  { polar, naming, terms, said }: Pick<Ask, 'polar' | 'naming' | 'terms' | 'said'>,
): Want | undefined {
  if (polar && saysMore(terms)) return undefined;
  const asked = harmsAsked(w);
  const many =
    /\bhow many\b|\bhow much\b|\bnumber of\b/.test(w.lower) || (w.has('toll') && !polar && !/^why/i.test(w.lower));
  const group = groupAsked(w, story, naming, said ? termsOf(said.phrase) : []);
  const some = polar && (group !== undefined || /\b(?:any|some|no)(?: ?(?:one|body|people|persons?)|\b)/.test(w.lower));
  const casualties = /^(?:the )?(?:casualties|toll|victims)\b|\bcasualties\b/.test(w.lower);
  const perhaps: CasualtyKind[] = polar && group !== undefined && w.has('harm.perhaps') ? ['killed', 'wounded'] : [];
  const plain: CasualtyKind[] = w.has('toll') && many ? ['killed'] : [];
  const wanted = asked.length ? asked : perhaps.length ? perhaps : plain;
  if (wanted.length === 0 || !(many || some || casualties)) return undefined;
  return { what: 'toll', harms: wanted, group, everybody: group === undefined };
}

const sourcesAsked =
  /\b(?:what|which|how many|any other|whose) (?:\w+ )?(?:sources?|outlets?|media|newspapers?|agenc(?:y|ies)|reporters?)\b|\bwho (?:else )?(?:reported|reports|covered|wrote about|published|broke)\b(?! (?:that )?\d)|\bwhere (?:does|did|is) (?:the|this|that) (?:story|news|report|information)\b|\bsources?\?*$/i;

const unknownAsked = ({ lower, has }: Words): boolean =>
  /\b(?:not|n't|nobody|no one|don't) (?:\w+ )?know\b|\bnot (?:yet )?(?:known|clear|certain|established)\b|\bopen questions?\b/.test(
    lower,
  ) ||
  (/^what\b/.test(lower) && has('ask.unknown'));

const openings =
  /^(?:so |and |ok )?(?:what (?:has |had )?(?:happened|occurred|went on|took place|is this|was that|was it)|what do (?:we|you) know|what is known|tell me|describe|summar\w+|more about|give me|details)\b|\bwhat do we know\b/i;

function wantOf(w: Words, story: Story, statements: readonly Statement[], parts: Omit<Ask, 'want'>): Want {
  const { polar, terms, naming, said } = parts;
  const number = numberAsked(w);
  if (w.has('differ') && (w.has('toll') || said || /\bsources\b/.test(w.lower) || terms.length < 4))
    return { what: 'differ' };
  if (unknownAsked(w)) return { what: 'unknown' };
  if (w.has('toll') && /^(?:and |but |so )?why\b/.test(w.lower)) return { what: 'differ' };
  if (number !== undefined) return { what: 'giver', number };
  const name = personAsked(w.question, statements);
  if (name) return { what: 'person', name };
  if (
    w.has('ask.credible') &&
    !/\bsources?\b/.test(w.lower) &&
    (w.has('ask.claim') || (polar && /\b(?:is|was) (?:it|this|that)\b/.test(w.lower)))
  )
    return { what: 'credible' };
  const attributed = attributionAsked(w, polar, story.incident.title ?? '');
  if (attributed && attributed.what !== 'who') return attributed;
  if (polar && w.has('ask.credible') && (w.has('toll') || /\bsources?\b/.test(w.lower))) return { what: 'standing' };
  if (sourcesAsked.test(w.question)) return { what: 'sources' };
  const toll = tollAsked(w, story, parts);
  const party = polar ? partyAsked(w, story, terms) : undefined;
  const counts = /\bhow many\b|\bnumber of\b/.test(w.lower);
  if (party && !(toll && toll.what === 'toll' && (toll.group || counts))) return party;
  if (toll) return toll;
  if (attributed) return attributed;
  if (said && /\bwhat\b/.test(w.lower) && !/^(?:what|which) (?:weapon|was|were|kind)/.test(w.lower))
    return { what: 'said' };
  const deeds = deedsOf(story);
  const rest = terms.filter(
    (t) => !isIn('ask.did', t) && !naming.includes(t) && !isIn('ask.when', t) && !deeds.includes(t),
  );
  if (
    /^(?:and |but |so )?(?:when|(?:at )?what (?:time|hour|day|date)|(?:on )?(?:what|which) (?:day|date))\b/.test(
      w.lower,
    ) &&
    rest.length < 2
  )
    return { what: 'when' };
  if (/^(?:and |but |so )?where\b/.test(w.lower) && rest.every((t) => isIn('ask.where', t))) return { what: 'where' };
  if (openings.test(w.question) && rest.length < 2) return { what: 'overview' };
  if (!polar && rest.length === 0 && !/\b(?:who|why|how|where|what|which|when)\b/.test(w.lower))
    return { what: 'overview' };
  return { what: 'passage' };
}

/** Reads a question about a story. `names`: stems that name it. Never throws. */
export function askOf(typed: string, story: Story & { naming: string[] }, statements: readonly Statement[]): Ask {
  const inRecord = new Set([...story.naming, ...statements.flatMap((s) => [...s.terms, ...s.byTerms])]);
  const question = spelled(typed, inRecord);
  const w = wordsIn(question);
  const besides = /\b(?:besides|except(?: for)?|apart from|other than|excluding|beyond)\b(.*)$/i.exec(question);
  const without = termsOf(besides?.[1] ?? '');
  const spoken = saidBy(question);
  const said = spoken && { ...spoken, sources: sourcesMeant(spoken, story) };
  const all = termsOf(besides ? question.slice(0, besides.index) : question);
  const naming = all.filter((t) => matchOf(t, story.naming) > 0 || /^(?:19|20)\d\d$/.test(t));
  const saidTerms = said ? termsOf(said.phrase) : [];
  const terms = all.filter((t) => !naming.includes(t) && !saidTerms.includes(t) && !(said && isIn('ask.speak', t)));
  const parts = { polar: polarStart.test(question), question, terms, naming, without, said };
  return { ...parts, want: wantOf(w, story, statements, parts) };
}
