import type { CasualtyKind } from '../../../incidents/incident.ts';
import { countryIn } from '../countries.ts';
import { plainKinds, type RowMessages } from '../row.ts';
import { isOne, list, number } from './filter.ts';
import { type } from './incident.ts';

const harmed: Record<CasualtyKind, [string, string]> = {
  killed: ['mort', 'morts'],
  wounded: ['blessé', 'blessés'],
  abducted: ['enlevé', 'enlevés'],
  arrested: ['arrêté', 'arrêtés'],
};

export const row: RowMessages = {
  locale: 'fr-FR',
  undated: 'sans date',
  name: (text) => text,
  kind: (r) => type({ ...r, eventTypes: plainKinds(r) }),
  versus: (sides) => sides.join(' contre '),
  deed: (kind, by, on) =>
    [kind, by.length ? `par ${list(by)}` : '', on.length ? `contre ${list(on)}` : ''].filter(Boolean).join(' '),
  somewhere: (name) => `lieu exact inconnu (${name})`,
  between: (one, other) => `entre ${one} et ${other}`,
  country: (name) => countryIn('fr', name),
  harm: (kind, n, range, group) =>
    `${n === 0 && range ? `jusqu’à ${number(range[1])}` : number(n)} ${harmed[kind][isOne(n === 0 && range ? range[1] : n) ? 0 : 1]}${range && n > 0 ? ` (de ${number(range[0])} à ${number(range[1])})` : ''}${group ? ` : ${group}` : ''}`,
  none: (kind, group) => `aucun ${harmed[kind][0]} signalé${group ? ` : ${group}` : ''}`,
  some: (kind, group) => `des ${harmed[kind][1]}${group ? ` : ${group}` : ''}`,
};
