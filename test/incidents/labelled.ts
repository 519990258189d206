import type { Incident } from '../../src/incidents/incident.ts';
import { told } from './world.ts';

type Telling = [
  day: string,
  place: string,
  lat: number,
  lon: number,
  type: string,
  actors: string,
  killed: number | undefined,
  headline?: string,
];

/** Made up by hand: the same event as two newsrooms would log it, and pairs that only look like it. */
const labelled: { same: boolean; one: Telling; other: Telling }[] = [
  {
    same: true,
    one: ['2019-03-04', 'Gao', 16.27, -0.04, 'suicide-bombing', 'JNIM', 7],
    other: ['2019-03-04', 'Gao town', 16.26, -0.05, 'car-bomb', "Jama'at Nasr al-Islam wal Muslimin", 7],
  },
  {
    same: true,
    one: [
      '2018-11-20',
      'Kabul',
      34.53,
      69.17,
      'suicide-bombing',
      '',
      55,
      'Bomber strikes religious gathering in Kabul',
    ],
    other: [
      '2018-11-20',
      'Kabul city',
      34.52,
      69.18,
      'bombing',
      'unidentified gunmen',
      50,
      'Bomber strikes religious gathering in Kabul',
    ],
  },
  {
    same: true,
    one: ['2020-05-12', 'Jalalabad', 34.43, 70.45, 'suicide-bombing', 'Islamic State', 32],
    other: ['2020-05-12', 'Jalalabad', 34.42, 70.46, 'attack-on-civilians', 'IS', 26],
  },
  {
    same: true,
    one: ['2017-10-14', 'Mogadishu', 2.04, 45.34, 'car-bomb', 'al-Shabaab', 587],
    other: ['2017-10-14', 'Mogadishu', 2.05, 45.32, 'bombing', 'Al Shabaab', 512],
  },
  {
    same: true,
    one: ['2015-07-17', 'Khan Bani Saad', 33.57, 44.54, 'car-bomb', 'Islamic State', 120],
    other: ['2015-07-17', 'Khan Bani Sad', 33.58, 44.53, 'one-sided', 'IS', 120],
  },
  {
    same: true,
    one: ['2021-03-24', 'Palma', -10.77, 40.47, 'armed-assault', 'Islamic State', 61],
    other: ['2021-03-24', 'Palma', -10.78, 40.48, 'attack-on-civilians', 'ISIS', 61],
  },
  {
    same: true,
    one: [
      '2016-08-09',
      'Quetta',
      30.18,
      67.0,
      'suicide-bombing',
      'TTP',
      70,
      'Dozens of lawyers killed at Quetta hospital',
    ],
    other: [
      '2016-08-08',
      'Quetta',
      30.19,
      67.01,
      'bombing',
      'Tehrik-i-Taliban Pakistan',
      70,
      'Dozens of lawyers killed at Quetta hospital',
    ],
  },
  {
    same: true,
    one: ['2014-02-15', 'Izghe', 10.96, 13.3, 'armed-assault', 'Boko Haram', 106],
    other: [
      '2014-02-15',
      'Izghe village',
      10.95,
      13.31,
      'one-sided',
      "Jama'atu Ahlis Sunna Lidda'awati wal-Jihad",
      106,
    ],
  },
  {
    same: true,
    one: ['2022-06-05', 'Owo', 7.2, 5.59, 'armed-assault', '', 40, 'Gunmen attack church in Owo'],
    other: ['2022-06-05', 'Owo', 7.19, 5.58, 'attack-on-civilians', '', 40, 'Gunmen attack church in Owo'],
  },
  {
    same: true,
    one: ['2018-10-03', 'Djibo', 14.1, -1.63, 'roadside-bomb', '', 6],
    other: ['2018-10-03', 'Djibo', 14.11, -1.62, 'bombing', 'soldiers of Burkina Faso', 6],
  },
  {
    same: false,
    one: ['2019-05-10', 'Kandahar', 31.61, 65.71, 'airstrike', 'Government of Afghanistan', 9],
    other: ['2019-05-10', 'Kandahar', 31.6, 65.7, 'suicide-bombing', 'Taliban', 4],
  },
  {
    same: false,
    one: ['2016-05-17', 'Baghdad', 33.34, 44.4, 'car-bomb', 'IS', 41],
    other: ['2016-05-18', 'Baghdad', 33.4, 44.3, 'suicide-bombing', 'IS', 6],
  },
  {
    same: false,
    one: ['2020-02-02', 'Idlib', 35.93, 36.63, 'airstrike', 'Government of Syria', 14],
    other: ['2020-02-03', 'Saraqib', 35.86, 36.8, 'airstrike', 'Government of Turkey', 13],
  },
  {
    same: false,
    one: ['2015-04-02', 'Garissa', -0.45, 39.64, 'armed-assault', 'al-Shabaab', 148],
    other: ['2015-04-03', 'Wajir', 1.75, 40.06, 'armed-assault', 'al-Shabaab', 3],
  },
  {
    same: false,
    one: ['2021-08-26', 'Kabul', 34.56, 69.21, 'suicide-bombing', 'Islamic State', 183],
    other: ['2021-08-29', 'Kabul', 34.55, 69.2, 'drone-strike', 'Government of United States of America', 10],
  },
  {
    same: false,
    one: ['2018-06-01', 'Jos', 9.92, 8.89, 'armed-assault', 'Fulani', 12],
    other: ['2018-06-01', 'Jos', 9.93, 8.88, 'protest', '', 0],
  },
  {
    same: false,
    one: ['2017-03-22', 'Mosul', 36.34, 43.13, 'airstrike', 'Government of United States of America', 200],
    other: ['2017-03-22', 'Mosul', 36.35, 43.14, 'suicide-bombing', 'IS', 8],
  },
  {
    same: false,
    one: ['2019-07-01', 'Tripoli', 32.88, 13.19, 'airstrike', 'Forces of Khalifa Haftar', 53],
    other: ['2019-07-01', 'Tripoli', 32.85, 13.2, 'artillery', 'Government of National Accord forces', 2],
  },
  {
    same: false,
    one: ['2014-06-11', 'Donetsk', 48.0, 37.8, 'armed-assault', 'DPR', 1],
    other: ['2014-06-13', 'Donetsk', 48.01, 37.81, 'armed-assault', 'DPR', 5],
  },
  {
    same: false,
    one: ['2022-04-08', 'Kramatorsk', 48.72, 37.56, 'missile', 'Government of Russia (Soviet Union)', 60],
    other: ['2022-04-10', 'Dnipro', 48.46, 35.04, 'missile', 'Government of Russia (Soviet Union)', 1],
  },
  {
    same: false,
    one: ['2013-09-21', 'Nairobi', -1.26, 36.8, 'armed-assault', 'al-Shabaab', 67],
    other: ['2013-09-22', 'Nairobi', -1.29, 36.82, 'mob-violence', '', 1],
  },
  {
    same: false,
    one: ['2020-11-28', 'Koshobe', 11.9, 13.2, 'one-sided', 'Boko Haram', 76],
    other: ['2020-11-26', 'Maiduguri', 11.85, 13.16, 'state-based', 'Boko Haram', 4],
  },
];

const incidentOf = (
  id: string,
  [day, place, lat, lon, type, actors, killed, headline]: Telling,
  by: string,
): Incident =>
  told(id, {
    day,
    place,
    lat,
    lon,
    type,
    ...(killed === undefined ? {} : { killed }),
    actors: actors ? [actors] : [],
    by,
    country: 'somewhere',
    more: { reports: [{ publisher: by, ...(headline ? { headline } : {}) }] },
  });

export const labelledIncidents: Incident[] = labelled.flatMap(({ one, other }, n) => [
  incidentOf(`desk:${n}`, one, 'Desk'),
  incidentOf(`wire:${n}`, other, 'Wire'),
]);
export const labelledSame = new Map(
  labelled.flatMap(({ same }, n) => (same ? [[`wire:${n}`, `desk:${n}`] as const] : [])),
);
