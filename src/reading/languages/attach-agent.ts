import type { EntityLinker } from '../../entities/entity-linker.ts';

/** A stretch of a question: what it is in English and what stood there. Separators have nothing that stood there. */
export interface PhrasePart {
  english: string;
  said: string;
  /** It names a kind of incident. */
  kind?: boolean;
  /** Neither known nor a name: left out of the English. */
  unread?: boolean;
}

/** "attaques de l'État islamique", "هجمات داعش": whose attacks they are is said with no more than an "of", or less. */
export function linked(pieces: PhrasePart[], names: EntityLinker): PhrasePart[] {
  const made = pieces.map((p) => ({ ...p }));
  const words = made.filter((p) => p.said && p.english.trim());
  words.forEach((piece, i) => {
    const [before, earlier] = [words[i - 1], words[i - 2]];
    const of = before?.english.trim() === 'of' ? before : undefined;
    if (!(of ? earlier?.kind : before?.kind) || !isActor(piece.english, names)) return;
    if (of) of.english = 'by ';
    else piece.english = `by ${piece.english}`;
  });
  return made;
}

const isActor = (words: string, names: EntityLinker): boolean =>
  /^(?:\p{Lu}|\p{Script=Arabic})/u.test(words) &&
  names.actors(words, { exact: true, limit: 1 }).length > 0 &&
  !names.places(words, { exact: true, limit: 1 })[0]?.incidents;
