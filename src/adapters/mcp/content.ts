import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/sdk/types.js';
import type { Logger } from 'pino';
import { notMade, tooLarge, withoutPictures } from '../../answers/delivery-messages.ts';
import type { Answer } from '../../answers/document/answer.ts';
import type { Attachment } from '../../answers/document/attachment.ts';

/** Bytes of a file that a message may hold; larger ones would fill a model's memory. */
const most = 1024 * 1024;

/** The address of an incident's resource. */
const uriOf = (id: string): string => `sitrep://incident/${encodeURIComponent(id)}`;

const isText = ({ mediaType }: Attachment) => /^text\/|json$/.test(mediaType);

type Made = { block: ContentBlock; without?: string } | { large: { name: string; bytes: number } } | { broken: string };

/** The file, without its pictures where it is too large with them. */
const fileOf = (file: Attachment, log: Logger): Promise<Made> => {
  const { undrawn } = file;
  const made = file.use(async (bytes): Promise<Made> => {
    if (bytes.size > most && undrawn) {
      const plain = await fileOf({ ...file, use: undrawn, undrawn: undefined }, log);
      return 'block' in plain ? { ...plain, without: file.name } : plain;
    }
    if (bytes.size > most) return { large: { name: file.name, bytes: bytes.size } };
    const about = { uri: `sitrep://file/${encodeURIComponent(file.name)}`, mimeType: file.mediaType };
    const resource = isText(file)
      ? { ...about, text: await bytes.text() }
      : { ...about, blob: Buffer.from(await bytes.arrayBuffer()).toString('base64') };
    return { block: { type: 'resource', resource } };
  });
  return made.catch((error) => {
    log.error({ err: error }, 'MCP: a file could not be made');
    return { broken: file.name };
  });
};

/** An answer as a tool's result: its words, its files, links to its incidents, and the same as data. */
export async function resultOf(said: Answer, log: Logger): Promise<CallToolResult> {
  const files = await Promise.all(said.parts.flatMap((p) => (p.kind === 'file' ? [fileOf(p.file, log)] : [])));
  const broken = files.flatMap((f) => ('broken' in f ? [f.broken] : []));
  const large = files.flatMap((f) => ('large' in f ? [f.large] : []));
  const without = files.flatMap((f) => ('without' in f && f.without ? [f.without] : []));
  const answer = withoutPictures(tooLarge(notMade(said, broken), large, most), without, most);
  const links = answer.parts.flatMap((p): ContentBlock[] =>
    p.kind === 'incident' ? [{ type: 'resource_link', uri: uriOf(p.card.id), name: p.card.title }] : [],
  );
  return {
    content: [{ type: 'text', text: answer.text }, ...files.flatMap((f) => ('block' in f ? [f.block] : [])), ...links],
    structuredContent: { ...(answer.data ?? { status: 'declined', text: answer.text }) },
    ...(answer.failed ? { isError: true } : {}),
  };
}
