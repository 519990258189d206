import { isWide, type PlaceCandidate } from '../../entities/entity-linker.ts';
import { foldKeepingArticles, foldWithoutPlaceType } from '../../kernel/normalise.ts';

/** Those that the data itself calls so come first, of the kind that is said, most incidents first: West Darfur is not Central Darfur. */
export function ownFirst(
  said: string,
  candidates: readonly PlaceCandidate[],
  level?: PlaceCandidate['level'],
): PlaceCandidate[] {
  const name = foldWithoutPlaceType(said);
  const isOwn = (c: PlaceCandidate) =>
    !isWide(c) && c.incidents > 0 && c.dataNames.some((n) => foldWithoutPlaceType(n) === name);
  const whole = foldKeepingArticles(said);
  const isCalledSo = (c: PlaceCandidate) => c.dataNames.some((n) => foldKeepingArticles(n) === whole);
  // A district is meant only where that is said.
  const weight = (c: PlaceCandidate) =>
    (isOwn(c) ? 1.2 : 0) +
    (isCalledSo(c) ? (level ? 8 : 2) : 0) +
    (level === c.level ? 8 : c.level === 'admin2' ? -4 : 0) +
    Math.log10(1 + c.incidents);
  if (isWide(candidates[0]) || !candidates.some(isOwn)) return [...candidates];
  return [...candidates].sort((a, b) => weight(b) - weight(a));
}
