import type { Readable } from 'node:stream';
import { Parser } from 'htmlparser2';

/** The names of a workbook's sheets, in their order, from the XML of its contents. */
export async function sheetNames(contents: Readable): Promise<string[]> {
  const names: string[] = [];
  const parser = new Parser(
    {
      onopentag: (tag, { name }) => {
        if (/^(\w+:)?sheet$/.test(tag) && name) names.push(name);
      },
    },
    { xmlMode: true },
  );
  const decoder = new TextDecoder();
  for await (const chunk of contents) parser.write(decoder.decode(chunk as Buffer, { stream: true }));
  parser.end();
  return names.length ? names : ['the first sheet'];
}
