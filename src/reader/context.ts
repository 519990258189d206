import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Vocabulary } from '../incidents/data-profile.ts';
import type { Language } from '../kernel/language.ts';
import type { DialogueState } from '../reading/dialogue-state.ts';

/** What a question is read with besides its words. */
export interface UnderstandContext {
  now: Date;
  /** IANA zone and BCP 47 locale of the asker. */
  zone: string;
  locale: string;
  names: EntityLinker;
  vocabulary: Pick<Vocabulary, 'sources'>;
  /** What the question is in; English if not told. */
  language?: Language | undefined;
  previous?: DialogueState | undefined;
}
