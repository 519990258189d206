import type { Casualty } from '../../incident.ts';
import type { Figure, figuresOf } from '../figures.ts';
import type { Field, Mapping } from './mapping.ts';

type Figures = ReturnType<typeof figuresOf>;
type Killed = { best?: Figure | undefined; least?: Figure | undefined; most?: Figure | undefined };

/** The killed with their range; the best estimate is never outside. */
function killedOf({ best, least, most }: Killed): Figure | undefined {
  const killed = best ?? least ?? most;
  if (killed === undefined) return undefined;
  return {
    low: Math.min(least?.low ?? killed.low, killed.best),
    best: killed.best,
    high: Math.max(most?.high ?? killed.high, killed.best),
  };
}

const names: Partial<Record<Field, string>> = {
  killedLow: 'killed, at least',
  killedHigh: 'killed, at most',
  civiliansKilled: 'civilians killed',
};

/** The casualties of one group of a row, if any of its figures is there. */
function casualtyOf(group: string, by: string, figures: Record<string, Figure | undefined>): Casualty[] {
  const given = Object.entries(figures).filter(([, figure]) => figure !== undefined);
  return given.length ? [{ group, ...Object.fromEntries(given), by }] : [];
}

/** The casualties of a row: of all, of civilians, and of the groups that have columns. */
export function casualtiesOf({ dataset, groups }: Mapping, { figure }: Figures): Casualty[] {
  const by = dataset.name;
  const field = (name: Field) => figure(name, names[name] ?? name);
  const all = {
    killed: killedOf({ best: field('killed'), least: field('killedLow'), most: field('killedHigh') }),
    wounded: field('wounded'),
    abducted: field('abducted'),
    arrested: field('arrested'),
  };
  return [
    ...casualtyOf('all', by, all),
    ...casualtyOf('civilians', by, { killed: field('civiliansKilled') }),
    ...Object.entries(groups).flatMap(([group, columns]) => {
      const of = (name: keyof typeof columns) => (columns[name] ? figure(`${group} ${name}`) : undefined);
      const killed = killedOf({ best: of('killed'), least: of('killedLow'), most: of('killedHigh') });
      return casualtyOf(group, by, {
        killed,
        wounded: of('wounded'),
        abducted: of('abducted'),
        arrested: of('arrested'),
      });
    }),
  ];
}
