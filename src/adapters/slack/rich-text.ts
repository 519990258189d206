import type { types } from '@slack/bolt';
import { splitTimestamps } from '../timestamp-spans.ts';
import { truncate } from '../truncate.ts';

export type RichElement = types.RichTextText | types.RichTextDate;
type Style = { bold?: true; code?: true };

/** Literal text: nothing in a rich text element is parsed as a mention, a link or markup. Timestamps become dates. */
export const words = (text: string, style?: Style): RichElement[] =>
  splitTimestamps(text).map((piece) =>
    typeof piece === 'string'
      ? { type: 'text', text: piece, ...(style ? { style } : {}) }
      : {
          type: 'date',
          timestamp: piece.at.getTime() / 1000,
          format: '{date_short_pretty} {time}',
          fallback: piece.words,
        },
  );

/** A block of at most `most` characters; undefined when it would be empty. */
export function richText(elements: RichElement[], most: number): types.RichTextBlock | undefined {
  const kept: RichElement[] = [];
  let room = most;
  for (const element of elements) {
    if (room <= 0) break;
    if (element.type === 'date') kept.push(element);
    else if (element.text) {
      kept.push({ ...element, text: truncate(element.text, room) });
      room -= element.text.length;
    }
  }
  return kept.length ? { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: kept }] } : undefined;
}
