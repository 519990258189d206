import { parseArgs } from 'node:util';
import { menu } from '../../commands/index.ts';
import { manifestOf } from '../adapters/slack/manifest.ts';
import { createBot } from '../app/bot.ts';
import { readConfig } from '../config/config.ts';
import { openContainer } from './container.ts';

const usage = `Use: npm run --silent slack:manifest -- [https://bot.example.org] [--install https://bot.example.org]
The first address is where Slack reaches the bot; leave it out for Socket Mode.
--install is the public address of /slack/install, where other workspaces install the app (SLACK_CLIENT_ID).
`;

/** The addresses of the command line; undefined where they are wrong. */
function addresses(): { address: string | undefined; install: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { install: { type: 'string' } } });
    const given = [...positionals, values.install].filter((one) => one !== undefined);
    const valid = positionals.length < 2 && given.every((one) => /^https:\/\/[^/]+/.test(one));
    return valid ? { address: positionals[0], install: values.install } : undefined;
  } catch {
    return undefined;
  }
}

/** Questions that the data of this computer answers; none where it cannot be opened. */
async function questions(): Promise<string[]> {
  try {
    const container = await openContainer(readConfig(), () => undefined);
    const examples = await createBot(container.parts, menu).examples();
    await container.close();
    return examples;
  } catch (error) {
    process.stderr.write(
      `No questions are suggested, because the data could not be opened: ${(error as Error).message}\n`,
    );
    return [];
  }
}

const told = addresses();
if (!told) {
  process.stderr.write(usage);
  process.exit(2);
}
process.stdout.write(manifestOf(menu, { ...told, questions: await questions() }));
