/** Rows as a layout has them: values by column, in its order. */
export type Row = Record<string, string | number>;

const quoted = (value: string | number, delimiter: string): string => {
  const text = String(value);
  return /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function separated(
  rows: Iterable<Row>,
  delimiter = ',',
  more: { header?: boolean; second?: string } = {},
): string {
  const lines: string[] = [];
  for (const row of rows) {
    if (lines.length === 0 && more.header !== false) {
      lines.push(Object.keys(row).join(delimiter));
      if (more.second) lines.push(more.second);
    }
    lines.push(
      Object.values(row)
        .map((v) => (more.header === false ? String(v) : quoted(v, delimiter)))
        .join(delimiter),
    );
  }
  return `${lines.join('\n')}\n`;
}

export const geojson = (rows: Iterable<Row>): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [...rows].map(({ latitude, longitude, ...properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] },
    })),
  });

/** A page of ACLED's API. */
export const page = (rows: Iterable<Row>): string => {
  const data = [...rows];
  return JSON.stringify({ status: 200, success: true, count: data.length, messages: [], data });
};

export const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** A day of the years 2015 to 2022, by number. */
export const dayOf = (i: number): Date => new Date(Date.UTC(2015, 0, 1 + (i % 2900)));
export const isoOf = (i: number): string => dayOf(i).toISOString().slice(0, 10);
