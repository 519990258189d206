import { type PeriodContext, readPeriods } from './period/index.ts';

const missed =
  /^(?:please )?(?:tell me |show me )?(?:what|anything|did|have|has|is there anything|catch) (?:(?:did|have|has) )?(?:i|we|me|us|this channel)(?:'ve)? (?:miss(?:ed)?|up)\b(.*?)\W*$|^(?:what|anything)(?:'s| is| was) (?:there )?(?:to catch up(?: on)?|i missed|we missed)\b(.*?)\W*$|^(?:anything|what) (?:i|we) (?:may have |might have )?missed\b(.*?)\W*$/i;

/** "what did I miss since Friday?": the words of the time, empty where none are said; undefined for other questions. */
export function missedSince(text: string): string | undefined {
  const match = text.trim().match(missed);
  return (
    match
      ?.slice(1)
      .find((words) => words !== undefined)
      ?.trim() ?? (match ? '' : undefined)
  );
}

/** Since when, as a local date or date-time of the asker's zone; undefined where the words name no time. */
export function resolveSince(words: string, context: PeriodContext): string | undefined {
  const said = /^(?:since|from|over|in|during|for|after|on|the|while)\b/i.test(words) ? words : `since ${words}`;
  return readPeriods(said, context)[0]?.value.start ?? undefined;
}
