import { expect, test } from 'vitest';
import { readCommandIntent } from '../../src/reading/command-intent.ts';
import { readSmallTalk } from '../../src/reading/small-talk.ts';

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
  expect(readSmallTalk(text)).toBe(talk);
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
  expect(readCommandIntent(text)?.command).toBe(command);
});

test.each([
  ['alert me about attacks in Baghdad', 'attacks in Baghdad'],
  ['notify this channel when there is an attack in Kyiv', 'attack in Kyiv'],
  ['can you let us know when airstrikes happen in Gaza?', 'airstrikes in Gaza'],
  ['keep us posted on protests in Sudan, daily at 08:00', 'protests in Sudan, daily at 08:00'],
  ['send us a daily digest of attacks in Mali', 'attacks in Mali, daily'],
  ['alert us when the weekly count in Borno doubles', 'when the weekly count in Borno doubles'],
  ['alert us about this', undefined],
])('%s: to be told of what is new', (text, question) => {
  expect(readCommandIntent(text)).toEqual({
    command: 'subscribe',
    options: question === undefined ? {} : { question },
  });
});

test.each([
  'tell me about attacks in Iraq',
  'tell me when the last attack in Kabul was',
  'tell us if there was an attack in Kabul yesterday',
  'tell me if it is confirmed',
  'let me know how many attacks there were in Iraq',
  'warn civilians in Gaza',
])('%s: a question', (text) => {
  expect(readCommandIntent(text)).toBeUndefined();
});

test.each([
  ['stop alerts', 'subscriptions'],
  ['what are my alerts?', 'subscriptions'],
  ['unsubscribe', 'subscriptions'],
  ['I want to report an incident', 'report'],
])('%s: %s', (text, command) => {
  expect(readCommandIntent(text)).toEqual({ command, options: {} });
});
