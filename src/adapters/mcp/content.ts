import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/sdk/types.js';
import type { Logger } from 'pino';
import { notMade, tooLarge, withoutPictures } from '../../answers/delivery-messages.ts';
import type { Answer } from '../../answers/document/answer.ts';
import type { Attachment } from '../../answers/document/attachment.ts';
import { rowTitle } from '../../answers/document/incident-row.ts';

/** Bytes; larger files would fill a model's context. */
const maxBytes = 1024 * 1024;

/** The address of an incident's resource. */
const uriOf = (id: string): string => `sitrep://incident/${encodeURIComponent(id)}`;

const isText = ({ mediaType }: Attachment) => /^text\/|json$/.test(mediaType);

type FileResult =
  | { block: ContentBlock; without?: string }
  | { large: { name: string; bytes: number } }
  | { broken: string };

/** A file as a content block; without its pictures if it is too large with them. */
const toContent = (file: Attachment, log: Logger): Promise<FileResult> => {
  const { undrawn } = file;
  const result = file.use(async (bytes): Promise<FileResult> => {
    if (bytes.size > maxBytes && undrawn) {
      const plain = await toContent({ ...file, use: undrawn, undrawn: undefined }, log);
      return 'block' in plain ? { ...plain, without: file.name } : plain;
    }
    if (bytes.size > maxBytes) return { large: { name: file.name, bytes: bytes.size } };
    const about = { uri: `sitrep://file/${encodeURIComponent(file.name)}`, mimeType: file.mediaType };
    const resource = isText(file)
      ? { ...about, text: await bytes.text() }
      : { ...about, blob: Buffer.from(await bytes.arrayBuffer()).toString('base64') };
    return { block: { type: 'resource', resource } };
  });
  return result.catch((error) => {
    log.error({ err: error }, 'MCP: a file could not be made');
    return { broken: file.name };
  });
};

/** An answer as a tool result: text, files up to 1 MiB, links to incidents, and the JSON document as structured content. */
export async function toToolResult(answerWithFiles: Answer, log: Logger): Promise<CallToolResult> {
  const files = await Promise.all(
    answerWithFiles.parts.flatMap((p) => (p.kind === 'file' ? [toContent(p.file, log)] : [])),
  );
  const broken = files.flatMap((f) => ('broken' in f ? [f.broken] : []));
  const large = files.flatMap((f) => ('large' in f ? [f.large] : []));
  const without = files.flatMap((f) => ('without' in f && f.without ? [f.without] : []));
  const answer = withoutPictures(tooLarge(notMade(answerWithFiles, broken), large, maxBytes), without, maxBytes);
  const link = (id: string, name: string): ContentBlock => ({ type: 'resource_link', uri: uriOf(id), name });
  const links = answer.parts.flatMap((p): ContentBlock[] => {
    if (p.kind === 'row') return [link(p.row.id, rowTitle(p.row))];
    return p.kind === 'incident' ? [link(p.card.id, p.card.title)] : [];
  });
  return {
    content: [{ type: 'text', text: answer.text }, ...files.flatMap((f) => ('block' in f ? [f.block] : [])), ...links],
    structuredContent: { ...(answer.data ?? { status: 'declined', text: answer.text }) },
    ...(answer.failed ? { isError: true } : {}),
  };
}
