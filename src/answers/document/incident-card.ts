/** Who says so: one line each, "al-Araby al-Jadeed, citing sources in the Iraqi Interior Ministry". */
export interface Citation {
  words: string;
  url?: string;
}

export interface IncidentCard {
  id: string;
  title: string;
  /** "11 Jul 2020, night" */
  when: string;
  where: string;
  type: string;
  /** Label and words, in the order to show: Actors, Attribution, Killed, Wounded, … */
  facts: { label: string; words: string }[];
  sources: Citation[];
  /** What stands before the sources, where the card is not in English. */
  sourcesLabel?: string;
}
