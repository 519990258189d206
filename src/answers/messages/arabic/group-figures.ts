import type { Having, Query, Unit } from '../../../incidents/query.ts';
import { signedPercent } from '../figures.ts';
import { type Change, type GroupFigureMessages, signed } from '../group-figures.ts';
import { apart, around, bounds, kinds, list, number } from './filter.ts';
import { nouns } from './nouns.ts';
import { unitWords } from './units.ts';

/** A figure with its sign, in its own direction. */
const isolated = (text: string) => `\u2068${text}\u2069`;
const percentOf = ({ percent }: Change) =>
  percent === undefined ? '' : isolated(`${signedPercent(percent, number)}%`);
const signedNumber = (n: number) => isolated(signed(n, number));
const ways = { up: 'زيادة', down: 'انخفاض' };
const most = { up: 'أكبر زيادة', down: 'أكبر انخفاض' };
const least = { up: 'أصغر زيادة', down: 'أصغر انخفاض' };
const measured = (of: Query['of'], filter: Query['filter']) => (of === 'incidents' ? kinds(filter) : nouns[of].all);

/** "مع عدد القتلى لا يقل عن 1,001" */
function condition(having: Having | undefined, of: Query['of'], filter: Query['filter']): string {
  const unit = having && having.of in unitWords ? unitWords[having.of as Unit][1] : undefined;
  const what = unit ?? measured((having?.of ?? of) as Query['of'], filter);
  if (having?.max === 0) return `دون ${what}`;
  return having && (having.min ?? having.max) !== undefined
    ? bounds(`عدد ${what}`, having as { min?: number })
    : `فيها ${what}`;
}

export const groupWords: GroupFigureMessages = {
  change: (change) =>
    `من ${number(change.before)} إلى ${number(change.now)} (${[signedNumber(change.change), percentOf(change)].filter(Boolean).join('، ')})`,
  greatest: ({ by, of, filter, went, asked, between, group }) => {
    const what = `في عدد ${measured(of, filter)}${around(filter)}${between ? ` من ${apart(between[0])} إلى ${apart(between[1])}` : ''} حسب ${unitWords[by][0]}`;
    const none = `لا ${ways[asked]} ${what}`;
    if (went === 'nowhere') return `${none}.`;
    return went === asked
      ? `${most[asked]} ${what}: ${group.key}، ${group.words}.`
      : `${none}. ${least[went]}: ${group.key}، ${group.words}.`;
  },
  steps: (rise, fall) =>
    [rise ? `${most.up}: ${rise.key}، ${rise.words}.` : '', fall ? `${most.down}: ${fall.key}، ${fall.words}.` : '']
      .filter(Boolean)
      .join(' '),
  kept: ({ by, of, filter, n, having, leader, empty, more }) => {
    const said = `عدد ${unitWords[by][1]} ${condition(having, of, filter)}${around(filter)}: ${number(n)}.`;
    if (empty.length) return `${said} ${more ? 'أولها' : 'وهي'}: ${list(empty)}.`;
    return leader && n > 0 ? `${said} في المقدمة: ${leader.key}، ${leader.words}.` : said;
  },
  different: (n, unit, quantity) => `${unitWords[unit][1]}: ${number(n)}، ${quantity}`,
  between: (from, to, change) =>
    `من ${apart(from)} إلى ${apart(to)}: ${signedNumber(change.change)}${change.percent === undefined ? '' : ` (${percentOf(change)})`}.`,
  columns: { before: 'من قبل', change: 'التغيّر', different: (unit) => unitWords[unit][1] },
};
