import type { Having, Query, Unit } from '../../../incidents/query.ts';
import { capital } from '../english/text.ts';
import { signedPercent } from '../figures.ts';
import { type Change, type GroupFigureMessages, signed } from '../group-figures.ts';
import { around, bounds, kinds, list, nouns, number, plural } from './filter.ts';
import { unitWords } from './units.ts';

const percentOf = ({ percent }: Change) => (percent === undefined ? '' : `${signedPercent(percent, number)} %`);
const ways = { up: 'hausse', down: 'baisse' };
const feminine = new Set<Unit>(['week', 'year', 'season', 'hour', 'admin1', 'pair', 'source']);
const measured = (of: Query['of'], filter: Query['filter']) =>
  of === 'incidents' ? kinds(filter, 2).words : nouns[of][1];
const de = (words: string) => `${/^[aàâeéèêiîoôuûh]/i.test(words) ? 'd’' : 'de '}${words}`;

/** "avec au moins 1 001 personnes tuées", "sans attaques" */
function condition(having: Having | undefined, of: Query['of'], filter: Query['filter']): string {
  const unit = having && having.of in unitWords ? unitWords[having.of as Unit] : undefined;
  const counted = unit ? of : ((having?.of ?? of) as Query['of']);
  const many = unit?.[1] ?? measured(counted, filter);
  const one = unit?.[0] ?? (counted === 'incidents' ? kinds(filter, 1).words : nouns[counted][0]);
  if (having?.max === 0) return `sans ${many}`;
  return having && (having.min ?? having.max) !== undefined
    ? bounds(one, many, having as { min?: number })
    : `avec des ${many}`;
}

export const groupWords: GroupFigureMessages = {
  change: (change) =>
    `de ${number(change.before)} à ${number(change.now)} (${[signed(change.change, number), percentOf(change)].filter(Boolean).join(', ')})`,
  greatest: ({ by, of, filter, went, asked, between, group }) => {
    const what = `du nombre ${de(measured(of, filter))}${around(filter)}${between ? ` de ${between[0]} à ${between[1]}` : ''}`;
    const none = `${feminine.has(by) ? 'Aucune' : 'Aucun'} ${unitWords[by][0]} : pas de ${ways[asked]} ${what}`;
    if (went === 'nowhere') return `${none}.`;
    return went === asked
      ? `La plus forte ${ways[asked]} ${what}, par ${unitWords[by][0]} : ${group.key}, ${group.words}.`
      : `${none}. La plus faible ${ways[went]} : ${group.key}, ${group.words}.`;
  },
  steps: (rise, fall) =>
    capital(
      [
        rise ? `plus forte hausse : ${rise.key}, ${rise.words}` : '',
        fall ? `plus forte baisse : ${fall.key}, ${fall.words}` : '',
      ]
        .filter(Boolean)
        .join(' ; '),
    ) + (rise || fall ? '.' : ''),
  kept: ({ by, of, filter, n, having, leader, empty, more }) => {
    const groups =
      n === 0 ? `${feminine.has(by) ? 'Aucune' : 'Aucun'} ${unitWords[by][0]}` : plural(n, ...unitWords[by]);
    const said = `${groups} ${condition(having, of, filter)}${around(filter)}`;
    if (empty.length) return more ? `${said}. D’abord : ${list(empty)}.` : `${said} : ${list(empty)}.`;
    return leader && n > 0 ? `${said}. En tête : ${leader.key}, ${leader.words}.` : `${said}.`;
  },
  different: (n, unit, quantity) => `${plural(n, ...unitWords[unit])}, ${quantity}`,
  between: (from, to, change) =>
    `De ${from} à ${to} : ${signed(change.change, number)}${change.percent === undefined ? '' : ` (${percentOf(change)})`}.`,
  columns: { before: 'Avant', change: 'Évolution', different: (unit) => capital(unitWords[unit][1]) },
};
