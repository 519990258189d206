import { menu } from '../../commands/index.ts';
import { manifestOf } from '../adapters/slack/manifest.ts';

const address = process.argv[2];
if (address !== undefined && !/^https:\/\/[^/]+/.test(address)) {
  process.stderr.write(
    `${address} is no https address. Write it like https://bot.example.org, or none for Socket Mode.\n`,
  );
  process.exit(2);
}
process.stdout.write(manifestOf(menu, address));
