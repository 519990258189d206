import { numberOf, numberPattern } from '../numbers.ts';
import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

interface Distance {
  km: number;
}
export type DistanceReading = Reading<'distance', Distance>;
export type PointReading = Reading<'point', { lat: number; lon: number }>;

const kilometresPerMile = 1.609344;
const unit = '(km|kms|kilomet(?:er|re)s?|mi|miles?)';
const n = `(${numberPattern}|\\d+\\.\\d+)`;

/** "within 45 km of", "(say 100 km)", "20 miles around", "make it 20 km". Kilometres. */
export const readDistances = (text: string): DistanceReading[] =>
  readAll(
    text,
    'distance',
    new RegExp(
      `\\b(?:(?:with)?in|not more than|no more than|at most|less than|under|up to|radius of|a radius of|not further than|within a radius of)? ?\\(?(?:say |about |around )?${n}[ -]?${unit}\\b(?: radius)?\\)?(?: (?:of|from|around|off|away from|outside))?`,
      'gi',
    ),
    (m) => {
      const km = numberOf(m[1] as string) * ((m[2] as string).toLowerCase().startsWith('mi') ? kilometresPerMile : 1);
      return km > 0 && km <= 2000 ? { value: { km }, score: 0.95 } : undefined;
    },
  );

/** "36.34, 43.13": latitude and longitude in degrees. */
export const readPoints = (text: string): PointReading[] =>
  readAll(
    text,
    'point',
    /(?<![\d.])(-?\d{1,2}\.\d+)°?\s*([NS])?\s*[,; ]\s*(-?\d{1,3}\.\d+)°?\s*([EW])?(?![\d.])/gi,
    (m) => {
      const lat = Number(m[1]) * (m[2]?.toUpperCase() === 'S' ? -1 : 1);
      const lon = Number(m[3]) * (m[4]?.toUpperCase() === 'W' ? -1 : 1);
      return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { value: { lat, lon }, score: 0.97 } : undefined;
    },
  );
