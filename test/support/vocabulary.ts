import type { Vocabulary } from '../../src/incidents/data-profile.ts';

// What a store of some size would hold, so that names are weighed as in use: country, province, towns; counts are made up.
const told: [string, string, string[]][] = [
  ['Iraq', 'Ninawa', ['Mosul']],
  ['Iraq', 'Salah ad Din', ['Samarra', 'Tikrit']],
  ['Iraq', 'Baghdad', ['Baghdad']],
  ['Iraq', 'Al Basrah', ['Basra']],
  ['Iraq', 'Al Anbar', ['Fallujah']],
  ['Iraq', 'Kirkuk', ['Kirkuk']],
  ['Iraq', 'Erbil', ['Erbil']],
  ['Iraq', 'Al Muthanna', ['Samawah']],
  ['Syria', 'Aleppo', ['Aleppo']],
  ['Syria', 'Homs', ['Homs', 'Tadmur']],
  ['Syria', 'Idlib', ['Idlib']],
  ['Syria', 'Raqqa', ['Raqqa']],
  ['Syria', 'Deir ez Zor', ['Deir ez Zor']],
  ['Yemen (North Yemen)', 'Sanaa', ['Sanaa']],
  ['Yemen (North Yemen)', 'Aden', ['Aden']],
  ['Libya', 'Tripoli', ['Tripoli']],
  ['Nigeria', 'Borno', ['Maiduguri']],
  ['Nigeria', 'Lagos', ['Lagos']],
  ['Mali', 'Gao', ['Gao']],
  ['Mali', 'Bamako', ['Bamako']],
  ['Somalia', 'Banaadir', ['Mogadishu']],
  ['South Sudan', 'Central Equatoria', ['Juba']],
  ['DR Congo (Zaire)', 'Nord-Kivu', ['Goma']],
  ['Afghanistan', 'Helmand', ['Lashkar Gah']],
  ['Afghanistan', 'Kandahar', ['Kandahar']],
  ['Afghanistan', 'Kunduz', ['Kunduz']],
  ['Afghanistan', 'Kabul', ['Kabul']],
  ['Pakistan', 'Sindh', ['Karachi']],
  ['Ukraine', 'Donetsk', ['Donetsk']],
  ['Ukraine', 'Kherson', ['Kherson']],
  ['Lebanon', 'Beirut', ['Beirut']],
  ['India', 'Delhi', ['Delhi']],
  ['Egypt', 'North Sinai', ['Arish']],
  ['Israel', 'Jerusalem', ['Jerusalem']],
  ['Israel', 'Gaza Strip', ['Gaza']],
];
const at: Record<string, [number, number]> = {
  Samarra: [34.2, 43.87],
  Tikrit: [34.6, 43.68],
  Mosul: [36.34, 43.13],
  Erbil: [36.19, 44.01],
  Maiduguri: [11.85, 13.16],
  Gao: [16.27, -0.04],
  Bamako: [12.65, -8],
  Kunduz: [36.73, 68.87],
  Tadmur: [34.56, 38.28],
};
const others =
  'Liberia Nepal Peru Haiti Sudan Sri_Lanka Ivory_Coast Mexico Colombia Kenya Ethiopia Uganda Rwanda Cameroon Niger Chad Angola Algeria Philippines Burkina_Faso Turkey Myanmar_(Burma) Russia_(Soviet_Union)'.split(
    ' ',
  );

const place = (
  level: Vocabulary['places'][number]['level'],
  name: string,
  country: string,
  admin1: string | null,
  incidents: number,
) => ({
  level,
  name,
  country,
  admin1,
  incidents,
  lat: at[name]?.[0] ?? null,
  lon: at[name]?.[1] ?? null,
});

export const vocabulary: Vocabulary = {
  version: 99,
  places: [
    ...[...new Set(told.map(([country]) => country)), ...others].map((c) =>
      place('country', c.replaceAll('_', ' '), c.replaceAll('_', ' '), null, 2000),
    ),
    ...told.map(([country, admin1]) => place('admin1', admin1, country, null, 500)),
    ...told.flatMap(([country, admin1, towns]) => towns.map((t) => place('place', t, country, admin1, 400))),
  ] as Vocabulary['places'],
  actors: [],
  sources: [],
};
