// English alone: with all its languages it is two hundred files to read at the start.
import { Chrono, configuration } from 'chrono-node/en';
import { monthFirst } from './calendar.ts';
import { families } from './parsers/index.ts';
import { conjoin, conjoinClocks } from './refiners/conjoin.ts';
import { applyLists } from './refiners/lists.ts';
import { longest, widen } from './refiners/longest.ts';
import { applyLeads, applyOpenEnds, applyTrails } from './refiners/modifiers.ts';
import { joinRanges } from './refiners/ranges.ts';

// chrono's own parsers for dates as they are written; all else it knows gives points where intervals are asked for.
const written = new Set([
  'ISOFormatParser',
  'ENYearMonthDayParser',
  'SlashDateFormatParser',
  'ENMonthNameLittleEndianParser',
  'ENMonthNameMiddleEndianParser',
]);

const engine = (dayFirst: boolean) =>
  new Chrono({
    parsers: [
      ...configuration.createConfiguration(false, dayFirst).parsers.filter((p) => written.has(p.constructor.name)),
      ...families,
    ],
    refiners: [
      widen,
      longest,
      conjoinClocks,
      conjoin,
      applyLeads,
      conjoin,
      applyTrails,
      joinRanges,
      conjoin,
      applyLists,
      applyTrails,
      applyOpenEnds,
    ],
  });

const engines = { dayFirst: engine(true), monthFirst: engine(false) };

export const engineFor = (locale: string): Chrono => (monthFirst(locale) ? engines.monthFirst : engines.dayFirst);
