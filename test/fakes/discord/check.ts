import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

// Discord's own description of its API (MIT), where it is at hand.
const file = new URL('../../../../shared/specs/discord-openapi.json', import.meta.url);

/** Whether bodies can be checked against Discord's own description; without it only the rules it lacks are. */
export const hasSpec = existsSync(file);

type Schema =
  | 'MessageCreateRequest'
  | 'MessageEditRequestPartial'
  | 'ApplicationCommandUpdateRequest'
  | 'CreateMessageInteractionCallbackRequest'
  | 'UpdateMessageInteractionCallbackRequest'
  | 'ApplicationCommandAutocompleteCallbackRequest'
  | 'ModalInteractionCallbackRequest'
  | 'IncomingWebhookUpdateRequestPartial'
  | 'IncomingWebhookRequestPartial';

const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
if (hasSpec) ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')), 'discord');

function bySpec(schema: Schema, body: unknown): string[] {
  if (!hasSpec) return [];
  const check = ajv.getSchema(`discord#/components/schemas/${schema}`);
  if (!check) throw new Error(`No schema ${schema}`);
  return check(body) ? [] : (check.errors ?? []).map((e) => `${e.instancePath}: ${e.message}`);
}

interface Embed {
  title?: string;
  description?: string;
  fields?: { name: string; value: string }[];
}
interface Component {
  type: number;
  custom_id?: string;
  label?: string;
  style?: number;
  components?: Component[];
  options?: { label: string; value: string }[];
}
export interface Body {
  content?: string;
  embeds?: Embed[];
  components?: Component[];
  flags?: number;
  allowed_mentions?: { parse?: string[]; users?: string[]; roles?: string[]; replied_user?: boolean };
  message_reference?: { message_id: string };
  nonce?: string;
  enforce_nonce?: boolean;
  attachments?: { id: string | number; filename?: string; description?: string }[];
}

const sizeOf = ({ title = '', description = '', fields = [] }: Embed) =>
  [...title].length + [...description].length + fields.reduce((n, f) => n + [...f.name, ...f.value].length, 0);

/** The rules that Discord keeps and its description does not tell. */
function byHand({ content = '', embeds = [], components = [] }: Body, files: boolean): string[] {
  const inner = components.flatMap((row) => row.components ?? []);
  const ids = inner.map((c) => c.custom_id);
  const rules: [boolean, string][] = [
    [!content && embeds.length === 0 && components.length === 0 && !files, 'Cannot send an empty message'],
    [[...content].length > 2000, 'content: more than 2000'],
    [embeds.reduce((n, e) => n + sizeOf(e), 0) > 6000, 'embeds: more than 6000 together'],
    [embeds.some((e) => sizeOf(e) === 0), 'embeds: an empty one'],
    [embeds.some((e) => e.fields?.some((f) => !f.name.trim() || !f.value.trim())), 'embeds: an empty field'],
    [components.length > 5, 'components: more than 5 rows'],
    [components.some((row) => row.type !== 1 || !row.components?.length), 'components: no row'],
    [components.some((row) => (row.components?.length ?? 0) > 5), 'components: more than 5 in a row'],
    [inner.some((c) => c.style !== 5 && !c.custom_id), 'components: no custom_id'],
    [inner.some((c) => c.type === 2 && !c.label?.trim()), 'components: no label'],
    [new Set(ids).size < ids.length, 'components: a custom_id twice'],
    [inner.some((c) => c.options && (c.options.length === 0 || c.options.length > 25)), 'components: options'],
  ];
  return rules.filter(([broken]) => broken).map(([, words]) => words);
}

/** What Discord would refuse about a message; empty when it would take it. */
export const wrongWith = (schema: Schema, body: Body, message: Body = body): string[] => [
  ...bySpec(schema, body),
  ...byHand(message, (message.attachments?.length ?? 0) > 0),
];

/** What Discord would refuse about something that is no message. */
export const wrongAbout = (schema: Schema, body: unknown): string[] => bySpec(schema, body);

/** Whom a message would ping: mentions in its content that its allowed mentions let through, and a reply's author. */
export function pingsIn({ content = '', allowed_mentions, message_reference }: Body): string[] {
  const found = content.match(/(?<!\\)@(?:everyone|here)|(?<!\\)<@[!&]?\d+>/g) ?? [];
  const none =
    allowed_mentions?.parse?.length === 0 && !allowed_mentions.users?.length && !allowed_mentions.roles?.length;
  const author = message_reference && allowed_mentions?.replied_user !== false ? ['the author replied to'] : [];
  return [...(none ? [] : found), ...author];
}
