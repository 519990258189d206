import type { Told } from '../told.ts';
import { acled } from './acled.ts';
import { address } from './address.ts';
import type { Kind } from './kind.ts';
import { reliefweb } from './reliefweb.ts';
import { ucdpCandidate } from './ucdp-candidate.ts';

export const kinds: Readonly<Record<Told['kind'], Kind>> = {
  address,
  'ucdp-candidate': ucdpCandidate,
  acled,
  reliefweb,
};
