import type { Dataset } from './incident.ts';

export interface Coverage {
  incidents: number;
  records: number;
  /** First and last date of the dated incidents. */
  first: string | null;
  last: string | null;
  countries: { country: string; incidents: number; last: string }[];
  datasets: (Dataset & { incidents: number; reports: number; first: string | null; last: string | null })[];
  /** Moves with every applied change. */
  version: number;
}

/** A name as the data writes it, with how often and where, so that names can be linked to it. */
export interface VocabularyPlace {
  level: 'country' | 'admin1' | 'admin2' | 'place';
  name: string;
  country: string | null;
  admin1: string | null;
  /** Mean position of its incidents located to the district or better (any incident, for a country). */
  lat: number | null;
  lon: number | null;
  incidents: number;
}
export interface VocabularyActor {
  name: string;
  incidents: number;
  /** Where it acts most. */
  country: string | null;
}
export interface Vocabulary {
  version: number;
  places: VocabularyPlace[];
  actors: VocabularyActor[];
  sources: { name: string; incidents: number }[];
}
