import { expect, test } from 'vitest';
import { commandWish } from '../../src/understanding/command-wish.ts';
import { smallTalk } from '../../src/understanding/small-talk.ts';

test.each([
  ['hello', 'hello'],
  ['Hi there!', 'hello'],
  ['good morning sitrep', 'hello'],
  ['thanks', 'thanks'],
  ['Thank you so much!', 'thanks'],
  ['ok, many thanks', 'thanks'],
  ['how do you count deaths?', 'counting'],
  ['what do you mean by “killed”?', 'counting'],
  ['what does killed mean?', 'counting'],
  ['what counts as an attack', 'counting'],
  ['hello, attacks in Iraq', undefined],
  ['thanks, and in Syria?', undefined],
  ['what does the attack mean?', undefined],
  ['how many attacks were counted in Iraq?', undefined],
  ['count attacks in Iraq', undefined],
])('%s: said to us or not', (text, talk) => {
  expect(smallTalk(text)).toBe(talk);
});

test.each([
  ['what can you do?', 'help'],
  ['who are you?', 'help'],
  ['how does this work?', 'help'],
  ['what can I ask you?', 'help'],
  ['where does your data come from?', 'status'],
  ['what sources do you use?', 'status'],
  ['how up to date is your data?', 'status'],
  ['what countries do you cover?', 'status'],
  ['help aid workers in Mali', undefined],
  ['what sources are there for the attack?', undefined],
  ['who are the Taliban?', undefined],
  ['what data is there for Mali?', undefined],
])('%s: a command of the menu or a question', (text, command) => {
  expect(commandWish(text)?.command).toBe(command);
});
