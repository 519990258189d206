import type { EntityLinker, PlaceCandidate } from '../entities/entity-linker.ts';
import type { Where } from '../incidents/incident.ts';
import type { PlaceReading } from '../reading/readers/exact-names.ts';
import { findMentions, findUnlistedName } from './mentions.ts';

/** The place that a sentence gives for an event. */
export interface LocationMention {
  where?: Where;
  /** "en route from Basra". */
  route?: string;
}

const filler = "(?: (?!(?:and|or|by|to|said|told|from|for|with)\\b)[\\p{L}\\p{N}'-]+){0,4}";
const located = new RegExp(
  `(?:\\b(?:in|near|at|over|outside|around|across|inside|throughout|within|off|between|towards?|north|south|east|west|km|kilomet(?:er|re)s|miles|hit|struck|shelled|bombed|attacked|targeted|stormed|rocked|capital|(?:town|city|village|district|province|state|region|suburb|area|areas|parts|port|outskirts|edge|border|part|centre|center|streets|neighbou?rhood|county|territory|governorate)(?: of)?)(?: of| from)?(?: the)?${filler}(?: (?:cities|towns|villages|city|town|village|capital|state|province|district) of)?|,|'s|\\band)(?: the)? ?$`,
  'iu',
);
const away =
  /\b(?:en route (?:from|to)|on (?:its|their|the) way (?:from|to)|travel(?:l?ing|l?ed) (?:from|to)|coming from|heading (?:to|for)|bound for|flown to|taken to (?:a )?hospitals? in|told [\w ]+ in|fled to|returning from|from)(?: the)? $/i;
const dayBased =
  /\b(?:told|said|spokes\w+|speaking|statement|based|conference|reporters|ministry|embassy|hospital)\b[^,;]{0,25}\b(?:in|from) $/i;

const depth: Record<PlaceCandidate['level'], number> = {
  'world-region': 0,
  region: 1,
  country: 2,
  admin1: 3,
  admin2: 4,
  town: 5,
  site: 5,
};

const countryOf = (c: PlaceCandidate) => (c.level === 'world-region' || c.level === 'region' ? undefined : c.country);

/** The candidate that lies in the country the sentence or the report names, where one does. */
function bestOf(reading: PlaceReading, names: EntityLinker, countries: readonly string[]): PlaceCandidate {
  const [first] = reading.value.candidates as [PlaceCandidate];
  const known = first.population > 300_000 || first.incidents > 0;
  if (first.level === 'country' || countries.length === 0 || (known && first.level !== 'admin2')) return first;
  for (const country of countries) {
    const found = reading.value.candidates.find((c) => countryOf(c) === country);
    if (found) return found;
    const said = reading.words.replace(/^the (?:city|town|village|state|province) of /i, '');
    const more = names.places(said, {
      country,
      exact: true,
      limit: 8,
      ...(reading.value.level ? { level: reading.value.level } : {}),
    });
    const there = more.find((c) => countryOf(c) === country);
    if (there) return there;
  }
  return first;
}

const precisionOf = (c: PlaceCandidate, near: boolean): Where['precision'] =>
  c.level === 'country' || c.level === 'world-region' || c.level === 'region'
    ? c.level === 'region'
      ? 'line'
      : 'country'
    : c.level === 'admin1'
      ? 'province'
      : c.level === 'admin2'
        ? 'district'
        : near
          ? 'near'
          : 'exact';

const pointOf = (c: PlaceCandidate) => (c.lat === undefined || c.lon === undefined ? {} : { lat: c.lat, lon: c.lon });

const writtenName = ({ words }: PlaceReading) =>
  words
    .replace(/^(?:the )?(?:cit(?:y|ies)|towns?|villages?|capital) of |,? (?:city|town|village)$/i, '')
    .replace(/^the /i, '');

/** A place in a record, with the district, province and country that contain it. */
function whereOf(fine: PlaceCandidate, said: string, wider: readonly PlaceCandidate[], near: boolean): Where {
  const of = (level: PlaceCandidate['level']) => wider.find((c) => c.level === level)?.name;
  const country = fine.level === 'country' ? fine.name : (fine.country ?? of('country'));
  const admin1 = fine.level === 'admin1' ? fine.name : (of('admin1') ?? undefined);
  const admin2 = fine.level === 'admin2' ? fine.name : of('admin2');
  const isTown = depth[fine.level] === 5;
  return {
    ...(isTown ? { place: said } : fine.level === 'region' ? { description: fine.name } : {}),
    ...(admin2 ? { admin2 } : {}),
    ...(admin1 ? { admin1 } : {}),
    ...(country ? { country } : {}),
    ...pointOf(fine),
    precision: precisionOf(fine, near),
    basis: 'source',
  };
}

