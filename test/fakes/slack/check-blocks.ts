import { z } from 'zod';

// Block Kit as docs.slack.dev/reference/block-kit tells it, for the blocks a bot may post; unknown fields are refused.
const text = (most: number) => z.string().min(1).max(most);
const id = z.string().min(1).max(255).optional();
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(most), verbatim: z.boolean().optional() });
const textObject = (most: number) => z.union([plain(most), mrkdwn(most)]);
const address = z.url({ protocol: /^https?$/ }).max(3000);
const option = z.strictObject({ text: plain(75), value: text(150) });

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: text(2000).optional(),
  url: address.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});
const select = z.strictObject({
  type: z.literal('static_select'),
  action_id: id,
  placeholder: plain(150).optional(),
  options: z.array(option).min(1).max(100),
});
const overflow = z.strictObject({ type: z.literal('overflow'), action_id: id, options: z.array(option).min(1).max(5) });
const feedbackButton = z.strictObject({
  text: plain(75),
  value: text(2000),
  accessibility_label: z.string().max(75).optional(),
});
const feedback = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: id,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});
const image = { image_url: address, alt_text: text(2000) };

const style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial()
  .optional();
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(3000), style }),
  z.strictObject({ type: z.literal('link'), url: address, text: text(3000).optional(), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().regex(/\{(date|time|day)/),
    fallback: text(3000).optional(),
    url: address.optional(),
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
]);
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline).min(1) }),
        z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(inline).min(1) }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z
            .array(z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline).min(1) }))
            .min(1),
        }),
      ]),
    )
    .min(1),
});
const cell = z.union([z.strictObject({ type: z.literal('raw_text'), text: text(10_000) }), richText]);

const block = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('divider'), block_id: id }),
  z.strictObject({ type: z.literal('header'), block_id: id, text: plain(150) }),
  z.strictObject({ type: z.literal('image'), block_id: id, ...image, title: plain(2000).optional() }),
  z.strictObject({
    type: z.literal('section'),
    block_id: id,
    text: textObject(3000).optional(),
    fields: z.array(textObject(2000)).min(1).max(10).optional(),
    accessory: z.union([button, select]).optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id: id,
    elements: z
      .array(z.union([textObject(3000), z.strictObject({ type: z.literal('image'), ...image })]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: id,
    elements: z
      .array(z.discriminatedUnion('type', [button, select, overflow]))
      .min(1)
      .max(25),
  }),
  z.strictObject({ type: z.literal('context_actions'), block_id: id, elements: z.array(feedback).min(1).max(5) }),
  z.strictObject({
    type: z.literal('table'),
    block_id: id,
    column_settings: z
      .array(
        z.strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        }),
      )
      .max(20)
      .optional(),
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    element: z.strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      multiline: z.boolean().optional(),
      max_length: z.int().max(3000).optional(),
      initial_value: z.string().optional(),
    }),
  }),
]);

type Block = z.infer<typeof block>;

const textsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) =>
        name === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
      );

/** What no single field tells: ids twice, more than one table, words too many. */
function together(blocks: Block[]): string[] {
  const ids = blocks.flatMap((b) => (b.block_id ? [b.block_id] : []));
  const tables = blocks.filter((b) => b.type === 'table');
  const twice = blocks.some((b) => {
    if (b.type !== 'actions') return false;
    const actions = b.elements.map((e) => e.action_id);
    return new Set(actions).size < actions.length;
  });
  return [
    ...(new Set(ids).size < ids.length ? ['duplicate block_id'] : []),
    ...(twice ? ['duplicate action_id in a block'] : []),
    ...(tables.length > 1 ? ['only_one_table_allowed'] : []),
    ...(tables.some((t) => textsIn(t).join('').length > 10_000) ? ['table: more than 10,000 characters'] : []),
    ...(textsIn(blocks).join('').length > 13_200 ? ['msg_blocks_too_long'] : []),
  ];
}

/** What Slack would refuse about these blocks; empty when it would take them. */
export function wrongWith(blocks: unknown, most = 50): string[] {
  const parsed = z.array(block).max(most).safeParse(blocks);
  if (!parsed.success) return parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  return together(parsed.data);
}

const pinging = /<!(channel|here|everyone|subteam)|<@[UW]/;

/** Mentions that would ping someone, in any text Slack reads as markup, or as an element of their own. */
export function pingsIn({ text: words, blocks }: { text?: string; blocks?: unknown }): string[] {
  const found: string[] = pinging.test(words ?? '') ? [words as string] : [];
  JSON.stringify(blocks ?? [], (_, value) => {
    if (value?.type === 'mrkdwn' && pinging.test(value.text)) found.push(value.text);
    if (['user', 'usergroup', 'broadcast', 'channel'].includes(value?.type)) found.push(JSON.stringify(value));
    return value;
  });
  return found;
}
