import { type Incident, incident } from '../../src/incidents/incident.ts';
import { seeded } from '../support/seeded.ts';

/** Provinces with their towns, and who fights whom, of each country: `[sides]`, and whose attacks on civilians there are. */
const world = {
  Iraq: {
    provinces: {
      'Ninawa province': ['Mosul town', 'Tal Afar town'],
      'Al Anbar province': ['Fallujah town', 'Ramadi town'],
      'Baghdad province': ['Baghdad city'],
    },
    sides: [['Government of Iraq', 'IS']],
    attackers: ['IS'],
  },
  Syria: {
    provinces: {
      'Aleppo governorate': ['Aleppo city', 'Manbij town'],
      'Homs governorate': ['Homs city'],
      'Idlib governorate': ['Idlib city'],
    },
    sides: [
      ['Government of Syria', 'IS'],
      ['Government of Syria', 'Syrian insurgents'],
      ['IS', 'Syrian insurgents'],
    ],
    attackers: ['Government of Syria', 'IS'],
  },
  Nigeria: {
    provinces: {
      'Borno state': ['Maiduguri town', 'Gwoza town'],
      'Kaduna state': ['Kaduna town'],
      'Plateau state': ['Jos town'],
    },
    sides: [
      ["Jama'atu Ahlis Sunna Lidda'awati wal-Jihad", 'Government of Nigeria'],
      ['Fulani', 'Berom'],
    ],
    attackers: ["Jama'atu Ahlis Sunna Lidda'awati wal-Jihad", 'Fulani'],
  },
  Mexico: {
    provinces: { 'Guanajuato state': ['Celaya town'], 'Jalisco state': ['Guadalajara city'] },
    sides: [['Jalisco Cartel New Generation', 'Santa Rosa de Lima Cartel']],
    attackers: ['Jalisco Cartel New Generation'],
  },
} as const;

const day = (n: number) => new Date(Date.UTC(2013, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const kindOf = (sides: readonly string[]) =>
  sides.some((side) => side.startsWith('Government of')) ? 'state-based' : 'non-state';

/** So many incidents of 2013 to 2017 in four countries, coded as UCDP codes them: the same each time. */
export function madeIncidents(most: number): Incident[] {
  const random = seeded(25);
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  return Array.from({ length: most }, (_, n) => {
    const [country, { provinces, sides, attackers }] = one(Object.entries(world));
    const [admin1, towns] = one(Object.entries(provinces));
    const first = Math.floor(random() * 1826);
    const last = Math.min(1825, first + (random() < 0.1 ? Math.floor(random() * 50) : 0));
    const attacked = random() < 0.3;
    const pair = one<readonly string[]>(sides);
    const attacker = one<string>(attackers);
    const killed = 1 + Math.floor(40 * random() ** 4);
    const civilians = attacked ? killed : Math.floor(killed * random() * 0.4);
    const coarse = random() < 0.1;
    const figure = (best: number) => ({ low: best, best, high: best + 1 });
    return incident.parse({
      kind: 'incident',
      id: `ucdp:${n + 1}`,
      when: { start: day(first), end: day(last), precision: 'day' },
      where: {
        country,
        admin1,
        admin2: `${admin1.split(' ')[0]} district ${n % 2}`,
        place: coarse ? admin1 : one<string>(towns),
        precision: coarse ? 'province' : 'exact',
      },
      eventTypes: [attacked ? 'one-sided' : kindOf(pair)],
      actors: attacked
        ? [
            { actor: attacker, role: 'attacker', side: 1 },
            { actor: 'Civilians', role: 'victim', side: 2 },
          ]
        : pair.map((actor, side) => ({ actor, role: 'party', side: side + 1 })),
      casualties: [
        { group: 'all', killed: figure(killed), by: 'UCDP' },
        { group: 'civilians', killed: { low: civilians, best: civilians, high: civilians }, by: 'UCDP' },
      ],
      reports: [{ publisher: 'Reuters' }],
      conflict: attacked ? `${attacker} - Civilians` : pair.join(' - '),
    });
  });
}
