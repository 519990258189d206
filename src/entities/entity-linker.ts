import type { Vocabulary } from '../incidents/data-profile.ts';

/** A place some words may name. Positions in degrees; `score` 1 is an exact (folded) match, 0 nothing alike. */
export interface PlaceCandidate {
  /** `gazetteer:ID`, or `data:LEVEL:COUNTRY:NAME` of what only the data names; at most 100 characters. */
  key: string;
  /** As shown to people, "Samawah". */
  name: string;
  level: 'world-region' | 'country' | 'admin1' | 'admin2' | 'town' | 'site' | 'region';
  /** English country name as shown to people, and ISO 3166 alpha-2. */
  country?: string;
  countryCode?: string;
  admin1?: string;
  /** Country names as the data writes them: one, or several for a region such as the Sahel. */
  countries: string[];
  lat?: number;
  lon?: number;
  population: number;
  /** Names the data itself uses for it (of the column its level says), and how many incidents lie there. */
  dataNames: string[];
  incidents: number;
  score: number;
  /** The name that matched, as the index has it. */
  matched: string;
}

export interface ActorCandidate {
  /** The id of a known group, `data:NAME` of what only the data names, or `state:CODE` of a government. */
  key: string;
  /** The best-known name. */
  name: string;
  /** Every name the data uses for it and for the factions below it. */
  dataNames: string[];
  /** The factions among them, to say so. */
  factions: string[];
  kind?: string;
  country?: string;
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

/** A name that begins as typed. */
export interface PrefixMatch {
  /** Of the entity that is meant. */
  key: string;
  /** As a question would name it: "Samawah, Iraq". */
  name: string;
  kind?: string;
  incidents: number;
}

export interface EntityLinker {
  /** Names that begin with what was typed, those the data knows first: for completing while typing. */
  prefixSearch(kind: 'place' | 'actor', typed: string, most: number): PrefixMatch[];
  /** Best first. Ties are broken by the country, the level, the data's own frequency and population. */
  places(text: string, hints?: PlaceHints): PlaceCandidate[];
  /** The place of a key; undefined where neither the gazetteer nor the data has it. */
  place(key: string): PlaceCandidate | undefined;
  actors(text: string, hints?: { exact?: boolean; limit?: number }): ActorCandidate[];
  actor(key: string): ActorCandidate | undefined;
  /** Whether the word is an ordinary English word, which needs a reason to be a name. */
  isOrdinaryWord(word: string): boolean;
  /** The longest name, in words, that an exact look-up can match: bounds the spans to try. */
  longest: number;
  /** Links the data's own names; call again when the vocabulary's version has moved. */
  setVocabulary(vocabulary: Vocabulary): void;
}

/** A hamlet that no incident names: likelier to be some other word. */
export const isObscure = (place: PlaceCandidate | undefined): boolean =>
  place !== undefined && place.level === 'town' && place.incidents === 0 && place.population < 15_000;

/** A country or a part of the world. */
export const isWide = (place: Pick<PlaceCandidate, 'level'> | undefined): boolean =>
  place?.level === 'country' || place?.level === 'world-region';
