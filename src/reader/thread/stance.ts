import { type Draft, has, itemsOf } from '../draft.ts';
import { weightOf } from '../weights.ts';
import type { Turn } from './turn.ts';

/** How a question stands to its thread: a new one, or going on from it. */
type Stance = 'new' | 'on';

/** What speaks for each stance, with its weight before learning. */
const weights: Record<Stance, Record<string, number>> = {
  new: { subject: 1.2, asks: 1.2, timed: 0.6, worldwide: 1, calls: 0.5 },
  on: {
    led: 2.5,
    points: 3,
    relative: 2,
    dropped: 3,
    shown: 4,
    bare: 1,
    wider: 3,
    'no subject': 1.3,
    'asks nothing': 1.3,
  },
};

const asks = ['kinds', 'harm', 'grouping', 'ends', 'threshold', 'clash', 'object'] as const;

const names = (draft: Draft): boolean => has(draft, 'where', 'party', 'pair');
const happened = ({ chart }: Draft) => chart.at.some((items) => items.some((i) => i.cat === 'happened'));

/** What holds of a question in its thread. */
function featuresOf({ draft, leads, led, free, nth, that, points, bare, sorting, wider, kinds }: Turn): Set<string> {
  const relative = draft.relative ?? false;
  const timed = has(draft, 'time', 'times') && !relative;
  const subject = names(draft);
  const drawn = itemsOf(draft, 'measure').some((i) => i.value !== 'list');
  const calls = itemsOf(draft, 'measure').some((i) => i.value === 'list' && i.end - i.start > 1);
  const asking = kinds || has(draft, ...asks) || drawn || happened(draft) || (calls && timed);
  const countries = itemsOf(draft, 'grouping').some((i) => i.value.by === 'country' && i.value.how === 'which');
  const all: [string, boolean][] = [
    ['subject', subject],
    ['asks', asking],
    ['timed', timed && asking && (subject || countries)],
    ['worldwide', timed && asking && countries],
    ['calls', calls && subject],
    ['led', led && !(leads.has('only') && subject && asking && timed)],
    ['points', points || that.length > 0 || leads.has('which') || leads.has('many')],
    ['relative', relative],
    ['dropped', free.length + sorting.length > 0 && !(subject && asking) && !(timed && asking)],
    ['wider', wider],
    ['shown', nth !== undefined],
    ['bare', bare],
    ['no subject', !subject],
    ['asks nothing', !asking],
  ];
  return new Set(all.flatMap(([name, holds]) => (holds ? [name] : [])));
}

/** The stance with the higher score. */
export function stanceOf(turn: Turn): Stance {
  const features = featuresOf(turn);
  const score = (stance: Stance) =>
    Object.entries(weights[stance]).reduce(
      (sum, [name, weight]) => sum + (features.has(name) ? weightOf(`thread:${stance}:${name}`, weight) : 0),
      0,
    );
  return score('new') > score('on') ? 'new' : 'on';
}
