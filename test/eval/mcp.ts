import { readFileSync, writeFileSync } from 'node:fs';
import { clientOfProgram } from '../mcp/client.ts';

// Asks every question of a batch file through the tool `ask` and writes the answers as `ask --json --batch` would:
// node test/eval/mcp.ts DATABASE questions.jsonl answers.jsonl
const [database = '', input = '', output = ''] = process.argv.slice(2);

interface Line {
  id: string;
  text: string;
  now: string;
  zone: string;
  thread?: string;
  locale?: string;
}

const client = await clientOfProgram({ SITREP_DB: database, HOME: process.env.HOME ?? '' });
const answers: string[] = [];
for (const line of readFileSync(input, 'utf8').split('\n').filter(Boolean)) {
  const { id, text, ...from } = JSON.parse(line) as Line;
  const result = await client.callTool({ name: 'ask', arguments: { question: text, ...from } });
  answers.push(JSON.stringify({ id, ...(result.structuredContent as object) }));
}
await client.close();
writeFileSync(output, `${answers.join('\n')}\n`);
console.log(`${answers.length} answers in ${output}`);
