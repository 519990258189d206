import type { Vocabulary, VocabularyActor, VocabularyPlace } from '../incidents/data-profile.ts';

/** A place that a name may mean. Positions in degrees; `score` from 0 (nothing alike) to 1 (exact match of folded names). */
export interface PlaceCandidate {
  /** `gazetteer:ID`, or `data:LEVEL:COUNTRY:NAME` of what only the data names; at most 100 characters. */
  key: string;
  /** As shown to people, "Samawah". */
  name: string;
  level: 'world-region' | 'country' | 'admin1' | 'admin2' | 'town' | 'site' | 'region';
  /** English country name as shown to people, and ISO 3166 alpha-2. */
  country?: string;
  countryCode?: string;
  /** The province that it lies in: the gazetteer's code, "IQ.15", or the data's name. */
  admin1?: string;
  /** Names that the data has for that province. */
  provinces?: string[];
  /** Country names as the data writes them: one, or several for a region such as the Sahel. */
  countries: string[];
  lat?: number;
  lon?: number;
  /** The extent of a region that is a circle around its position, and not made of provinces. */
  radiusKm?: number;
  population: number;
  /** Names the data itself uses for it (of the column its level says), and how many incidents lie there. */
  dataNames: string[];
  incidents: number;
  score: number;
  /** The name that matched, as the index has it. */
  matched: string;
}

/** An actor that a name may mean; `score` from 0 to 1, as for places. */
export interface ActorCandidate {
  /** The id of a known group, `data:NAME` of what only the data names, or `state:CODE` of a government. */
  key: string;
  /** The best-known name. */
  name: string;
  /** Every name the data uses for it and for the factions below it. */
  dataNames: string[];
  /** The factions among them. */
  factions: string[];
  kind?: string;
  country?: string;
  /** Key of the group that it belongs to. */
  parent?: string;
  /** Key of a group that has this name too in these countries, by English names. */
  alsoIn?: { actor: string; countries: readonly string[] };
  incidents: number;
  score: number;
  matched: string;
}

export interface PlaceHints {
  /** English country name or ISO code that the question names. */
  country?: string;
  /** A cue word beside the name: province, governorate, district, city, town … */
  level?: PlaceCandidate['level'];
  /** Only exact (folded) matches: cheap, for scanning every span of a question. */
  exact?: boolean;
  limit?: number;
}

/** A suggestion for a prefix. */
export interface PrefixMatch {
  /** Key of the entity. */
  key: string;
  /** Display name: "Samawah, Iraq". */
  name: string;
  kind?: string;
  incidents: number;
}

/** A word of a name, with the incidents of the place or actor that has most of those so named. */
export interface Correction {
  word: string;
  incidents: number;
  /** Letters to replace, insert or delete, or neighbours to swap. */
  distance: number;
}

/** Links names to places and actors of the gazetteer, of data/actors.json and of the data. Never throws for what people write. */
export interface EntityLinker {
  /** At most `most` entities whose name begins with the text, those in the data first. */
  prefixSearch(kind: 'place' | 'actor', typed: string, most: number): PrefixMatch[];
  /** At most `limit` (default 5) places, best first: by score, then by the hints, incidents and population. */
  places(text: string, hints?: PlaceHints): PlaceCandidate[];
  /** The place with this key; undefined if neither the gazetteer nor the data has it. */
  place(key: string): PlaceCandidate | undefined;
  actors(text: string, hints?: { exact?: boolean; limit?: number }): ActorCandidate[];
  actor(key: string): ActorCandidate | undefined;
  /** The folded names by which a question may mean a place or actor that the data names, its own among them. */
  calledAs(named: VocabularyPlace | VocabularyActor): readonly string[];
  /**
   * What a misspelt word in lower case, folded, may be: words of names at most one edit away (two from eight letters
   * on), the likeliest first. A word that is itself in a name comes first, with distance 0.
   */
  correct(word: string): readonly Correction[];
  /** Whether a word in lower case is an ordinary English word, which is a name only with further evidence. */
  isOrdinaryWord(word: string): boolean;
  /** The longest name in words that an exact look-up can match: bounds the spans to try. */
  longest: number;
  /** Learns the data's own names; does nothing if the vocabulary's version is unchanged. */
  setVocabulary(vocabulary: Vocabulary): void;
}

/** Whether it is a town below 15,000 inhabitants without incidents: its name is more likely some other word. */
export const isObscure = (place: PlaceCandidate | undefined): boolean =>
  place !== undefined && place.level === 'town' && place.incidents === 0 && place.population < 15_000;

/** Whether it is a country or a part of the world. */
export const isWide = (place: Pick<PlaceCandidate, 'level'> | undefined): boolean =>
  place?.level === 'country' || place?.level === 'world-region';
