import type { ActorPart, Attribution } from '../../incident.ts';
import type { Cells } from '../cell-values.ts';
import { knownValue } from './gtd-codes.ts';

interface Group {
  name: string;
  uncertain: boolean;
  claimed: boolean;
  mode?: string;
}

/** Up to three groups that GTD names as perpetrators, without unknown ones. */
function groupsOf(cells: Cells): Group[] {
  return ([1, 2, 3] as const).flatMap((n) => {
    const name = knownValue(n === 1 ? cells.gname : cells[`gname${n}`]);
    if (!name) return [];
    const sub = knownValue(n === 1 ? cells.gsubname : cells[`gsubname${n}`]);
    const mode = knownValue(n === 1 ? cells.claimmode_txt : cells[`claimmode${n}_txt`]);
    return [
      {
        name: sub ? `${name}: ${sub}` : name,
        uncertain: knownValue(cells[`guncertain${n}`]) === '1',
        claimed: knownValue(n === 1 ? cells.claimed : cells[`claim${n}`]) === '1',
        ...(mode ? { mode } : {}),
      },
    ];
  });
}

/** The perpetrators and the target. Suspected perpetrators are not actors: they only have attributions. */
export function actorsOf(cells: Cells): ActorPart[] {
  const target = knownValue(cells.target1) ?? knownValue(cells.corp1) ?? knownValue(cells.targtype1_txt);
  return [
    ...groupsOf(cells)
      .filter((g) => !g.uncertain)
      .map((g): ActorPart => ({ actor: g.name, role: 'attacker' })),
    ...(target ? [{ actor: target, role: 'target' as const }] : []),
  ];
}

/** Attributions by the columns guncertain (suspected), claimed, claimmode and compclaim (GTD codebook). */
export function attributionsOf(cells: Cells): Attribution[] {
  const competing = knownValue(cells.compclaim) === '1';
  return groupsOf(cells).flatMap(({ name, uncertain, claimed, mode }): Attribution[] => {
    const note = [
      mode ? `Mode of claim: ${mode.replace(/\.$/, '')}.` : '',
      competing ? 'More than one group claims it.' : '',
    ]
      .filter(Boolean)
      .join(' ');
    return [
      ...(uncertain ? [{ actor: name, status: 'suspected' as const, by: 'GTD' }] : []),
      ...(claimed ? [{ actor: name, status: 'claimed' as const, by: name, ...(note ? { note } : {}) }] : []),
    ];
  });
}
