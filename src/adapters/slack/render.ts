import type { types } from '@slack/bolt';
import type { Answer } from '../../answers/document/answer.ts';
import { messagesFor } from '../../answers/messages/localize.ts';
import { detailsOf, languageOf } from '../details.ts';
import { truncate } from '../truncate.ts';
import { body, context } from './blocks.ts';
import { escapeText } from './escape.ts';
import { limits } from './limits.ts';

type Block = types.KnownBlock;

export interface Rendered {
  /** The whole answer in words: notification, screen reader. */
  text: string;
  blocks: Block[];
}

const buttonsAtMost = 8;
const cutWords = 'Cut: the rest does not fit one message. Ask for fewer, or for one incident by its id.';
const plain = (text: string, most: number) => ({ type: 'plain_text' as const, text: truncate(text, most) || '–' });

const button = (label: string, key: string, i: number) => ({
  type: 'button' as const,
  action_id: `step:${i}`,
  text: plain(label, limits.buttonText),
  value: `${key}:${i}`,
});

const option = (label: string, key: string, i: number) => ({
  text: plain(label, limits.optionText),
  value: `${key}:${i}`,
});

const select = (does: string, words: string, options: ReturnType<typeof option>[]) => ({
  type: 'static_select' as const,
  action_id: `step:${does}`,
  placeholder: plain(words, limits.placeholder),
  options,
});

/** Under an answer from the data: as many buttons, and the other steps behind “…”, which holds five. */
const buttonsBesideMore = 3;

/**
 * Up to eight steps as buttons, more as a select; under an answer that can be explained three, and the others behind “…”.
 * Their values are the key of the saved payload and an index.
 */
function steps({ next }: Answer, key: string): Block[] {
  if (next.length === 0) return [];
  const buttons = next.map(({ label }, i) => button(label, key, i));
  const behind = next.slice(buttonsBesideMore);
  if (next.some(({ action }) => 'why' in action) && behind.length >= 2 && behind.length <= limits.overflowOptions) {
    const options = behind.map(({ label }, i) => option(label, key, buttonsBesideMore + i));
    const more = { type: 'overflow' as const, action_id: 'step:more', options };
    return [{ type: 'actions', elements: [...buttons.slice(0, buttonsBesideMore), more] }];
  }
  if (next.length <= buttonsAtMost) return [{ type: 'actions', elements: buttons }];
  const options = next.slice(0, limits.selectOptions).map(({ label }, i) => option(label, key, i));
  return [{ type: 'actions', elements: [select('choose', 'Choose one', options)] }];
}

/** A menu of the incidents that the answer lists: each opens its dossier. */
function details(answer: Answer, key: string): Block[] {
  const from = answer.next.length;
  const options = detailsOf(answer)
    .slice(0, limits.selectOptions)
    .map(({ label }, i) => option(label, key, from + i));
  if (options.length === 0) return [];
  const { detailsOf: words } = messagesFor(languageOf(answer)).back;
  return [{ type: 'actions', elements: [select('details', words, options)] }];
}

/** Feedback buttons, under answers from the data. */
const feedback = (key: string): Block => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'feedback',
      positive_button: {
        text: plain('This was right', limits.buttonText),
        accessibility_label: 'This answer was right',
        value: `${key}:right`,
      },
      negative_button: {
        text: plain('This was wrong', limits.buttonText),
        accessibility_label: 'This answer was wrong',
        value: `${key}:wrong`,
      },
    },
  ],
});

/** The number of characters that a block shows. */
const lengthOf = (block: Block): number =>
  [...JSON.stringify(block).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].reduce(
    (n, [, text]) => n + (text?.length ?? 0),
    0,
  );

/** The first blocks that fit before the tail, with a note where others were cut. */
function fitBlocks(blocks: Block[], tail: Block[], most: number): Block[] {
  const places = most - tail.length;
  let room = limits.allText - tail.reduce((n, block) => n + lengthOf(block), 0) - cutWords.length;
  const first = blocks.findIndex((block, i) => {
    room -= lengthOf(block);
    return room < 0 || (i >= places - 1 && blocks.length > places);
  });
  if (first === -1) return blocks;
  return [...blocks.slice(0, first), context(cutWords)];
}

/** The blocks of an answer and those that are never cut: its small print with the licence, and its buttons. */
function partsOf(answer: Answer, key: string | undefined) {
  const blocks = body(answer);
  const notes = answer.parts.some((p) => p.kind === 'note' && p.text.trim()) ? blocks.splice(-1) : [];
  const buttons =
    key === undefined
      ? []
      : [...steps(answer, key), ...details(answer, key), ...(answer.data?.understood ? [feedback(key)] : [])];
  return { blocks, tail: [...notes, ...buttons] };
}

/** Whether a message cannot hold all of an answer. */
export function isCut(answer: Answer): boolean {
  const { blocks, tail } = partsOf(answer, 'x'.repeat(11));
  const shown = fitBlocks(blocks, tail, limits.blocks);
  return shown.some((block) => block.type === 'context' && /"text":"Cut: /.test(JSON.stringify(block)));
}

/** An answer as blocks, `most` at most. `key`: of the saved payload of its buttons; without one it has no buttons. */
export function render(answer: Answer, key?: string, most: number = limits.blocks): Rendered {
  const { blocks, tail } = partsOf(answer, key);
  return {
    text: truncate(escapeText(answer.text), limits.text) || '–',
    blocks: [...fitBlocks(blocks, tail, most), ...tail],
  };
}

/** Only the words of an answer, which Slack takes whatever it refuses of the blocks. */
export const plainText = ({ text }: Answer): Rendered => ({
  text: truncate(escapeText(text), limits.textObject) || '–',
  blocks: [],
});
