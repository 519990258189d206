import type { Row } from '../../database/database.ts';
import { isBeside } from '../quantities.ts';
import type { Quantity } from '../query.ts';

/** The figure that is summed only where it is asked for, as one more column; the quantities are named as the columns are. */
export const askedOf = (of: Quantity): string => (isBeside(of) ? `, sum(i.${of}) AS asked` : '');
export const askedColumn = (of: Quantity | undefined): string => (of && isBeside(of) ? `, i.${of}` : '');

export const askedIn = ({ asked }: Row): { asked?: number | null } =>
  asked === undefined ? {} : { asked: asked === null ? null : Number(asked) };
