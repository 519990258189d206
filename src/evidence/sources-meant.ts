import { isIn, namesWith, stem, termsOf, wordsOf } from './lexicon.ts';
import type { Story } from './statements.ts';

/** Whose word a question asks for, as it says it. */
export interface SaidBy {
  phrase: string;
}

const speaking =
  'say|says|said|saying|report|reported|give|gave|count|counted|put|state|stated|claim|claimed|blame|blamed|suspect|think|believe|tell|told|announce|announced|admit|confirm|speak|call|want|demand|explain|mention|accuse';

const patterns = [
  /\baccording to (?:the |an? )?(.+?)(?=[,?.!]|$| for | about | in | at | of the | over | during )/i,
  new RegExp(
    `\\b(?:do|does|did|has|have|is|was) (?:the |an? )?((?:(?!\\b(?:do|does|did)\\b).)+?) (?:${speaking})\\b`,
    'i',
  ),
  /\b(?:by|from) (?:the )?(police|army|hospital|government|ministry|union|prosecutors?)['’]?s? (?:count|account|figures?)\b/i,
  /\b(?:the )?([\p{L} ]+?)['’]s? (?:figure|toll|count|number|account|version|statement|word)s?\b/iu,
];

const nobody = /^(?:it|they|he|she|we|you|i|any ?one|any ?body|some ?one|any (?:group|source)|who|people|there)$/i;

/** "according to the police", "what does the ministry say": whose word is asked for. */
export function saidBy(question: string): SaidBy | undefined {
  for (const pattern of patterns) {
    const phrase = pattern.exec(question)?.[1]?.trim();
    if (phrase && !nobody.test(phrase) && wordsOf(phrase).length <= 6) return { phrase };
  }
  return undefined;
}

/** Everybody who says something in a story. */
const sourcesOf = ({ incident: r, linked }: Story): string[] => [
  ...new Set([
    ...r.casualties.flatMap((c) => c.by ?? []),
    ...r.attributions.map((a) => a.by),
    ...r.details.flatMap((d) => d.by ?? []),
    ...r.reports.map((p) => p.publisher),
    ...linked.flatMap((l) => l.reports.map((p) => p.publisher)),
  ]),
];

/** How well a source is called so: by its own words, else by words that stand for such sources. */
function fit(phrase: readonly string[], source: string): number {
  const terms = [...termsOf(source), initialsOf(source)];
  const own = phrase.filter((p) => terms.includes(p)).length;
  const kin = phrase.filter(
    (p) => !terms.includes(p) && namesWith('source.', p).some((n) => terms.some((t) => isIn(n, t))),
  ).length;
  const head = phrase.at(-1);
  const isHead = head !== undefined && namesWith('source.', head).some((n) => terms.some((t) => isIn(n, t)));
  return Math.max((own + 0.6 * kin) / phrase.length, isHead ? 0.5 : 0);
}

const initialsOf = (name: string): string =>
  stem(
    wordsOf(name)
      .filter((w) => /^\p{Lu}/u.test(w))
      .map((w) => w[0])
      .join(''),
  );

/** The sources of a story that a phrase means: those that fit best; none where none fits half of it. */
export function sourcesMeant({ phrase }: SaidBy, story: Story): string[] {
  const words = termsOf(phrase);
  if (words.length === 0) return [];
  const ranked = sourcesOf(story).map((source) => ({ source, score: fit(words, source) }));
  const best = Math.max(...ranked.map((r) => r.score), 0);
  return best < 0.5 ? [] : ranked.filter((r) => r.score >= best - 1e-9).map((r) => r.source);
}
