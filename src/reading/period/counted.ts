/** Units: figures before them are never a year. */
const units =
  'km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s|feet|hectares?|tonnes?|tons?|kg|rounds|dollars?|usd|euros?|pounds|percent|years|hours|°';
/** Who is counted: a year before them needs "in", "during" or "since". */
const people = 'people|persons|civilians|killed|dead|wounded|injured';
/** A year before them if the number is not round: "2017 deaths", "2016 troops", but "2000 troops". */
const things =
  'deaths|fatalities|casualties|injuries|troops|soldiers|fighters|militants|rebels|families|refugees|prisoners|hostages|migrants|protesters|policemen|officers|men|women|children|villagers|residents|houses|homes|villages|times|others';

/** Words for what is counted. */
export const countedWords = `(?:${units}|${people}|${things})`;

/** What bears a number: figures after them are no year. */
const numbered =
  'group|version:?|(?-i:id|ID):?|no\\.?|number|incident|record|case|row|page|resolution|unit|flight|highway|room|form';

// Before a year in a list ("2014/2015/2016", "2014,2015") stands a year.
const joined = '(?<!(?<!\\d)(?:1[5-9]|2[01])\\d\\d)';
const amount = new RegExp(
  `(?:[\\d.$€£:+]|${joined}[,/]|\\d - |(?<!\\b(?:early|mid|late|pre|post))-|more than |over |at least |fewer than |less than |#|\\b(?:${numbered}) (?:no\\.? |number )?)$`,
  'i',
);
const led = /\b(?<!\bresult(?:s|ed|ing)? )(?:in|during|since) $/i;
const caused =
  /\b(?:some|nearly|almost|exactly|up to|at most|caus\w+|left|leav\w+|claim\w*|kill\w*|with|responsible for|result(?:s|ed|ing)? in) $/i;

const noun = new RegExp(`^ ?(?:(${units})|(${people})|(${things}))(?!\\w)`, 'i');

/** Whether figures before these words could be the end of an amount or the number of something: "$2000", "over 2000", "unit 1992". */
export const isAmount = (before: string): boolean => amount.test(before);

/** "2016 people killed" counts; "mexico 2017 deaths" and "in 2016 civilians fled" tell a year. */
export function isCount(figures: string, before: string, after: string): boolean {
  const [any, unit, , thing] = after.match(noun) ?? [];
  if (!any) return isAmount(before);
  if (unit) return true;
  if (led.test(before)) return false;
  return !thing || figures.endsWith('00') || caused.test(before) || isAmount(before);
}
