import { menu } from '../../commands/index.ts';
import { manifestOf } from '../adapters/slack/manifest.ts';

const address = process.argv[2];
if (address !== undefined && !/^https:\/\/[^/]+/.test(address)) {
  process.stderr.write(
    `${address} is not an https address, e.g. https://bot.example.org. Leave it out for Socket Mode.\n`,
  );
  process.exit(2);
}
process.stdout.write(manifestOf(menu, address));
