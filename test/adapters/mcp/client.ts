import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { AnswerDocument } from '../../../src/answers/document/answer-document.ts';

/** The SDK's own client at the other end of the program itself, as a process of its own. */
export async function clientOfProgram(environment: Record<string, string>, args: string[] = []) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['src/server/start.js', 'mcp', ...args],
    env: { PATH: process.env.PATH ?? '', ...environment },
    stderr: 'pipe',
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return client;
}

interface Called {
  text: string;
  document: AnswerDocument;
  content: CallToolResult['content'];
  isError: boolean;
}

/** Calls a tool and takes its result apart. */
export async function call(client: Client, name: string, given: Record<string, unknown>): Promise<Called> {
  const { content, structuredContent, isError } = (await client.callTool({ name, arguments: given })) as CallToolResult;
  const [first] = content;
  return {
    text: first?.type === 'text' ? first.text : '',
    document: structuredContent as unknown as AnswerDocument,
    content,
    isError: isError ?? false,
  };
}
