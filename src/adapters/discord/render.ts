import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type AttachmentPayload,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Answer } from '../../answers/document/answer.ts';
import { messagesFor } from '../../answers/messages/localize.ts';
import { detailsOf, languageOf } from '../details.ts';
import { truncate } from '../truncate.ts';
import { body } from './embeds.ts';
import { markdown } from './escape.ts';
import { limits } from './limits.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface Rendered {
  /** The first sentence: what a notification and a screen reader begin with. */
  content: string;
  embeds: APIEmbed[];
  components: Row[];
  files?: AttachmentPayload[];
}

const button = (label: string, custom_id: string) => ({
  type: ComponentType.Button as const,
  style: ButtonStyle.Secondary as const,
  label: truncate(label, limits.buttonLabel).trim() || '–',
  custom_id,
});

const option = (label: string, value: string) => ({
  label: truncate(label, limits.optionLabel).trim() || '–',
  value,
});

/** Up to ten steps as buttons, more as a select; then feedback buttons under answers from the data. */
function rows(answer: Answer, key: string): Row[] {
  const { next, data } = answer;
  const feedback: Row = {
    type: ComponentType.ActionRow,
    components: [button('This was right', `${key}:right`), button('This was wrong', `${key}:wrong`)],
  };
  const [above, below] = [steps(next, key), data?.understood ? [feedback] : []];
  return [...above, ...details(answer, key, limits.rows - above.length - below.length), ...below];
}

function steps(next: Answer['next'], key: string): Row[] {
  const row = (from: number): Row => ({
    type: ComponentType.ActionRow,
    components: next.slice(from, from + limits.buttonsInRow).map(({ label }, i) => button(label, `${key}:${from + i}`)),
  });
  if (next.length === 0) return [];
  if (next.length <= limits.buttonsInRow) return [row(0)];
  if (next.length <= 2 * limits.buttonsInRow) return [row(0), row(limits.buttonsInRow)];
  const options = next.slice(0, limits.selectOptions).map(({ label }, i) => option(label, `${key}:${i}`));
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.StringSelect, custom_id: `${key}:choose`, placeholder: 'Choose one', options },
      ],
    },
  ];
}

/** Menus of the incidents that the answer lists: each shows its dossier to the one who chooses. */
function details(answer: Answer, key: string, places: number): Row[] {
  const from = answer.next.length;
  const options = detailsOf(answer).map(({ label }, i) => option(label, `${key}:${from + i}`));
  const { detailsOf: words } = messagesFor(languageOf(answer)).back;
  const menus = Math.min(places, Math.ceil(options.length / limits.selectOptions));
  return Array.from({ length: menus }, (_, n): Row => {
    const [first, last] = [n * limits.selectOptions, Math.min((n + 1) * limits.selectOptions, options.length)];
    const placeholder = menus === 1 ? words : `${words} ${first + 1}–${last}`;
    const custom_id = `${key}:details${n}`;
    const select = { type: ComponentType.StringSelect as const, custom_id, placeholder };
    return { type: ComponentType.ActionRow, components: [{ ...select, options: options.slice(first, last) }] };
  });
}

const lengthOf = ({ title = '', description = '', fields = [] }: APIEmbed): number =>
  title.length + description.length + fields.reduce((n, f) => n + f.name.length + f.value.length, 0);

const cutNote = {
  description: '-# Cut: the rest does not fit one message. Ask for fewer, or for one incident by its id.',
};

/** The first embeds that fit one message, with a note where others were cut; the small print with the licence is kept. */
function fitEmbeds(embeds: APIEmbed[], hasNotes: boolean): APIEmbed[] {
  const all = embeds.reduce((n, embed) => n + lengthOf(embed), 0);
  if (all <= limits.allEmbeds && embeds.length <= limits.embeds) return embeds;
  const notes = hasNotes ? embeds.slice(-1).map((e) => ({ description: truncate(e.description ?? '', 1500) })) : [];
  const tail = [cutNote, ...notes];
  const shown: APIEmbed[] = [];
  let room = limits.allEmbeds - tail.reduce((n, embed) => n + lengthOf(embed), 0);
  for (const embed of embeds.slice(0, embeds.length - notes.length).slice(0, limits.embeds - tail.length)) {
    room -= lengthOf(embed);
    if (room < 0) break;
    shown.push(embed);
  }
  return [...shown, ...tail];
}

const embedsOf = (answer: Answer) =>
  fitEmbeds(
    body(answer),
    answer.parts.some((p) => p.kind === 'note' && p.text.trim()),
  );

/** Whether a message cannot hold all of an answer. */
export const isCut = (answer: Answer): boolean =>
  embedsOf(answer).some((embed) => embed === cutNote || /^(?:-# )?Cut: |\nCut: /.test(embed.description ?? ''));

/** An answer as a message. `key`: of the saved payload of its buttons; without one it has no buttons. */
export function render(answer: Answer, key?: string): Rendered {
  const [first] = answer.parts;
  const content = first?.kind === 'text' ? first.text : (answer.text.split('\n')[0] ?? '');
  return {
    content: truncate(markdown(content), limits.content).trim() || '–',
    embeds: embedsOf(answer),
    components: key === undefined ? [] : rows(answer, key),
  };
}

/** Only the words of an answer, which Discord takes whatever it refuses of the rest. */
export const plainText = ({ text }: Answer): Rendered => ({
  content: truncate(markdown(text), limits.content).trim() || '–',
  embeds: [],
  components: [],
});
