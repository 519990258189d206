import type { Row } from '../../database/database.ts';
import { isNonFatal } from '../quantities.ts';
import type { Quantity } from '../query.ts';

/** The figure that is summed only where it is asked for, as one more column; the quantities are named as the columns are. */
export const quantitySum = (of: Quantity): string => (isNonFatal(of) ? `, sum(i.${of}) AS asked` : '');
export const quantityColumn = (of: Quantity | undefined): string => (of && isNonFatal(of) ? `, i.${of}` : '');

export const quantityIn = ({ asked }: Row): { asked?: number | null } =>
  asked === undefined ? {} : { asked: asked === null ? null : Number(asked) };
