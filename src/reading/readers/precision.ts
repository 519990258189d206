import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

interface Precision {
  where?: string[];
  when?: string[];
}
type PrecisionReading = Reading<'precision', Precision>;

/** "exactly located", "dated to the day", "location precision 1". */
export const readPrecisions = (text: string): PrecisionReading[] => [
  ...readAll(
    text,
    'precision',
    /\b(?:exactly|precisely|exact(?:ly)?) located\b(?: \([^)]*\))?|\bwith (?:an )?exact (?:locations?|positions?|places?)\b|\b(?:location|geo|place|geographic) precision (?:of )?1\b/gi,
    () => ({ value: { where: ['exact'] } }),
  ),
  ...readAll(
    text,
    'precision',
    /\b(?:exactly|precisely) dated\b(?: \([^)]*\))?|\bwith (?:an )?exact dates?\b|\b(?:date|time|temporal) precision (?:of )?1\b|\bdated to the day\b/gi,
    () => ({ value: { when: ['day', 'hour'] } }),
  ),
];
