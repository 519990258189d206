import type { Ask } from '../../evidence/ask.ts';
import { matchOf, termsOf } from '../../evidence/lexicon.ts';
import { isCalled } from '../../evidence/parties.ts';
import type { Statement, Story } from '../../evidence/statements.ts';
import type { Attribution } from '../../incidents/incident.ts';
import { withStatus } from '../attribution-answer.ts';
import { storyWords as w } from '../messages/english/story.ts';
import { linesOf, type StoryLines } from './lines.ts';

const told = (list: readonly Attribution[]): string[] => list.map(w.attribution);

/** What the record says of claims besides: its own words. */
const wordsOn = (statements: readonly Statement[], about: string): string[] =>
  statements
    .filter((s) => s.kind === 'detail' && matchOf(termsOf(about)[0] ?? '', s.terms) === 1)
    .map((s) => w.passage(s.text, s.by));

export function claims({ incident: { attributions } }: Story, ask: Ask, statements: readonly Statement[]): StoryLines {
  const own = withStatus(attributions, 'claimed');
  const others = withStatus(attributions, 'blamed', 'suspected');
  if (own.length === 0) return linesOf([w.noClaim, ...told(others)], ask.polar ? { value: false } : {});
  const confirmed = withStatus(attributions, 'confirmed');
  const lines = [
    ...told(own),
    ...(confirmed.length ? told(confirmed) : [w.claimNobody]),
    ...wordsOn(statements, 'claim').slice(0, 1),
  ];
  return yes(ask, lines);
}

export function denials({ incident: { attributions } }: Story, ask: Ask): StoryLines {
  const denied = withStatus(attributions, 'denied');
  if (denied.length === 0) return linesOf([w.noDenial], ask.polar ? { value: false } : {});
  return yes(ask, told(denied));
}

/** Who is blamed or suspected: by the one asked about, else by whom. */
export function blame({ incident: { attributions } }: Story, ask: Ask): StoryLines {
  const all = withStatus(attributions, 'blamed', 'suspected');
  const { said } = ask;
  if (said && said.sources.length === 0) return linesOf([w.noneBlamedBy(said.phrase), ...told(all)], { silent: true });
  const by = said ? all.filter((a) => said.sources.includes(a.by)) : all;
  if (said && by.length === 0) return linesOf([w.noneBlamedBy(said.phrase), ...told(all)], { silent: true });
  const beside = said ? [] : withStatus(attributions, 'denied', 'doubted', 'confirmed');
  return by.length ? yes(ask, told([...by, ...beside])) : linesOf([w.noBlame, ...told(beside)]);
}

export function who({ incident }: Story, statements: readonly Statement[]): StoryLines {
  const { attributions, actors } = incident;
  const confirmed = withStatus(attributions, 'confirmed');
  if (confirmed.length) return linesOf(told(confirmed));
  const said = [
    ...withStatus(attributions, 'claimed'),
    ...withStatus(attributions, 'blamed', 'suspected'),
    ...withStatus(attributions, 'denied', 'doubted', 'observed'),
  ];
  const acting = actors.filter((a) => a.role === 'attacker' || a.role === 'party').map((a) => a.actor);
  if (said.length === 0)
    return linesOf([acting.length ? `${acting.join(', ')}, as reported.` : w.noBlame, ...cautions(statements)]);
  const [first = '', ...rest] = told(said);
  return linesOf([`${w.open} ${first}`, ...rest]);
}

/** What the record says with care, of anything. */
const cautions = (statements: readonly Statement[]): string[] =>
  statements.filter((s) => s.topic === 'caution').map((s) => w.passage(s.text, s.by));

/** Sentences that name a party besides. */
const naming = (statements: readonly Statement[], stems: readonly string[]): string[] =>
  statements
    .filter((s) => s.kind === 'detail' && stems.every((t) => matchOf(t, s.terms) > 0))
    .map((s) => w.passage(s.text, s.by));

const yes = (ask: Ask, lines: string[]): StoryLines =>
  ask.polar ? linesOf([`${w.yes}: ${lines[0]}`, ...lines.slice(1)], { value: true }) : linesOf(lines);

/** "did X do it", "does X deny it", "did X claim it". */
export function party(
  { incident: { attributions, actors } }: Story,
  ask: Ask,
  statements: readonly Statement[],
): StoryLines {
  if (ask.want.what !== 'party') return linesOf([w.silent], { silent: true });
  const { party: name, denies, claims: claiming } = ask.want;
  const stems = termsOf(name);
  const about = attributions.filter((a) => isCalled(a.actor, stems) || stems.some((s) => termsOf(a.actor).includes(s)));
  const byIt = attributions.filter((a) => a.status === 'denied' && stems.every((s) => termsOf(a.by).includes(s)));
  const others = told(withStatus(attributions, 'claimed', 'blamed', 'suspected').filter((a) => !about.includes(a)));
  if (claiming)
    return own(withStatus(about, 'claimed'), w.notClaimed(name), [...told(withStatus(about, 'denied')), ...others]);
  if (denies) return own([...new Set([...withStatus(about, 'denied'), ...byIt])], w.notDenied(name), told(about));
  const lead = verdict(about);
  if (lead) {
    const lines = told(about);
    return linesOf([`${lead.words}: ${lines[0]}`, ...lines.slice(1), ...others], { value: lead.value });
  }
  const acted = actors.filter((a) => (a.role === 'attacker' || a.role === 'party') && isCalled(a.actor, stems));
  if (acted.length)
    return linesOf([`${w.yes}: ${acted.map((a) => a.actor).join(', ')}, as reported.`, ...others], { value: true });
  return linesOf([w.unnamed(name), ...naming(statements, stems), ...others], { value: null });
}

const own = (list: readonly Attribution[], none: string, beside: readonly string[]): StoryLines => {
  const lines = told(list);
  return lines.length
    ? linesOf([`${w.yes}: ${lines[0]}`, ...lines.slice(1)], { value: true })
    : linesOf([none, ...beside], { value: false });
};

/** What attributions of one party come to; confirmation alone is a yes. */
function verdict(about: readonly Attribution[]): { words: string; value: boolean | null } | undefined {
  const has = (...statuses: Attribution['status'][]) => withStatus([...about], ...statuses).length > 0;
  if (about.length === 0) return undefined;
  if (has('confirmed', 'observed') && !has('denied', 'doubted')) return { words: w.yes, value: true };
  if (has('denied', 'doubted') && has('claimed', 'blamed', 'suspected', 'confirmed', 'observed'))
    return { words: w.disputedParty, value: null };
  return { words: w.notKnown, value: null };
}

export function credible({ incident: { attributions } }: Story, statements: readonly Statement[]): StoryLines {
  const confirmed = withStatus(attributions, 'confirmed');
  const claimed = withStatus(attributions, 'claimed');
  const words = wordsOn(statements, 'claim');
  if (confirmed.length)
    return linesOf([`${w.yes}: ${told(confirmed)[0]}`, ...told(confirmed).slice(1), ...words], { value: true });
  if (claimed.length === 0) return linesOf([`${w.noClaim}`, ...told(attributions), ...words], { value: null });
  const [lead = '', ...rest] = [...words.slice(0, 1), ...told(claimed), ...words.slice(1)];
  return linesOf([`${w.notConfirmed}: ${lead}`, ...rest], { value: null });
}
