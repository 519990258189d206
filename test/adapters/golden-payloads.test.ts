import { beforeAll, expect, test } from 'vitest';
import { render as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { render as renderForSlack } from '../../src/adapters/slack/render.ts';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import { type Body, wrongWith as wrongForDiscord } from '../fakes/discord/check.ts';
import { wrongWith as wrongForSlack } from '../fakes/slack/check-blocks.ts';
import { golden } from '../questions/golden.ts';
import { meanings } from '../questions/meanings.ts';
import { deskOver } from '../support/desk.ts';
import { question } from '../support/world.ts';

let desk: Dispatcher;
beforeAll(async () => {
  desk = await deskOver();
});

const phrasings = [...golden.flatMap((g) => g.phrasings), ...meanings.flatMap((m) => m.phrasings)];

test(`the answers to all ${phrasings.length} golden questions are ones that Slack and Discord take`, async () => {
  const refused: string[] = [];
  for (const text of phrasings) {
    const answer = await desk.ask(text, question(text));
    const discord = { ...renderForDiscord(answer, 'key'), allowed_mentions: { parse: [] } } as Body;
    const wrong = [
      ...wrongForDiscord('MessageCreateRequest', discord),
      ...wrongForSlack(renderForSlack(answer, 'key').blocks),
    ];
    if (wrong.length) refused.push(`${text}: ${wrong.join('; ')}`);
  }
  expect(refused).toEqual([]);
});
