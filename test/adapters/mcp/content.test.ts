import { pino } from 'pino';
import { expect, test } from 'vitest';
import { toToolResult } from '../../../src/adapters/mcp/content.ts';
import type { Answer } from '../../../src/answers/document/answer.ts';
import { type Attachment, inMemory } from '../../../src/answers/document/attachment.ts';

const log = pino({ level: 'silent' });
const holding = (bytes: number) => inMemory(async () => new Uint8Array(bytes).fill(97));
const answerWith = (file: Partial<Attachment>): Answer => ({
  text: 'A brief.',
  parts: [
    { kind: 'file', file: { name: 'brief.html', mediaType: 'text/html', words: 'A page.', use: holding(10), ...file } },
  ],
  audience: 'everyone',
  next: [],
  sources: [],
});
const megabyte = 1024 * 1024;

test('a page that is too large with its pictures comes with words in their place, and that is said', async () => {
  const { content } = await toToolResult(answerWith({ use: holding(megabyte + 1), undrawn: holding(20) }), log);
  expect(content).toEqual([
    { type: 'text', text: expect.stringMatching(/brief\.html has words in the place of its pictures.* 1 MB/) },
    { type: 'resource', resource: expect.objectContaining({ mimeType: 'text/html', text: 'a'.repeat(20) }) },
  ]);
});

test('one that is not too large has its pictures', async () => {
  const { content } = await toToolResult(answerWith({ use: holding(megabyte), undrawn: holding(20) }), log);
  expect(content[0]).toEqual({ type: 'text', text: 'A brief.' });
  expect(JSON.stringify(content[1]).length).toBeGreaterThan(megabyte);
});

test.each([
  ['without pictures to leave out', { use: holding(megabyte + 1) }],
  ['without them too', { use: holding(megabyte + 1), undrawn: holding(megabyte + 2) }],
])('what is too large %s is named and not sent', async (_, file) => {
  const { content } = await toToolResult(answerWith(file), log);
  expect(content).toEqual([{ type: 'text', text: expect.stringMatching(/Too large.*brief\.html \(1 MB\)/) }]);
});

test('a page that cannot be made is named', async () => {
  const broken = { use: () => Promise.reject(new Error('no thread')) };
  const { content } = await toToolResult(answerWith(broken), log);
  expect(content).toEqual([{ type: 'text', text: expect.stringMatching(/brief\.html could not be made/) }]);
});
