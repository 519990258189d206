import type { SourceConfig } from '../source-config.ts';
import { acled } from './acled.ts';
import { address } from './address.ts';
import type { Connector } from './connector.ts';
import { gdelt } from './gdelt.ts';
import { reliefweb } from './reliefweb.ts';
import { ucdp } from './ucdp.ts';
import { ucdpCandidate } from './ucdp-candidate.ts';

/** The connector of each kind. */
export const connectors: Readonly<Record<SourceConfig['kind'], Connector>> = {
  address,
  ucdp,
  'ucdp-candidate': ucdpCandidate,
  acled,
  reliefweb,
  gdelt,
};
