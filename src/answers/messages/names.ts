import { commonName } from '../../incidents/known-actors.ts';
import { clean } from './english/text.ts';

/** Without the marks of transliteration, which newspapers leave out: "Baghdād", "Ḩawījah". */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0304\u0323\u0331\u02be\u02bf]|(?<!c)\u0327/giu, '')
    .normalize('NFC');

/** Without the kind of place that datasets write after a name, and without the marks of transliteration. */
export const placeName = (name: string): string =>
  clean(plainName(name.replace(/(?<=\S) (?:town|city|village|suburb|neighbou?rhood|area)$/, '')), 80);

/** Without the older name that datasets write after a country's: "Myanmar (Burma)". Those of one name keep theirs. */
export const countryName = (name: string): string => (/^Congo\b/.test(name) ? name : name.replace(/ \([^()]+\)$/, ''));

/** An actor as people call it. */
export const actorName = (name: string): string => {
  const common = commonName(name);
  return clean(/^Government of /.test(common) ? countryName(common) : common, 80);
};
