import { expect, test } from 'vitest';
import { render as renderForConsole } from '../../src/adapters/console/render.ts';
import { render as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { render as renderForSlack } from '../../src/adapters/slack/render.ts';
import { answerTo, some } from '../answers/composed.ts';

test('on every platform an answer begins with what it could not get', () => {
  const answer = answerTo({
    query: { measure: 'count' },
    result: { total: 3, incidents: some(2) },
    caveats: [{ kind: 'group', said: 'children' }],
  });
  for (const rendered of [
    renderForSlack(answer),
    renderForDiscord(answer),
    renderForConsole(answer, { colour: false, width: 80 }),
  ])
    expect(JSON.stringify(rendered).match(/Counting everybody|3 incidents/)?.[0]).toBe('Counting everybody');
});
