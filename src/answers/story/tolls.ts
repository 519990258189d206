import type { Ask } from '../../evidence/ask.ts';
import { isIn, termsOf } from '../../evidence/lexicon.ts';
import { passagesFor } from '../../evidence/passages.ts';
import type { Statement, Story } from '../../evidence/statements.ts';
import { type Casualty, type CasualtyKind, casualtyKinds } from '../../incidents/incident.ts';
import { storyWords as w } from '../messages/english/story.ts';
import { capital } from '../messages/english/text.ts';
import { linesOf, type StoryLines } from './lines.ts';
import { passageLines, sayings } from './passages.ts';

const givenFor = (casualties: readonly Casualty[], harm: CasualtyKind) =>
  casualties.filter((c) => c[harm] !== undefined);
const best = (c: Casualty, harm: CasualtyKind): number | undefined =>
  typeof c[harm] === 'object' ? c[harm].best : undefined;

/** The entries of the group that is asked about; for everybody those of the whole, else of the group most sources count. */
function entriesOf(given: readonly Casualty[], harm: CasualtyKind, group: string | undefined): Casualty[] {
  if (group !== undefined) return given.filter((c) => c.group === group);
  const whole = given.filter((c) => c.group === 'all');
  if (whole.length) return whole;
  const some = given.filter((c) => c[harm] !== 'none reported');
  const byGroup = [...Map.groupBy(some.length ? some : given, (c) => c.group).values()];
  return byGroup.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** The figures of one harm: one, or the range over those who give it, each with its name. */
function figures(
  casualties: readonly Casualty[],
  harm: CasualtyKind,
  group: string | undefined,
): StoryLines | undefined {
  const given = givenFor(casualties, harm);
  const entries = entriesOf(given, harm, group);
  if (entries.length === 0) return undefined;
  const numbers = entries.flatMap((c) => best(c, harm) ?? []);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const others = group === undefined ? given.filter((c) => !entries.includes(c)) : [];
  const each = entries.map((c) => w.figure(c, harm)).join('; ');
  const bare = entries.map((c) => w.bare(c, harm)).join(', ');
  const beside = others.map((c) => `${w.figure(c, harm)}.`);
  const notes = entries.flatMap((c) => (c.note ? `${c.by ?? ''}: ${c.note}` : []));
  if (numbers.length < 2 || low === high)
    return linesOf([`${each}.`, ...beside, ...notes], numbers.length ? { value: low, low, high } : { value: null });
  return linesOf([`${w.range(low, high, entries[0]?.group ?? 'all', harm)}: ${bare}.`, ...beside, ...notes], {
    low,
    high,
  });
}

export function toll(story: Story, ask: Ask, statements: readonly Statement[]): StoryLines {
  if (ask.want.what !== 'toll') return linesOf([w.silent], { silent: true });
  const { said } = ask;
  const { harms: asked, group } = ask.want;
  const all = story.incident.casualties;
  if (said && said.sources.length === 0)
    return linesOf([w.noSource(said.phrase), ...asked.flatMap((h) => figures(all, h, group)?.first ?? [])], {
      silent: true,
    });
  const casualties = said ? all.filter((c) => c.by !== undefined && said.sources.includes(c.by)) : all;
  const found = asked.flatMap((harm) => figures(casualties, harm, groupIn(casualties, group)) ?? []);
  const isNone = (f: StoryLines) => f.value === 0 || /^no .* reported/i.test(f.first);
  const [lead, ...rest] = ask.polar ? [...found.filter((f) => !isNone(f)), ...found.filter(isNone)] : found;
  if (!lead) return said ? sayings(story, ask, statements) : silentToll(ask, asked, group, statements);
  const none = found.every(isNone);
  const wanted = ask.polar ? { value: !none } : pick(lead);
  const first = ask.polar ? `${none ? w.verdict.no : w.yes}: ${lead.first}` : lead.first;
  const firsts = found.length > 1 ? [`${first} ${rest.map((f) => capital(f.first)).join(' ')}`] : [first];
  return linesOf([...firsts, ...found.flatMap((f) => f.lines)], wanted);
}

/** The record's own name for a group that is asked for, where it has one. */
const groupIn = (casualties: readonly Casualty[], group: string | undefined): string | undefined =>
  group === undefined ? undefined : (casualties.find((c) => c.group === group)?.group ?? group);

const pick = ({ value, low, high }: StoryLines): Partial<StoryLines> => ({
  ...(value === undefined ? {} : { value }),
  ...(low === undefined || high === undefined ? {} : { low, high }),
});

/** No figure: a sentence of the record that speaks of them, else that it does not say. */
function silentToll(
  ask: Ask,
  asked: readonly CasualtyKind[],
  group: string | undefined,
  statements: readonly Statement[],
): StoryLines {
  const told = passagesFor(
    ask,
    statements.filter((s) => s.kind !== 'casualty'),
  );
  const about = group === undefined ? told : told.filter((p) => speaksOf(p.statement, group));
  if (about.length) return passageLines(about, ask);
  const words = asked.map(w.harm).join(' or ');
  return linesOf([group === undefined ? w.silentHarm(words) : w.silentGroup(group, words)], {
    value: null,
    silent: true,
  });
}

const speaksOf = ({ terms }: Statement, group: string): boolean =>
  termsOf(group).some((g) => terms.some((t) => t === g || isKin(g, t)));
const isKin = (a: string, b: string) => groupsOf(a).some((name) => isIn(name, b));
const groupsOf = (s: string): string[] =>
  ['foreigners', 'children', 'civilians', 'soldiers', 'journalists', 'women', 'workers', 'guards']
    .map((g) => `group.${g}`)
    .filter((n) => isIn(n, s));

/** Why figures differ: what the record says of it, then each figure with whom it counts. */
export function differing({ incident }: Story, ask: Ask, statements: readonly Statement[]): StoryLines {
  const of = casualtyKinds.map((harm) => ({ harm, given: givenFor(incident.casualties, harm) }));
  const { harm, given } = of.reduce((a, b) =>
    entriesOf(b.given, b.harm, undefined).length > entriesOf(a.given, a.harm, undefined).length ? b : a,
  );
  const entries = entriesOf(given, harm, undefined);
  const explained = statements
    .filter((s) => s.kind === 'detail' && (s.topic === 'caution' || s.topic === 'victims'))
    .filter((s) => s.terms.filter((t) => isIn('count', t) || isIn('differ', t)).length > 0)
    .map((s) => w.passage(s.text, s.by));
  const each = entries.length ? `${entries.map((c) => w.figure(c, harm, true)).join('; ')}.` : '';
  const lead = explained.length ? [] : [entries.some((c) => c.note) ? '' : 'The record does not say why they differ.'];
  return linesOf([...explained, ...lead, each], explained.length || ask.polar ? {} : { silent: true });
}

/** Who gives a number. */
export function givers({ incident }: Story, n: number, statements: readonly Statement[]): StoryLines {
  const said = incident.casualties.flatMap((c) =>
    casualtyKinds.flatMap((harm) =>
      best(c, harm) === n
        ? [`${c.by ?? 'No source is named'}: ${w.figure({ ...c, by: undefined }, harm)}.${c.note ? ` ${c.note}` : ''}`]
        : [],
    ),
  );
  const quoted = statements
    .filter((s) => s.kind === 'quote' && s.terms.includes(String(n)))
    .map((s) => w.quote(s.text, s.by));
  const lines = [...said, ...quoted];
  return lines.length ? linesOf(lines) : linesOf([w.given(n)], { silent: true });
}
