import { add, hours, startOf } from '../calendar.ts';
import { spend } from '../steps.ts';
import { changed, type Time } from '../time.ts';
import { type Lead, leads, times } from '../time-span.ts';
import { weekdayWords } from '../words.ts';

const parts: [RegExp, number, number][] = [
  [/early hours|small hours/i, 0, 6],
  [/early morning/i, 4, 8],
  [/late evening|late at night/i, 21, 24],
  [/mid-?night/i, 0, 1],
  [/^noon|mid-?day/i, 12, 13],
  [/morning|^am$/i, 6, 12],
  [/afternoon|^pm$/i, 12, 18],
  [/evening/i, 18, 24],
  [/night/i, 18, 30],
];
const words =
  '(?:early |late )?(?:morning|afternoon|evening|night)|early hours|small hours|overnight|mid-?night|noon|mid-?day|late at night';

/** From which hour to which; past 24 into the next day. */
export function hoursOfPart(name: string): [number, number] {
  const [, from, to] = parts.find(([pattern]) => pattern.test(name)) as [RegExp, number, number];
  return [from, to];
}

function partOf(name: string): Time {
  const [from, to] = hoursOfPart(name);
  return {
    grain: 'part',
    latent: true,
    in: (span, steps) => {
      const found = [];
      for (let at = startOf(span.start, 'day'); at < span.end && spend(steps); at = add(at, 1, 'day'))
        found.push(hours(at, from, to));
      return found.filter((i) => (i.start >= span.start && i.start < span.end) || i.start.startsWith(span.start));
    },
    ...(/early|late|small/i.test(name) ? { assumed: { kind: 'hours', said: name, from, to } } : {}),
  };
}

const partLead =
  ([, name]: RegExpMatchArray): Lead =>
  (time, { steps }) => {
    const part = partOf(name as string);
    return time.grain === 'day' ? changed(time, 'part', (i) => part.in(i, steps)[0] ?? i, part.assumed) : undefined;
  };

/** "in the morning", "at night", "PM": beside a day; "the night of", "the early hours of". */
export const dayPartParsers = [
  leads(new RegExp(`\\b(overnight)(?= (?:on )?${weekdayWords})`, 'i'), partLead),
  times(new RegExp(`\\b(?:in the |at |during the |on the |the )?(${words})\\b(?! of)`, 'i'), ([, name]) =>
    partOf(name as string),
  ),
  times(/(?<=day |\bmon |\btue |\bwed |\bthu |\bfri |\bsat |\bsun )(am|pm)\b/i, ([, name]) => partOf(name as string)),
  leads(
    new RegExp(`\\b(?:on |in |during |over )?(?:the )?(${words})(?: of(?: the)?| on| hours of| to)?(?= )`, 'i'),
    partLead,
  ),
];
