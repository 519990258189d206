import type { Row } from '../../database/database.ts';
import { isNonFatal } from '../quantities.ts';
import type { Quantity } from '../query.ts';

/**
 * The sum of a non-fatal quantity as one more column, `asked`; nothing for other quantities. Columns are named like
 * quantities.
 */
export const quantitySum = (of: Quantity): string => (isNonFatal(of) ? `, sum(i.${of}) AS asked` : '');
/** The column of a non-fatal quantity, for an inner SELECT. */
export const quantityColumn = (of: Quantity | undefined): string => (of && isNonFatal(of) ? `, i.${of}` : '');

/** The sum in a row, if it was selected; null if no incident has a figure. */
export const quantityIn = ({ asked }: Row): { asked?: number | null } =>
  asked === undefined ? {} : { asked: asked === null ? null : Number(asked) };
