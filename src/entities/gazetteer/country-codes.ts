import { alpha2Of } from '../../geo/country-codes.ts';
import { countryName } from './countries.ts';

/** The English name of the country with an ISO code of two or three capital letters; undefined for other words. */
export const countryOfCode = (code: string): string | undefined => {
  const two = alpha2Of(code);
  return two === undefined ? undefined : countryName(two);
};
