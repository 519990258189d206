import type { EntityLinker } from '../../src/entities/entity-linker.ts';
import { extractDraft } from '../../src/extraction/extract-draft.ts';
import { none, plus, type Score, scoreOf, textsIn } from './gold.ts';

/** All texts of a set drafted and compared with their gold. `of`: how many incidents each text has and was drafted with. */
export async function scoreSet(name: 'tune' | 'held-out', names: EntityLinker) {
  let score: Score = none();
  const counts: { id: string; gold: number; drafted: number }[] = [];
  for (const text of textsIn(name)) {
    const given = { locale: 'en-GB', ...(text.published ? { date: text.published } : {}) };
    const draft = await extractDraft(text.text, given, names);
    score = plus(score, scoreOf(text, draft));
    counts.push({ id: text.id, gold: text.incidents.length, drafted: draft.incidents.length });
  }
  return { ...score, counts, recall: score.found / score.gold, precision: score.found / score.drafted };
}
