const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const codes = new Map(
  letters.flatMap((a) =>
    letters.flatMap((b): [string, string][] => {
      const name = english.of(a + b);
      return name ? [[name, a + b]] : [];
    }),
  ),
);
/** As datasets and Natural Earth call them. */
const others: Record<string, string> = {
  AG: 'Antigua and Barbuda',
  BA: 'Bosnia-Herzegovina',
  BS: 'The Bahamas',
  CD: 'DR Congo;Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  CI: 'Ivory Coast',
  CZ: 'Czech Republic',
  FM: 'Federated States of Micronesia',
  GW: 'Guinea Bissau',
  HK: 'Hong Kong S.A.R.',
  MK: 'Macedonia;Macedonia, FYR',
  MM: 'Myanmar',
  RS: 'Republic of Serbia',
  SH: 'Saint Helena',
  SS: 'S. Sudan',
  ST: 'Sao Tome and Principe',
  SZ: 'Swaziland;Kingdom of eSwatini',
  TL: 'East Timor',
  TR: 'Turkey',
  TZ: 'United Republic of Tanzania',
  US: 'United States of America',
};
for (const [code, names] of Object.entries(others)) for (const name of names.split(';')) codes.set(name, code);

/** "Bosnia and Herzegovina" is "Bosnia & Herzegovina", and "Yemen (North Yemen)" Yemen, where such a name alone is none. */
const codeOf = (name: string): string | undefined =>
  codes.get(name) ??
  codes.get(name.replace(/ and (?:the )?/, ' & ').replace(/^Saint /, 'St. ')) ??
  codes.get(name.replace(/ \(.*\)$/, ''));

/** Lands that the standard has no code for. */
const lands: Record<string, Record<string, string>> = {
  'West Bank': { fr: 'Cisjordanie', ar: 'الضفة الغربية' },
  'Gaza Strip': { fr: 'Bande de Gaza', ar: 'قطاع غزة' },
  Somaliland: { fr: 'Somaliland', ar: 'أرض الصومال' },
  'Northern Cyprus': { fr: 'Chypre du Nord', ar: 'شمال قبرص' },
};

/** A country by its name in a language, from its English one; a name that is none stays. */
export function countryIn(locale: string, name: string): string {
  const code = codeOf(name);
  const said = code && new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(code);
  return said || lands[name]?.[locale] || name;
}
