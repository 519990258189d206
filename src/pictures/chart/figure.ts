import type { ChartPoint } from '../../answers/chart.ts';

const number = (n: number) => n.toLocaleString('en-GB');

/** "120", "120 (100 to 150)". */
export const figure = ({ value, low, high }: ChartPoint): string =>
  low === undefined || high === undefined || low === high
    ? number(value)
    : `${number(value)} (${number(low)} to ${number(high)})`;
