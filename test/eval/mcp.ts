import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { clientOfProgram } from '../adapters/mcp/client.ts';

// Asks the dev questions through the tool `ask`, prints their score, and ends with 1 where an answer is another one than
// the console's: npm run score:mcp [-- DATABASE]
const sets = '../shared/eval/questions';
const program = (...args: string[]) => {
  const ran = spawnSync(process.execPath, ['src/server/start.js', ...args], { encoding: 'utf8', maxBuffer: 1e9 });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
};

interface Line {
  id: string;
  text: string;
  [from: string]: unknown;
}

const documentsIn = (lines: string): unknown[] =>
  lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

async function asked(database: string, input: string): Promise<unknown[]> {
  const client = await clientOfProgram({ SITREP_DB: database, HOME: process.env.HOME ?? '' });
  const answers: unknown[] = [];
  for (const line of documentsIn(readFileSync(input, 'utf8')) as Line[]) {
    const { id, text: question, ...from } = line;
    const { structuredContent } = await client.callTool({ name: 'ask', arguments: { question, ...from } });
    answers.push({ id, ...(structuredContent as object) });
  }
  await client.close();
  return answers;
}

async function main(): Promise<number> {
  if (!existsSync(sets)) {
    console.log(`${sets} is not there: no scores. The evaluation sets are not part of this repository.`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-mcp-'));
  try {
    const database = process.argv[2] ?? join(folder, 'ged.db');
    if (!existsSync(database)) program('import', '../shared/data/ucdp/ged-merged.csv', '--db', database, '--json');
    const input = `${sets}/dev.input.jsonl`;
    const answers = await asked(database, input);
    const file = join(folder, 'answers.jsonl');
    writeFileSync(file, answers.map((a) => `${JSON.stringify(a)}\n`).join(''));
    console.log(
      spawnSync(process.execPath, [`${sets}/score.mjs`, `${sets}/dev.jsonl`, file], { encoding: 'utf8' }).stdout,
    );
    const spoken = documentsIn(program('ask', '--json', '--batch', input, '--db', database));
    const same = answers.filter((answer, n) => isDeepStrictEqual(answer, spoken[n])).length;
    console.log(`${same} of ${answers.length} answers are the console’s, word for word.`);
    return same === answers.length ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();
