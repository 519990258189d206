import {
  type Casualty,
  type CasualtyKind,
  casualtyKinds,
  type Incident,
  type Toll,
} from '../../../incidents/incident.ts';
import { clean, number } from './text.ts';

/** "35", "12 (10 to 15)", "none reported", "some, number not known". */
export function casualtyText(t: Toll): string {
  if (t === 'none reported') return 'none reported';
  if (t === 'number unknown') return 'some, number not known';
  return t.low === t.high && t.low === t.best
    ? number(t.best)
    : `${number(t.best)} (best estimate; ${number(Math.min(t.low, t.best))} to ${number(Math.max(t.high, t.best))})`;
}

/** Who says so; a figure of a merged record names that too. */
const by = (c: Casualty) =>
  `${c.by ? `, says ${clean(c.by, 120)}` : ''}${c.account ? ` (${clean(c.account, 80)})` : ''}`;
const group = (c: Casualty) => (c.group === 'all' ? '' : `${clean(c.group, 80)}: `);

/** One line a kind of harm that some source speaks of, by group and by whose account. */
export function casualtyFacts(incident: Incident): { harm: CasualtyKind; label: string; words: string }[] {
  return casualtyKinds.flatMap((harm) => {
    const said = incident.casualties.filter((c) => c[harm] !== undefined);
    const told = said.filter(
      (c) =>
        c.group === 'all' ||
        !(typeof c[harm] === 'object' && c[harm].best === 0 && said.some((o) => o.group === 'all')),
    );
    if (told.length === 0) return [];
    const sources = new Set(told.map(by));
    const one = sources.size === 1 ? told[0] && by(told[0]) : '';
    return [
      {
        harm,
        label: labels[harm],
        words:
          told.map((c) => `${group(c)}${casualtyText(c[harm] as Toll)}${one ? '' : by(c)}`).join('; ') + (one ?? ''),
      },
    ];
  });
}

export const labels: Record<CasualtyKind, string> = {
  killed: 'Killed',
  wounded: 'Wounded',
  abducted: 'Abducted',
  arrested: 'Arrested',
};

/** The harms of which no source says anything. */
export const unreportedCasualties = (incident: Incident): ('killed' | 'wounded')[] =>
  (['killed', 'wounded'] as const).filter(
    (harm) =>
      !incident.casualties.some(
        (c) => c[harm] !== undefined && (c[harm] !== 'none reported' || incident.casualties.length === 1),
      ),
  );
