import { dayOf, isoOf, type Row } from './write.ts';

export const ucdp = (i: number): Row => ({
  id: 100_000 + i,
  year: dayOf(i).getUTCFullYear(),
  type_of_violence: 1 + (i % 3),
  conflict_name: 'X: Government',
  side_a: 'Government of X',
  side_b: i % 3 === 2 ? 'Civilians' : 'Red Brigade, Blue Brigade',
  number_of_sources: i % 2 ? 2 : -1,
  source_article: `"Wire,${isoOf(i)},They said "no"; then left";"Post,${isoOf(i)},More"`,
  where_prec: 1 + (i % 7),
  where_coordinates: `Town ${i % 50}`,
  adm_1: 'North province',
  adm_2: 'East district',
  latitude: 33 + (i % 100) / 100,
  longitude: 43 + (i % 90) / 100,
  country: 'X',
  date_prec: 1 + (i % 5),
  date_start: `${isoOf(i)} 00:00:00.000`,
  date_end: `${isoOf(i)} 00:00:00.000`,
  deaths_a: 1,
  deaths_b: i % 2,
  deaths_civilians: i % 3,
  deaths_unknown: 0,
  best: 1 + (i % 2) + (i % 3),
  high: 9,
  low: 1,
});

/** The export of UCDP's web page: month first, one field too many in every row. */
export function ucdpWeb(i: number): Row {
  const american = isoOf(i).replace(/(\d{4})-(\d\d)-(\d\d)/, '$2/$3/$1 00:00:00');
  return { ...ucdp(i), date_start: american, date_end: american };
}

const attacks = [
  'Assassination',
  'Armed Assault',
  'Bombing/Explosion',
  'Hijacking',
  'Hostage Taking (Barricade Incident)',
  'Hostage Taking (Kidnapping)',
  'Facility/Infrastructure Attack',
  'Unarmed Assault',
  'Unknown',
];

const claim = (i: number): Row => ({
  claimed: [0, 1, -9, 0][i % 4] as number,
  claimmode_txt: i % 4 === 1 ? 'Posted to website, blog, etc.' : '',
  compclaim: i % 8 === 1 ? 1 : -9,
});

export function gtd(i: number): Row {
  const day = dayOf(i);
  const code = 1 + (i % 9);
  return {
    eventid: `${day.getUTCFullYear()}01${String(10_000_000 + i).slice(-6)}`,
    iyear: day.getUTCFullYear(),
    imonth: i % 11 === 0 ? 0 : day.getUTCMonth() + 1,
    iday: i % 7 === 0 ? 0 : day.getUTCDate(),
    approxdate: i % 7 === 0 ? 'early in the month' : '',
    country_txt: 'X',
    provstate: i % 5 ? 'North' : 'Unknown',
    city: i % 5 ? `Town ${i % 50}` : 'Unknown',
    latitude: i % 5 ? 33.5 : '',
    longitude: i % 5 ? 43.5 : '',
    specificity: 1 + (i % 5),
    vicinity: i % 2 ? 0 : -9,
    summary: `Something happened, number ${i}.`,
    doubtterr: i % 3 ? 0 : 1,
    suicide: i % 9 === 2 ? 1 : 0,
    attacktype1: code,
    attacktype1_txt: attacks[code - 1] ?? '',
    targtype1_txt: 'Police',
    corp1: 'Town Police',
    target1: 'Patrol',
    gname: i % 4 ? 'Red Brigade' : 'Unknown',
    gsubname: '',
    guncertain1: i % 3 === 1 ? 1 : 0,
    ...claim(i),
    weapsubtype1: code === 3 ? 15 : '',
    nkill: ['', 2.5, 2, 3, 4, 5][i % 6] as string | number,
    nkillter: 0,
    nwound: i % 5 === 0 ? -99 : i % 5,
    ishostkid: code === 6 ? 1 : 0,
    nhostkid: code === 6 ? -99 : '',
    scite1: `"Bomb in Town," Wire, January ${1 + (i % 28)}, 2015.`,
  };
}

/** GDELT 2.0: 61 fields; three rows an address. */
export function gdelt(i: number): Row {
  const date = isoOf(i).replaceAll('-', '');
  const fields: (string | number)[] = Array(61).fill('');
  const values: Record<number, string | number> = {
    0: 600_000_000 + i,
    1: date,
    2: date.slice(0, 6),
    3: date.slice(0, 4),
    5: 'COP',
    6: 'POLICE',
    15: 'REB',
    16: 'REBELS',
    25: 1,
    26: ['190', '043', '1831', '057'][i % 4] as string,
    27: '190',
    28: '19',
    51: [4, 1, 0][i % 3] as number,
    52: ['Beirut, Beyrouth, Lebanon', 'Lebanon', ''][i % 3] as string,
    53: 'LE',
    56: 33.8719,
    57: 35.5097,
    59: `${date}234500`,
    60: `https://news.example/world/rebels-and-police-fight-${Math.floor(i / 3)}.html`,
  };
  for (const [at, value] of Object.entries(values)) fields[Number(at)] = value;
  return Object.fromEntries(fields.map((value, at) => [`f${String(at).padStart(2, '0')}`, value]));
}

