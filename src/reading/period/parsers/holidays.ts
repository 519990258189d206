import type { Parser } from 'chrono-node';
import { type Clock, day } from '../calendar.ts';
import { nationalTime, ruleTime } from '../holidays/calendar.ts';
import { namePattern, ruleOf } from '../holidays/names.ts';
import { resolve } from '../resolve.ts';
import { fixed, type Time } from '../time.ts';
import { clockOf, found, times } from '../time-span.ts';

const regionOf = (locale: string) => new Intl.Locale(locale).region ?? 'US';

/** "last Thanksgiving": the latest that is over or on today. */
function latest(time: Time | undefined, clock: Clock): Time | undefined {
  const one = time && resolve(time, clock);
  return time && one && fixed(one, time.grain, time.assumed);
}

const ofRule = (words: string): Time | undefined => {
  const rule = ruleOf(words);
  return rule === undefined ? undefined : ruleTime(rule);
};

/** "Labour Day", "Independence Day", "the August bank holiday": the asker's country says when. */
const national: Parser = {
  pattern: () => /\b((?:[a-z][a-z'.]* ){1,3})(day|holiday)\b/i,
  extract(context, match) {
    const words = (match[1] as string).trim().split(' ');
    const end = (match.index ?? 0) + match[0].length;
    for (let i = 0; i < words.length; i++) {
      const name = `${words.slice(i).join(' ')} ${match[2]}`;
      const time =
        nationalTime(name, regionOf(clockOf(context).locale)) ??
        (/^labou?r day$/i.test(name) ? ruleTime('05-01') : undefined);
      if (time) return found(context, end - name.length, end, { time });
    }
    return null;
  },
};

/** "Eid al-Fitr 2018", "on Nowruz", "Ramadan", "last Christmas". */
export const holidayParsers: Parser[] = [
  times(namePattern, ([words]) => ofRule(words as string)),
  times(new RegExp(`\\b(?:the )?(?:last|past|previous) ${namePattern.source.slice(2)}`, 'i'), ([, words], clock) =>
    latest(ofRule(words as string), clock),
  ),
  // Beside another date it is a date like any.
  times(/\b9\/11\b(?![-/.]\d| ?(?:-|to|and|until|through) ?\d)/, (match, _, text) =>
    /\d ?(?:-|to|and|until|through) ?$/.test(text.slice(0, match.index)) ? undefined : fixed(day('2001-09-11'), 'day'),
  ),
  national,
];
