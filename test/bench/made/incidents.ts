import type { Dataset, Incident } from '../../../src/incidents/incident.ts';
import { type Random, randomFrom } from './random.ts';
import { type Country, madeWorld } from './world.ts';

export const madeDataset: Dataset = {
  id: 'made',
  name: 'Made-up incidents for measuring',
  licence: 'none',
  citation: 'made up by a seeded generator',
};

const firstDay = Date.parse('1997-01-01');
const lastDay = Date.parse('2026-10-31');
const day = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

// Types with ACLED's rough shares: protests and clashes most, the rest thins out.
const types =
  'protest battle shelling attack-on-civilians airstrike roadside-bomb protest riot mob-violence abduction looting drone-strike arrest suicide-bombing grenade sexual-violence seizure'.split(
    ' ',
  );
const things =
  'market checkpoint convoy hospital school bridge mosque barracks village road farm pipeline church warehouse border prison station camp refinery clinic factory stadium dam mine port airport university courthouse orphanage bakery garage well quarry hotel embassy depot tunnel orchard shrine'.split(
    ' ',
  );
const words =
  'residents reported that the fighters withdrew after several hours and the area was sealed while local officials denied any losses families fled towards the nearby hills and power lines were cut overnight witnesses saw smoke vehicles burned shops stayed closed the day after elders called for calm'.split(
    ' ',
  );
const sources =
  'Reuters|AFP|Radio Dabanga|Local Coordination Committees|Liveuamap|The Guardian|SOHR|Daily Trust|El Universal|Times of India|Xinhua|BBC Monitoring|Dawn|Rudaw|Anadolu Agency|VOA'.split(
    '|',
  );

function when(random: Random): Incident['when'] {
  const at = firstDay + Math.floor(random.next() ** 0.45 * ((lastDay - firstDay) / day)) * day;
  const precision = random.chance(0.86) ? 'day' : random.chance(0.8) ? 'week' : 'month';
  const spread = { day: 0, week: 3, month: 14 }[precision] * day;
  return { start: iso(at - spread), end: iso(at + spread), precision, basis: 'source' };
}

function where(random: Random, country: Country): Incident['where'] {
  const province = random.skewed(country.provinces, 1.8);
  const { place, admin1, lat, lon } = random.skewed(province.towns, 2.6);
  const precision = random.chance(0.75) ? 'exact' : random.chance(0.75) ? 'near' : 'province';
  const jitter = () => (precision === 'exact' ? 0 : Math.round((random.next() - 0.5) * 100) / 1000);
  const at = { lat: lat + jitter(), lon: lon + jitter() };
  return { place, admin1, country: country.name, ...at, precision, basis: 'source' };
}

function sides(random: Random, country: Country, type: string): Incident['actors'] {
  const group = () => random.skewed(country.groups, 3);
  const [a, b] = [group(), group()];
  if (['protest', 'riot', 'mob-violence'].includes(type))
    return [
      { actor: `${type === 'protest' ? 'Protesters' : 'Rioters'} (${country.name})`, role: 'party' },
      ...(random.chance(0.1) ? [{ actor: b, role: 'party' as const }] : []),
    ];
  if (['attack-on-civilians', 'abduction', 'sexual-violence'].includes(type))
    return [
      { actor: a, role: 'attacker' },
      { actor: 'Civilians', role: 'victim' },
    ];
  return a === b
    ? [{ actor: a, role: 'party' }]
    : [
        { actor: a, role: 'party' },
        { actor: b, role: 'party' },
      ];
}

function casualties(random: Random, type: string): Incident['casualties'] {
  if (random.chance(0.62)) return [{ group: 'all', killed: 'none reported', by: 'made' }];
  const best = 1 + Math.floor(random.next() ** 6 * 90);
  const killed = { low: best, best, high: best };
  const civil = ['attack-on-civilians', 'abduction', 'suicide-bombing'].includes(type);
  return [{ group: 'all', killed, by: 'made' }, ...(civil ? [{ group: 'civilians', killed, by: 'made' }] : [])];
}

function notes(random: Random, type: string, { place }: Incident['where'], actors: Incident['actors'], date: string) {
  const tail = Array.from({ length: 14 + random.below(18) }, () => random.any(words)).join(' ');
  const named = actors.map((a) => a.actor).join(' and ');
  const target = random.chance(0.4) ? ` at a ${random.skewed(things, 1.2)}` : '';
  return `On ${date}, ${type.replaceAll('-', ' ')}${target} in ${place}, with ${named}. ${tail}.`;
}

/** Incidents shaped as ACLED's are, the same for the same seed, one after the other. */
export function* madeIncidents(count: number, world = madeWorld(), seed = 1): Generator<Incident> {
  const random = randomFrom(seed);
  for (let n = 1; n <= count; n++) {
    const country = random.skewed(world, 1.7);
    const type = random.skewed(types, 1.6);
    const [time, place, actors] = [when(random), where(random, country), sides(random, country, type)];
    yield {
      kind: 'incident',
      id: `made:${n}`,
      summary: notes(random, type, place, actors, time.start as string),
      when: time,
      where: place,
      eventTypes: type === 'suicide-bombing' ? [type, 'attack-on-civilians'] : [type],
      actors,
      attributions: random.chance(0.02)
        ? [{ actor: actors[0]?.actor as string, status: 'claimed', by: random.skewed(sources) }]
        : [],
      casualties: casualties(random, type),
      reports: [{ publisher: random.skewed(sources) }],
      details: [],
      flags: [],
    };
  }
}