export const icews = (i: number): Row => ({
  'Event ID': 20_000_000 + i,
  'Event Date': isoOf(i),
  'Source Name': 'Police (X)',
  'Source Sectors': 'Police,Government',
  'Source Country': 'X',
  'Event Text': 'Use conventional military force',
  'CAMEO Code': ['190', '010', '057'][i % 3] as string,
  Intensity: -10,
  'Target Name': 'Red Brigade',
  'Target Sectors': 'Rebel',
  'Target Country': 'X',
  'Story ID': 30_000 + Math.floor(i / 2),
  'Sentence Number': 1 + (i % 2),
  Publisher: 'Wire',
  City: i % 2 ? 'Town' : '',
  District: '',
  Province: 'North',
  Country: 'X',
  Latitude: 33.5,
  Longitude: 43.5,
});

export const health = (i: number): Row => ({
  Date: isoOf(i).replace(/(\d{4})-(\d\d)-(\d\d)/, '$3/$2/$1'),
  'Event Description': `A clinic was struck, number ${i}.`,
  Country: 'X',
  'Country ISO': 'XXX',
  'Admin 1': 'North',
  Latitude: 33.5,
  Longitude: 43.5,
  'Geo Precision': ['Exact', 'Settlement', 'censored'][i % 3] as string,
  'Reported Perpetrator': 'Non-State Actor',
  'Reported Perpetrator Name': i % 2 ? 'Red Brigade' : 'No Information',
  'Weapon Carried/Used': ['Firearms', 'Aerial Bomb: Drone', 'No Information'][i % 3] as string,
  Location: 'Health Building',
  'Looting/Theft/Robbery/Burglary of Health Supplies': i % 4 === 0 ? 1 : 0,
  'Health Workers Killed': i % 3,
  'Health Workers Injured': i % 2,
  'Health Workers Kidnapped': i % 5 === 0 ? 1 : 0,
  'Health Workers Arrested': 0,
  'SiND Event ID': 40_000 + i,
});

export const aidWorkers = (i: number): Row => ({
  Date: isoOf(i),
  'Event Description': `A convoy was stopped, number ${i}.`,
  Country: 'X',
  'Admin 1': 'North',
  Latitude: '',
  Longitude: '',
  'Geo Precision': '',
  'Location of Incident': 'Road',
  'Reported Perpetrator': 'No Information',
  'Reported Perpetrator Name': 'No Information',
  'Weapon Carried/Used': 'Firearms',
  'Organisation Affected': 'Relief Y',
  'Aid Workers Killed': 2,
  'Aid Workers Injured': 0,
  'Aid Workers Kidnapped': 0,
  'Aid Workers Arrested': 0,
  'Female Aid Workers Killed': 1,
  'Male Aid Workers Killed': 1,
  'SiND Event ID': 50_000 + i,
});

export const ushahidi = (i: number): Row => ({
  Serial: i + 1,
  'INCIDENT TITLE': `Road blocked, number ${i}`,
  'INCIDENT DATE': `${isoOf(i)} 17:26:00`,
  LOCATION: 'Town, North',
  DESCRIPTION: 'People say the road\r\nis blocked.',
  CATEGORY: '1. Roads, 1a. Blocked, ',
  LATITUDE: 18.5,
  LONGITUDE: -72.3,
  APPROVED: 'YES',
  VERIFIED: i % 2 ? 'YES' : 'NO',
});

/** A table of one's own, in no known format. */
export const own = (i: number): Row => ({
  'Incident No': `A-${i}`,
  'Date of incident': isoOf(i).replace(/(\d{4})-(\d\d)-(\d\d)/, '$3/$2/$1'),
  Province: 'North',
  Town: `Town ${i % 50}`,
  Lat: 33.5,
  Lon: 43.5,
  Country: 'X',
  'Type of incident': ['Ambush', 'car bomb', 'Something else'][i % 3] as string,
  Perpetrator: 'Red Brigade; Blue Brigade',
  Killed: i % 4,
  Wounded: '',
  Description: `What happened, number ${i}.`,
  Source: 'Wire',
  Remarks: '',
});

const item = (i: number) => ({
  title: `Blast & fire in Town ${i}`,
  link: `https://wire.example/${i}`,
  date: new Date(dayOf(i).getTime() + 36_000_000).toUTCString(),
  text: `<p>Two people were <b>hurt</b>, number ${i}.</p>`,
});
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const rss = (n: number): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example</link>${Array.from(
    { length: n },
    (_, i) => item(i),
  )
    .map(
      ({ title, link, date, text }) =>
        `<item><title>${escaped(title)}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><description>${escaped(text)}</description></item>`,
    )
    .join('\n')}</channel></rss>`;

export const atom = (n: number): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>${Array.from({ length: n }, (_, i) => ({
    ...item(i),
    at: `${isoOf(i)}T10:00:00Z`,
  }))
    .map(
      ({ title, link, text, at }) =>
        `<entry><title>${escaped(title)}</title><id>${link}</id><link rel="self" href="https://post.example/self"/><link href="${link}"/><updated>${at}</updated><summary type="html"><![CDATA[${text}]]></summary></entry>`,
    )
    .join('\n')}</feed>`;

export const reliefweb = (n: number): string =>
  JSON.stringify({
    time: 9,
    links: {},
    totalCount: n,
    count: n,
    data: Array.from({ length: n }, (_, i) => ({
      id: String(4_000_000 + i),
      score: 1,
      href: `https://api.reliefweb.int/v2/reports/${i}`,
      fields: {
        title: `Situation in X, number ${i}`,
        body: `Clashes went on, number ${i}.`,
        date: { created: `${isoOf(i)}T10:00:00+00:00` },
        source: [{ name: 'Relief Y', shortname: 'RY' }, { name: 'Relief Z' }],
        country: [{ name: 'X', iso3: 'xxx' }],
        url: `https://reliefweb.int/node/${i}`,
      },
    })),
  });
