import type { Context } from '../src/app/ports.ts';
import { linkEventType } from '../src/frames/link-event-type.ts';
import type { Amendment } from '../src/incidents/apply-correction.ts';
import { totalsOf } from '../src/incidents/casualty-totals.ts';
import type { Attribution, Casualty, Incident, Where } from '../src/incidents/incident.ts';
import type { Author } from '../src/incidents/incidents.ts';
import { readPeriods } from '../src/reading/period/index.ts';
import { readEventTypes } from '../src/reading/readers/event-type.ts';

/** The value of an option cannot be understood; the message says what is wrong and shows a valid value. */
export class OptionError extends Error {}

/** The options of `correct` as given. */
export interface CorrectionOptions {
  killed?: number;
  low?: number;
  high?: number;
  wounded?: number;
  date?: string;
  place?: string;
  lat?: number;
  lon?: number;
  type?: string;
  title?: string;
  claimedBy?: string;
  blamed?: string;
  deniedBy?: string;
  source?: string;
  confirmed: boolean;
}

function whenOf(date: string, { asker, askedAt }: Context): NonNullable<Amendment['now']['when']> {
  const found = readPeriods(date, { now: askedAt, zone: asker.timeZone, locale: asker.locale });
  const { start, end } = found[0]?.value ?? { start: null, end: null };
  if (found.length !== 1 || start === null || end === null)
    throw new OptionError(`“${date}” is not a date that I can read; use one like 11 July 2020 or 3 to 5 March 2016.`);
  const day = (iso: string, back: number) => new Date(Date.parse(iso.slice(0, 10)) - back).toISOString().slice(0, 10);
  const last = end.includes('T') ? day(end, 0) : day(end, 86_400_000);
  const days = (Date.parse(last) - Date.parse(start.slice(0, 10))) / 86_400_000;
  const precision = days === 0 ? 'day' : days < 7 ? 'week' : days < 32 ? 'month' : 'year';
  return { start: start.slice(0, 10), end: last, precision, basis: 'source' };
}

const precisions: Record<string, Where['precision']> = {
  town: 'exact',
  site: 'exact',
  admin2: 'district',
  admin1: 'province',
  country: 'country',
};

/**
 * The place with this name or key as the data itself writes it, so that questions find the incident there, and with its
 * province if the data has it. Throws OptionError if nothing is similar enough (score below 0.85).
 */
async function placeOf(
  place: string,
  country: string | undefined,
  { names, incidents }: Context['bot'],
): Promise<Where> {
  const vocabulary = await incidents.vocabulary();
  names.setVocabulary(vocabulary);
  const [found] = [names.place(place) ?? [], names.places(place, { limit: 1, ...(country ? { country } : {}) })].flat();
  const precision = found && precisions[found.level];
  if (!found || !precision || found.score < 0.85)
    throw new OptionError(`I do not know the place “${place}”. Check the spelling, or give lat and lon as well.`);
  const named = found.dataNames[0] ?? found.name;
  const twin = vocabulary.places.find(
    (p) => p.level === 'place' && p.name === named && found.countries.includes(p.country ?? ''),
  );
  const province = twin?.admin1 ? { admin1: twin.admin1 } : {};
  const levels: Partial<Record<Where['precision'], Partial<Where>>> = {
    exact: { place: named, ...province },
    district: { place: named, admin2: named, ...province },
    province: { admin1: named },
  };
  const pointed = found.lat !== undefined && found.lon !== undefined;
  return {
    ...levels[precision],
    country: found.countries[0] ?? found.country ?? country,
    ...(pointed ? { lat: found.lat, lon: found.lon } : {}),
    precision,
    basis: 'source',
  };
}

async function whereOf({ place, lat, lon }: CorrectionOptions, { where }: Incident, { bot }: Context): Promise<Where> {
  const named = place === undefined ? where : await placeOf(place, where.country, bot);
  return lat === undefined || lon === undefined ? named : { ...named, lat, lon, precision: 'exact' };
}

function typeOf(name: string, { eventTypes }: Incident): string[] {
  const [chosen = readEventTypes(name).toSorted((a, b) => b.words.length - a.words.length)[0]?.value] =
    linkEventType(name) ?? [];
  if (!chosen)
    throw new OptionError(
      `“${name}” is not a kind of incident that I know; use one like airstrike, ambush or protest.`,
    );
  return [chosen, ...eventTypes.slice(1).filter((type) => type !== chosen)];
}

function casualtyOf(
  { killed, low, high, wounded }: CorrectionOptions,
  record: Incident,
  by: string,
): Casualty | undefined {
  const harm = [killed, low, high].some((n) => n !== undefined);
  if (!harm && wounded === undefined) return undefined;
  const totals = totalsOf(record);
  const best = killed ?? totals.best ?? low ?? high ?? 0;
  const figure = {
    low: low ?? Math.min(best, killed ?? totals.low ?? best),
    best,
    high: high ?? Math.max(best, killed ?? totals.high ?? best),
  };
  if (harm && (figure.low > best || figure.high < best))
    throw new OptionError(
      `The best estimate must lie between the lowest and the highest: ${figure.low}, ${best}, ${figure.high}.`,
    );
  return {
    group: 'all',
    ...(harm ? { killed: figure } : {}),
    ...(wounded === undefined ? {} : { wounded: { low: wounded, best: wounded, high: wounded } }),
    by,
  };
}

function claimsOf({ claimedBy, blamed, deniedBy }: CorrectionOptions, by: string): Attribution[] {
  const claim = (actor: string | undefined, status: Attribution['status']): Attribution[] =>
    actor ? [{ actor, status, by }] : [];
  return [...claim(claimedBy, 'claimed'), ...claim(blamed, 'blamed'), ...claim(deniedBy, 'denied')];
}

/** Turns the options of `correct` into one amendment of the record, made by `author`. Throws OptionError. */
export async function parseCorrection(
  record: Incident,
  options: CorrectionOptions,
  author: Author,
  context: Context,
): Promise<Amendment> {
  const by = options.source ?? `${author.by} (correction)`;
  if ((options.lat === undefined) !== (options.lon === undefined)) throw new OptionError('Give lat and lon together.');
  const now: Amendment['now'] = {
    ...(options.title ? { title: options.title } : {}),
    ...(options.date ? { when: whenOf(options.date, context) } : {}),
    ...(options.place || options.lat !== undefined ? { where: await whereOf(options, record, context) } : {}),
    ...(options.type ? { eventTypes: typeOf(options.type, record) } : {}),
  };
  const casualty = casualtyOf(options, record, by);
  const attributions = claimsOf(options, by);
  if (Object.keys(now).length === 0 && !casualty && attributions.length === 0 && !options.confirmed)
    throw new OptionError('Say what to correct, for example --killed 12, --date "11 July 2020" or --confirmed.');
  return {
    ...author,
    now,
    ...(casualty ? { casualty } : {}),
    ...(attributions.length ? { attributions } : {}),
    ...(options.confirmed ? { confirmed: true } : {}),
  };
}
