import { type EntityLinker, isWide } from '../entities/entity-linker.ts';
import { add, type Chart } from './grammar.ts';
import type { Item } from './item.ts';
import { ofCountry } from './mentions/span.ts';
import { weightOf } from './weights.ts';

/** Names and adjectives of peoples that the lexicon has, as the places and actors of the names that the index has. */
export function addAliases(chart: Chart, names: Pick<EntityLinker, 'places' | 'actors'>): void {
  for (const item of chart.at.flat()) {
    if (item.cat === 'name') addName(chart, item as Item<'name'>, names);
    if (item.cat === 'demonym') addPeople(chart, item as Item<'demonym'>, names);
  }
}

/** As good as a name that is well known. */
const sure = 1.6;

function addName(chart: Chart, item: Item, names: Pick<EntityLinker, 'places' | 'actors'>): void {
  const [said, name] = [saidBy(chart, item), item.value as string];
  const score = item.score + (item.end - item.start - 1) * 0.4 + weightOf('alias', sure);
  const features = [...item.features, 'alias'];
  const all = names.places(name, { exact: true, limit: 6 }).filter((c) => c.score > 0.94);
  const held = all.filter((c) => c.incidents > 0 || isWide(c));
  const actors = names.actors(name, { exact: true, limit: 4 });
  const places = held.length || actors.length ? held : all;
  const isCountry = places[0]?.level === 'country';
  const assumed = (best: { name: string } | undefined) =>
    best && item.features.includes('typo') ? { assumed: { kind: 'name', said, name: best.name } } : {};
  if (places.length)
    add(chart, {
      ...item,
      cat: 'place',
      value: { said, candidates: places },
      score,
      features,
      ...assumed(places[0]),
    } as Item);
  if (actors.length)
    add(chart, {
      ...item,
      cat: 'actor',
      value: { said, candidates: actors },
      score: isCountry ? score + weightOf('actor:country', ofCountry) : score,
      features: isCountry ? [...features, 'actor:country'] : features,
      ...assumed(actors[0]),
    } as Item);
}

function addPeople(chart: Chart, item: Item, names: Pick<EntityLinker, 'places'>): void {
  const candidates = names.places(item.value as string, { exact: true, level: 'country', limit: 1 });
  if (candidates.length === 0) return;
  const value = { said: saidBy(chart, item), candidates, people: true };
  const score = item.score + weightOf('place:people', 0.5);
  add(chart, { ...item, cat: 'place', value, score, features: [...item.features, 'place:people'] } as Item);
}

const saidBy = ({ tokens }: Chart, { start, end }: Item): string =>
  tokens
    .slice(start, end)
    .map((t, i) => (i > 0 && !t.tight ? ' ' : '') + t.text)
    .join('');
