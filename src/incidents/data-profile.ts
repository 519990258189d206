import type { Dataset } from './incident.ts';

/** A dataset with what is stored of it. */
export interface DatasetCoverage extends Dataset {
  incidents: number;
  reports: number;
  first: string | null;
  last: string | null;
  /** Where its incidents lie, and the kinds that they are coded as. */
  countries: { country: string; incidents: number; last: string }[];
  kinds: string[];
}

/** How answers call a dataset. */
export const shortName = ({ short, name }: Pick<Dataset, 'short' | 'name'>): string => short ?? name;

/** What the data covers. Dates are ISO days. */
export interface Coverage {
  /** Counted incidents. */
  incidents: number;
  /** All records that are not retracted: incidents, aggregates, developments and reports. */
  records: number;
  /** First and last day of the dated incidents. */
  first: string | null;
  last: string | null;
  countries: { country: string; incidents: number; last: string }[];
  datasets: DatasetCoverage[];
  /** The cursor of the last change it includes. */
  version: number;
  /** Files whose import is not finished. */
  unfinished?: string[];
}

/** A place name as the data spells it, with how many incidents have it and where they are. */
export interface VocabularyPlace {
  level: 'country' | 'admin1' | 'admin2' | 'place';
  name: string;
  country: string | null;
  admin1: string | null;
  /** Mean position in degrees of its incidents that are located to the district or better (of all, for a country). */
  lat: number | null;
  lon: number | null;
  incidents: number;
}
/** An actor's name as the data spells it. */
export interface VocabularyActor {
  name: string;
  incidents: number;
  /** The country where it has most incidents. */
  country: string | null;
}
/** Every name in the data, which entity linking searches. `version`: the cursor of the last change it includes. */
export interface Vocabulary {
  version: number;
  places: VocabularyPlace[];
  actors: VocabularyActor[];
  sources: { name: string; incidents: number }[];
}
