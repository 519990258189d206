import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Draft, DraftIncident } from '../../src/extraction/draft.ts';
import { fold } from '../../src/kernel/normalise.ts';

const words = z.array(z.string()).default([]);
const goldIncident = z.strictObject({
  date: z.iso.date().nullable(),
  /** Any of these will do; of a line, both. */
  place: z.union([z.string(), z.array(z.string())]),
  country: z.string(),
  types: z.array(z.string()),
  attackers: words,
  targets: words,
  claimed: words,
  denied: words,
  blamed: words,
  suspected: words,
  doubted: words,
  /** "killed 12 soldiers", "wounded unknown all", "killed none all". */
  hurt: words,
  sources: words,
});
const goldText = z.strictObject({
  id: z.string(),
  published: z.iso.date().optional(),
  text: z.string(),
  incidents: z.array(goldIncident),
  aggregates: z.int().default(0),
  developments: z.int().default(0),
});
type GoldIncident = z.infer<typeof goldIncident>;
export type GoldText = z.infer<typeof goldText>;

/** Short news texts of our own with what is to be found in them. */
export const textsIn = (name: 'tune' | 'held-out'): GoldText[] =>
  z.array(goldText).parse(JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')));

/** One fact: a field, and the values that will do. */
interface Fact {
  field: string;
  values: string[];
}

const fact = (field: string, ...values: string[]): Fact => ({ field, values });

const goldFacts = (g: GoldIncident): Fact[] => [
  fact('date', g.date ?? 'unknown'),
  fact('place', ...[g.place].flat()),
  fact('country', g.country),
  ...g.types.map((t) => fact('type', t)),
  ...g.attackers.map((a) => fact('attacker', a)),
  ...g.targets.map((a) => fact('target', a)),
  ...(['claimed', 'denied', 'blamed', 'suspected', 'doubted'] as const).flatMap((s) => g[s].map((a) => fact(s, a))),
  ...g.hurt.map((h) => fact('hurt', h)),
  ...g.sources.map((s) => fact('source', s)),
];

const harms = ['killed', 'wounded', 'abducted', 'arrested'] as const;

function draftFacts({ incident: i }: DraftIncident): Fact[] {
  const { where } = i;
  const places = [
    where.place,
    where.admin2,
    where.admin1,
    where.description,
    ...(where.between ?? []).map((p) => p.name),
  ];
  const told = i.reports.slice(1).filter((r) => !i.reports.some((o) => o.via === r.publisher));
  return [
    fact('date', i.when.start ?? 'unknown'),
    fact('place', ...places.filter((p) => p !== undefined)),
    fact('country', where.country ?? 'unknown'),
    ...i.eventTypes.map((t) => fact('type', t)),
    ...i.actors.filter((a) => a.role === 'attacker').map((a) => fact('attacker', a.actor)),
    ...i.actors.filter((a) => a.role === 'target').map((a) => fact('target', a.actor)),
    ...i.attributions.filter((a) => a.status !== 'observed').map((a) => fact(a.status, a.actor)),
    ...i.casualties.flatMap((c) =>
      harms.flatMap((h) => {
        const toll = c[h];
        if (toll === undefined) return [];
        const n = toll === 'none reported' ? 'none' : toll === 'number unknown' ? 'unknown' : String(toll.best);
        return [fact('hurt', `${h} ${n} ${c.group}`)];
      }),
    ),
    ...told.map((r) => fact('source', r.publisher)),
  ];
}

const plain = (text: string) =>
  fold(text)
    .replace(/\b(?:a|an|of|s)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
/** The same words, or one within the other as whole words: a judge does not split hairs over an adjective. */
const alike = (a: string, b: string) => {
  const [x, y] = [plain(a), plain(b)];
  return (
    x !== '' && y !== '' && (x === y || x.includes(y) || (x.length > 3 && y.includes(x) && x.length > y.length / 5))
  );
};

const exact = new Set(['date', 'type', 'hurt']);
const matches = (a: Fact, b: Fact) =>
  a.field === b.field &&
  a.values.some((x) => b.values.some((y) => (exact.has(a.field) ? hurtAlike(x, y) : alike(x, y))));
const hurtAlike = (a: string, b: string) =>
  a === b || (/^(?:killed|wounded|abducted|arrested) /.test(a) && sameToll(a, b));
const sameToll = (a: string, b: string) => {
  const [x, y] = [a.split(' '), b.split(' ')];
  const [g, h] = [x.slice(2).join(' '), y.slice(2).join(' ')];
  return x[0] === y[0] && x[1] === y[1] && (g === h || (g !== 'all' && h !== 'all' && alike(g, h)));
};

export interface Score {
  found: number;
  /** Facts of the gold, and of the draft. */
  gold: number;
  drafted: number;
  missed: string[];
  wrong: string[];
}

export const none = (): Score => ({ found: 0, gold: 0, drafted: 0, missed: [], wrong: [] });
export const plus = (a: Score, b: Score): Score => ({
  found: a.found + b.found,
  gold: a.gold + b.gold,
  drafted: a.drafted + b.drafted,
  missed: [...a.missed, ...b.missed],
  wrong: [...a.wrong, ...b.wrong],
});

function compared(gold: Fact[], drafted: Fact[]): { pairs: number; missed: Fact[]; wrong: Fact[] } {
  const left = [...drafted];
  const missed = gold.filter((g) => {
    const at = left.findIndex((d) => matches(g, d));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { pairs: gold.length - missed.length, missed, wrong: left };
}

const say = (f: Fact) => `${f.field}=${f.values.join('|')}`;

/** Each gold incident beside the drafted one that shares most facts with it; what is left over is missed or wrong. */
export function scoreOf(text: GoldText, draft: Draft): Score {
  const left = draft.incidents.map(draftFacts);
  let score = none();
  for (const gold of text.incidents.map(goldFacts)) {
    const best = left.map((d) => compared(gold, d).pairs).reduce((b, n, i, all) => (n > (all[b] ?? -1) ? i : b), 0);
    const { pairs, missed, wrong } = compared(gold, left[best] ?? []);
    score = plus(score, {
      found: pairs,
      gold: gold.length,
      drafted: pairs + wrong.length,
      missed: missed.map(say),
      wrong: wrong.map(say),
    });
    left.splice(best, 1);
  }
  return left.reduce(
    (s, extra) =>
      plus(s, {
        found: 0,
        gold: 0,
        drafted: extra.length,
        missed: [],
        wrong: extra.map((f) => `extra incident: ${say(f)}`),
      }),
    score,
  );
}
