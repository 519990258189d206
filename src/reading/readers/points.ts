import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

type PointReading = Reading<'point', { lat: number; lon: number }>;

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
