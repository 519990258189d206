import { clean } from './english/text.ts';

/** A dataset as people call it, by its id: "UCDP", "insecurity-insight". */
export const datasetName = (id: string): string => (/^[a-z]{2,5}$/.test(id) ? id.toUpperCase() : clean(id, 60));
