import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { rowOf } from '../../../src/entities/gazetteer/row.ts';
import { knownActors } from '../../../src/incidents/known-actors.ts';
import { randomFrom } from './random.ts';

// Countries as ACLED has them, the most events first.
const codes =
  'SY UA IN MX YE IQ MM PK BR NG AF SO CO PS CD SD TR PH ML ET BF IR LB CM BD CF IL SS LY EG MZ KE VE DZ NE ZA HT TD UG BI RU TH ID LK NP TN GT HN ZW SN'.split(
    ' ',
  );

interface Town {
  place: string;
  admin1: string;
  lat: number;
  lon: number;
}
export interface Country {
  name: string;
  code: string;
  /** Provinces, the most events first. */
  provinces: { name: string; towns: Town[] }[];
  /** Armed groups and the government, the most active first. */
  groups: string[];
}

const townsOfCountry = 900;
const file = new URL('../../../data/gazetteer.tsv.br', import.meta.url);

/** Countries, provinces and towns of the gazetteer, groups of data/actors: names that questions can be linked to. */
export function madeWorld(): Country[] {
  const random = randomFrom(7);
  const rows = brotliDecompressSync(readFileSync(file)).toString().split('\n').map(rowOf);
  const provinces = new Map(rows.filter((r) => r.level === 'admin1' && r.admin1).map((r) => [r.admin1, r.name]));
  const towns = Map.groupBy(
    rows.filter((r) => r.level === 'town' && r.lat !== undefined && provinces.has(r.admin1)),
    (r) => r.country,
  );
  const names = new Map(rows.filter((r) => r.level === 'country').map((r) => [r.country, r.name]));
  return codes.map((code) => {
    const name = names.get(code) ?? code;
    const known = [...(towns.get(code) ?? [])].sort((a, b) => b.population - a.population).slice(0, townsOfCountry);
    const of = Map.groupBy(known, (r) => provinces.get(r.admin1) as string);
    const list = [...of].map(([admin1, own]) => ({
      name: admin1,
      towns: own.map((r) => ({ place: r.name, admin1, lat: r.lat as number, lon: r.lon as number })),
      weight: random.next(),
    }));
    list.sort((a, b) => b.weight - a.weight);
    const local = list.map((p) => `${p.name} Communal Militia (${name})`);
    return { name, code, provinces: list, groups: [...groupsOf(name), ...local, `Unidentified Armed Group (${name})`] };
  });
}

function groupsOf(country: string): string[] {
  const own = knownActors.filter((a) => a.country === country && a.datasetNames.length > 0);
  const government = `Government of ${country}`;
  return [...new Set([government, ...own.map((a) => a.datasetNames[0] as string)])];
}
