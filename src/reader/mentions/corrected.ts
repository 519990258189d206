import { isWide, type PlaceCandidate } from '../../entities/entity-linker.ts';
import { byLevel, known, levelFeature, push, type Source, saidBy } from './span.ts';

/** Few begin a word with a wrong letter. */
const otherInitial = 0.8;

/** A word one or two letters away from a name that the data holds, alone or with the word beside it; of places, those that may be meant. */
export function addCorrected(
  source: Source,
  at: number,
  end: number,
  isMeant: (place: PlaceCandidate) => boolean = () => true,
): boolean {
  const { chart, names } = source;
  const token = chart.tokens[at];
  if (!token || end - at > 1 || source.lattice.people[at]) return false;
  // "axis" is no AQIS.
  const isWord = source.lattice.senses[at] === true || source.lattice.ordinary[at] === true;
  let found = false;
  for (const { word, distance } of names.correct(token.lower).slice(0, 3)) {
    const price =
      -distance * (token.lower.length > 6 ? 0.7 : 1) -
      (source.lattice.mended[at] === undefined ? 0 : 1) -
      (word[0] === token.lower[0] ? 0 : otherInitial);
    const beside = [
      [at, end],
      [at - 1, end],
      [at, end + 1],
    ] as const;
    for (const [from, to] of beside) {
      if (
        from < 0 ||
        to > chart.tokens.length ||
        (to - from > 1 && chart.tokens.slice(from, to).some((t) => t.kind !== 'word'))
      )
        continue;
      // A word that is itself in a name is no mistake.
      const said = distance === 0 ? saidBy(source, from, to) : token.text;
      const assumed = (name: string) => (distance === 0 ? undefined : { kind: 'name' as const, said, name });
      const words = chart.tokens
        .slice(from, to)
        .map((t) => (t === token ? word : t.text))
        .join(' ');
      const places = names
        .places(words, { exact: true, limit: 6 })
        .filter((c) => isMeant(c) && (c.incidents > 0 || isWide(c)));
      const actors = names.actors(words, { exact: true, limit: 4 }).filter((c) => c.incidents > 0 || !isWord);
      const [place, actor] = [places[0], actors[0]];
      if (place)
        push(
          chart,
          'place',
          { said, candidates: places },
          from,
          to,
          to - from,
          {
            'place:corrected': price,
            [`place:${levelFeature(place)}`]: byLevel[levelFeature(place)] as number,
            known: known(place.incidents),
          },
          assumed(place.name),
        );
      if (actor)
        push(
          chart,
          'actor',
          { said, candidates: actors },
          from,
          to,
          to - from,
          { 'actor:corrected': price + 0.4, known: known(actor.incidents) },
          assumed(actor.name),
        );
      found ||= place !== undefined || actor !== undefined;
    }
  }
  return found;
}
