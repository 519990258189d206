import type { EntityLinker } from '../entities/entity-linker.ts';
import { isNationality } from '../entities/gazetteer/countries.ts';
import {
  type ActorReading,
  type NameReading,
  type PlaceReading,
  readExactNames,
} from '../reading/readers/exact-names.ts';
import { placeCue } from '../reading/readers/place-types.ts';
import { combine } from '../reading/select-spans.ts';
import type { Span } from '../reading/span.ts';
import { wordsOf } from '../reading/text.ts';

const unlisted =
  /\b(?:the )?(village|town|hamlet|settlement|district|locality|camp|neighbou?rhood|area|commune|farm|checkpoint|base) of (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2})|\b(\p{Lu}[\p{L}'-]+(?:[ -]\p{Lu}[\p{L}'-]+){0,2}) (village|town|hamlet|settlement|camp|neighbou?rhood|checkpoint)\b/gu;

const beside =
  /\b(?:in|near|at|outside|around) (\p{Lu}[\p{L}'-]+(?:[ -]\p{Lu}[\p{L}'-]+){0,2})(?:, | \()(?:(?:(?!and\b|which\b|who\b|but\b)[a-z'-]+|[\p{Lu}][\p{L}-]+'s|\p{Lu}\p{L}+-\p{Ll}+) ){0,4}$/u;

/** The name of a place that the gazetteer lacks, so that its position is unknown. */
export function findUnlistedName(text: string, places: readonly PlaceReading[]): string | undefined {
  for (const m of text.matchAll(unlisted)) {
    const name = (m[2] ?? m[3]) as string;
    const start = m.index + m[0].indexOf(name);
    const listed = places.some((p) => p.start <= start && start < p.end) || isNationality(name.split(' ')[0] as string);
    if (!listed && !/^(?:The|A|An|In|On|At|Near|Several|Two|Three|One)$/.test(name)) return name;
  }
  for (const place of places) {
    const name = text.slice(0, place.start).match(beside)?.[1];
    const start = name === undefined ? -1 : text.lastIndexOf(name, place.start);
    if (name && !places.some((p) => p.start <= start && start < p.end) && !isNationality(name)) return name;
  }
  return undefined;
}

const isName = ({ words }: PlaceReading) =>
  /\p{Lu}/u.test(words) &&
  !wordsOf(words).every((w) => isNationality(w.text) || placeCue.test(w.text) || w.lower === 'the') &&
  !/^(?:Interior|Defence|Defense|Mission|Central|Union|March|May|Police|Army)$/.test(words);

/**
 * The places and actors in a sentence, by their exact names: misspelt ones are left to the person who confirms the
 * draft.
 */
export function findMentions(
  text: string,
  names: EntityLinker,
  taken: Span[],
): { places: PlaceReading[]; groups: ActorReading[] } {
  const exact = readExactNames(text, wordsOf(text), names, taken);
  const found = combine<NameReading>(exact.filter((r) => r.facet !== 'place' || isName(r)));
  return {
    places: found.filter((r): r is PlaceReading => r.facet === 'place'),
    groups: found.filter((r): r is ActorReading => r.facet === 'actor'),
  };
}
