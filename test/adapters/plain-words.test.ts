import { expect, test } from 'vitest';
import { stripMarkup as fromDiscord } from '../../src/adapters/discord/message-context.ts';
import { plainWords } from '../../src/adapters/plain-words.ts';
import { stripMarkup as fromSlack } from '../../src/adapters/slack/message-context.ts';

test.each([
  ['attacks in Iraq :fire:', 'attacks in Iraq'],
  ['attacks in Iraq:fire:', 'attacks in Iraq'],
  [':wave::skin-tone-3: attacks in Mali:pray::skin-tone-2: please', 'attacks in Mali please'],
  [':flag-sy: attacks in :+1: Iraq :100:', 'attacks in Iraq'],
  ['attacks in Iraq🔥 🇸🇾 👩‍👩‍👧 👍🏽', 'attacks in Iraq'],
  ['1️⃣ attacks', '1 attacks'],
  ['attacks in Ir\u200baq\u200b \u2066and\u2069 Syria\ufeff', 'attacks in Iraq and Syria'],
  ['attacks\u00a0in Iraq', 'attacks in Iraq'],
  ['*attacks* in _Iraq_ and ***Al Muthanna***', 'attacks in Iraq and Al Muthanna'],
  ['_attacks in Al_Muthanna_', 'attacks in Al_Muthanna'],
  ['`attacks in Iraq`', 'attacks in Iraq'],
  ['```attacks in Iraq```', 'attacks in Iraq'],
  ['attacks in ~Iraq~ Syria, ~~raids~~ today', 'attacks in Syria, today'],
  ['between ~50 and ~60 killed', 'between ~50 and ~60 killed'],
  ['||attacks|| in Iraq', 'attacks in Iraq'],
  ['> attacks in Iraq', 'attacks in Iraq'],
  ['# attacks in Iraq', 'attacks in Iraq'],
  ['@everyone attacks in Iraq @here', 'attacks in Iraq'],
  // What is none of these.
  ['attacks at 10:30:15 in Iraq', 'attacks at 10:30:15 in Iraq'],
  ['show sitrep:samawah-convoy-2020-07-11', 'show sitrep:samawah-convoy-2020-07-11'],
  ['show sitrep:samawah-convoy-2020-07-11: who?', 'show sitrep:samawah-convoy-2020-07-11: who?'],
  ['search --place "Al Muthanna" --limit 5', 'search --place "Al Muthanna" --limit 5'],
  ['import https://example.org/a_b_c/~x/*.csv', 'import https://example.org/a_b_c/~x/*.csv'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['هجمات في العراق', 'هجمات في العراق'],
])('%s', (written, words) => expect(plainWords(written)).toBe(words));

test('what mentions and links name in Slack is no place', () => {
  const written =
    '<@U1|paris> attacks in <https://example.org/Syria|Iraq> <#C1|mali> <#C2> <!subteam^S1|@chad> <!here|here> &amp; <https://example.org/a>';
  expect(fromSlack(written)).toBe('attacks in Iraq & https://example.org/a');
});

test('what mentions and links name in Discord is no place', () => {
  const written =
    '<@1> attacks in [**Iraq**](https://example.org/Syria) <#2> <:mali:3> <a:chad:4> </ask:5> <id:browse>';
  expect(fromDiscord(written, 'UTC')).toBe('attacks in Iraq');
});

test('a Discord timestamp is its day in the asker’s zone', () => {
  expect(fromDiscord('attacks since <t:1594760400:R>', 'Asia/Baghdad')).toBe('attacks since 15 July 2020');
  expect(fromDiscord('attacks since <t:1594760400>', 'America/New_York')).toBe('attacks since 14 July 2020');
});

test('forty thousand characters are cleaned at once', () => {
  for (const piece of ['*a ', '_a ', '~a ', '`', ':a', '||', '> ', '[a](']) {
    const started = performance.now();
    plainWords(piece.repeat(40_000 / piece.length));
    fromDiscord(piece.repeat(40_000 / piece.length), 'UTC');
    expect(performance.now() - started).toBeLessThan(1000);
  }
});
