import { writeXlsx } from 'hucre/xlsx';
import type { formatNames } from '../../../../src/incidents/import/format.ts';
import * as acled from './acled.ts';
import * as others from './others.ts';
import { exportAs } from './own.ts';
import { geojson, page, type Row, separated, times } from './write.ts';

/** A layout that users bring, with rows made up by us. */
export interface Layout {
  name: string;
  format: (typeof formatNames)[number];
  extension: string;
  make(rows: number): string | Uint8Array | Promise<Uint8Array>;
}

const table = (make: (i: number) => Row, delimiter?: string, more?: Parameters<typeof separated>[2]) => (n: number) =>
  separated(times(n, make), delimiter, more);

async function xlsx(n: number): Promise<Uint8Array> {
  const rows = times(n, others.own);
  return writeXlsx({
    sheets: [{ name: 'Sheet', rows: [Object.keys(rows[0] ?? {}), ...rows.map((r) => Object.values(r))] }],
  });
}

const trailingComma = (csv: string): string => csv.replace(/(?<=.)\n(?=\d)|\n$/g, ',\n').replace(',\n', '\n');
const hxl =
  '#event+id,#date,#adm1+name,#loc+name,#geo+lat,#geo+lon,#country+name,#event+type,,#affected+killed,#affected+injured,#description,#meta+source,';

export const layouts: readonly Layout[] = [
  { name: 'Sitrep’s export, CSV', format: 'export', extension: 'csv', make: exportAs('csv') },
  { name: 'Sitrep’s export, XLSX', format: 'export', extension: 'xlsx', make: exportAs('xlsx') },
  { name: 'Sitrep’s export, GeoJSON', format: 'export', extension: 'geojson', make: exportAs('geojson') },
  { name: 'Sitrep’s export, JSON', format: 'records', extension: 'json', make: exportAs('json') },
  { name: 'UCDP GED, yearly', format: 'ucdp', extension: 'csv', make: table(others.ucdp) },
  {
    name: 'UCDP GED, HDX with tags',
    format: 'ucdp',
    extension: 'csv',
    make: table(others.ucdp, ',', { second: `#event+code,#date+year${','.repeat(23)}` }),
  },
  {
    name: 'UCDP GED, web export',
    format: 'ucdp',
    extension: 'csv',
    make: (n) => trailingComma(table(others.ucdpWeb)(n)),
  },
  { name: 'UCDP GED, GeoJSON', format: 'ucdp', extension: 'geojson', make: (n) => geojson(times(n, others.ucdp)) },
  { name: 'ACLED since 2023', format: 'acled', extension: 'csv', make: table(acled.current) },
  { name: 'ACLED 2018 to 2023', format: 'acled', extension: 'csv', make: table(acled.numbered, ';') },
  { name: 'ACLED 2016, with an index', format: 'acled', extension: 'csv', make: table(acled.indexed) },
  { name: 'ACLED 2015, capitals', format: 'acled', extension: 'csv', make: table(acled.capitals) },
  { name: 'ACLED, extract without ids', format: 'acled', extension: 'csv', make: table(acled.extract) },
  { name: 'ACLED, page of the API', format: 'acled', extension: 'json', make: (n) => page(times(n, acled.current)) },
  { name: 'GTD', format: 'gtd', extension: 'csv', make: table(others.gtd) },
  {
    name: 'GDELT 2.0 events, raw',
    format: 'gdelt',
    extension: 'CSV',
    make: table(others.gdelt, '\t', { header: false }),
  },
  { name: 'ICEWS, Dataverse', format: 'icews', extension: 'tab', make: table(others.icews, '\t') },
  {
    name: 'Insecurity Insight, health care',
    format: 'insecurity-insight',
    extension: 'csv',
    make: table(others.health),
  },
  {
    name: 'Insecurity Insight, aid workers',
    format: 'insecurity-insight',
    extension: 'csv',
    make: table(others.aidWorkers),
  },
  { name: 'Ushahidi 2', format: 'ushahidi', extension: 'csv', make: table(others.ushahidi) },
  { name: 'ReliefWeb API', format: 'reliefweb', extension: 'json', make: others.reliefweb },
  { name: 'RSS', format: 'feed', extension: 'xml', make: others.rss },
  { name: 'Atom', format: 'feed', extension: 'xml', make: others.atom },
  { name: 'a table of one’s own, CSV', format: 'mapped', extension: 'csv', make: table(others.own) },
  {
    name: 'a table of one’s own, HXL tags',
    format: 'mapped',
    extension: 'csv',
    make: table(others.own, ',', { second: hxl }),
  },
  { name: 'a table of one’s own, XLSX', format: 'mapped', extension: 'xlsx', make: xlsx },
  {
    name: 'a table of one’s own, JSON',
    format: 'mapped',
    extension: 'json',
    make: (n) => JSON.stringify(times(n, others.own)),
  },
];
