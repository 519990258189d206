import { beforeAll, expect, test } from 'vitest';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import { deskOver } from '../support/desk.ts';
import { question } from '../support/world.ts';

let desk: Dispatcher;
beforeAll(async () => {
  desk = await deskOver();
});
const from = { ...question(''), thread: 'one' };

test('what is to be told of is shown first, with the button that subscribes', async () => {
  const answer = await desk.ask('alert us when there is an attack near Samawah', from);
  expect(answer.text).toMatch(/^Shall this channel hear of new attacks .* within 50 km of As Samawah, Iraq, at once\?/);
  const [button] = answer.next.filter(({ action: does }) => 'run' in does && does.run === 'subscribe');
  expect(button?.action).toMatchObject({
    run: 'subscribe',
    options: { confirm: true },
    about: { words: 'attack near Samawah' },
  });
  const subscribed = await desk.runAction(button?.action as never, from);
  expect(subscribed.text).toMatch(/Samawah/);
  expect((await desk.ask('what are my alerts?', from)).text).toMatch(/attack near Samawah/);
});

test('without words it is what the last answer of the thread was about', async () => {
  await desk.ask('raids in Iraq', from);
  expect((await desk.ask('alert us about this', from)).text).toMatch(/raids in Iraq/);
});

test('how to report is told to who asks alone', async () => {
  expect(await desk.ask('I want to report an incident', from)).toMatchObject({ audience: 'asker' });
});