const betweenTwo = /\bbetween (?:the (?:\w+ )?(?:towns?|cit(?:y|ies)|villages?) of )?$/i;

function lineOf(
  text: string,
  [a, b]: readonly { reading: PlaceReading; best: PlaceCandidate }[],
  more: PlaceCandidate[],
): Where | undefined {
  if (!a || !b || a.best.lat === undefined || b.best.lat === undefined || depth[a.best.level] < 3) return undefined;
  const lead = text.slice(0, a.reading.start);
  const joint = text.slice(a.reading.end, b.reading.start);
  const road = /\b(?:road|highway|route)\b[^,;]{0,30}\b(?:from|between|linking|connecting) $/i.test(lead);
  if (!((betweenTwo.test(lead) || road) && /^ (?:and|to|with) (?:the )?$/i.test(joint))) return undefined;
  const point = ({ reading, best }: typeof a) => ({
    name: writtenName(reading),
    lat: best.lat as number,
    lon: best.lon as number,
  });
  const country = a.best.country ?? more.find((c) => c.level === 'country')?.name;
  return { ...(country ? { country } : {}), precision: 'line', between: [point(a), point(b)], basis: 'source' };
}

/** Where a sentence says that something happened. `countries`: those in its report, the most likely first. */
export function readLocation(
  text: string,
  places: readonly PlaceReading[],
  names: EntityLinker,
  countries: readonly string[],
): LocationMention {
  const routeAt = places.find(
    (p) =>
      away.test(text.slice(0, p.start)) &&
      /en route|way|travel|coming|heading|bound/i.test(text.slice(0, p.start).match(away)?.[0] ?? ''),
  );
  const here = places.filter((p) => {
    const lead = text.slice(0, p.start);
    return (
      (located.test(lead) &&
        !away.test(lead) &&
        !dayBased.test(lead) &&
        !/^(?:'s? |-)(?!\w+ (?:province|district|state|region|city|town|village|capital))/i.test(text.slice(p.end))) ||
      (lead === '' && /^(?::|,| -)/.test(text.slice(p.end)))
    );
  });
  const said = here
    .filter((p) => p.value.candidates[0]?.level === 'country')
    .map((p) => p.value.candidates[0]?.name as string);
  const all = here.map((reading) => ({ reading, best: bestOf(reading, names, [...said, ...countries]) }));
  const wider = all.map((a) => a.best);
  const start = all.findIndex(
    (a) =>
      betweenTwo.test(text.slice(0, a.reading.start)) ||
      /\b(?:from|between|linking|connecting) $/i.test(text.slice(0, a.reading.start)),
  );
  const line = lineOf(text, start < 0 ? [] : [all[start] as (typeof all)[number], ...all.slice(start + 1)], wider);
  const route = routeAt
    ? { route: `${text.slice(0, routeAt.start).match(away)?.[0] ?? 'from '}${routeAt.words}`.trim() }
    : {};
  if (line) return { where: line, ...route };
  const finest = all.reduce<(typeof all)[number] | undefined>(
    (best, one) => (best === undefined || depth[one.best.level] > depth[best.best.level] ? one : best),
    undefined,
  );
  const extra = findUnlistedName(text, places);
  if (!finest)
    return {
      ...(extra ? { where: { description: extra, precision: 'unknown', basis: 'source' } as Where } : {}),
      ...route,
    };
  const near = /\b(?:near|outside|close to|outskirts of|around|km|kilomet(?:er|re)s|miles)\b[^,;]{0,30}$/i.test(
    text.slice(0, finest.reading.start),
  );
  const where = whereOf(
    finest.best,
    writtenName(finest.reading),
    wider.filter((c) => c !== finest.best && c.country === finest.best.country),
    near,
  );
  if (!extra) return { where, ...route };
  const { place: town, ...rest } = where;
  // "in Ganthier, east of Port-au-Prince": somewhere near the known town.
  return { where: { ...rest, description: extra, precision: town ? 'near' : where.precision }, ...route };
}

/** A place as typed in a form: "Samawah, Iraq", "between Diwaniya and Samawah", "near Mosul"; undefined if unknown. */
export function parsePlace(words: string, names: EntityLinker): Where | undefined {
  const text = /^(?:in|near|at|between|outside|around|on) /i.test(words) ? words : `in ${words}`;
  const { places } = findMentions(text, names, []);
  const countries = places.flatMap(
    ({
      value: {
        candidates: [c],
      },
    }) => (c?.level === 'country' ? [c.name] : []),
  );
  const { where } = readLocation(text, places, names, countries);
  if (where && (where.country || where.between)) return where;
  const [best] = names.places(words, { limit: 1 });
  return best && best.score >= 0.9 ? whereOf(best, best.name, [], false) : undefined;
}
