import type { Told } from '../source-config.ts';
import { acled } from './acled.ts';
import { address } from './address.ts';
import type { Kind } from './connector.ts';
import { reliefweb } from './reliefweb.ts';
import { ucdpCandidate } from './ucdp-candidate.ts';

export const kinds: Readonly<Record<Told['kind'], Kind>> = {
  address,
  'ucdp-candidate': ucdpCandidate,
  acled,
  reliefweb,
};
