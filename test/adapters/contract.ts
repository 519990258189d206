import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';

/** What a test sees of an answer on any platform. */
export interface Shown {
  text: string;
  /** Seen by the asker alone. */
  alone: boolean;
  /** The conversation it stands in: a thread, or what the platform has for one. */
  thread: string | undefined;
  buttons: { label: string; press(): Promise<Shown> }[];
}

/** One platform as a person uses it. */
export interface Platform {
  mention(text: string, thread?: string): Promise<Shown>;
  direct(text: string): Promise<Shown>;
  command(words: string): Promise<Shown>;
  /** The files that came with answers, in order. */
  files(): { name: string; bytes: Buffer }[];
  /** Everything that would have pinged someone. */
  pings(): string[];
  stop(): Promise<void>;
}

const convoy = /Sayara\s+Thora\s+Al-Ashrin/;

/** What every adapter keeps: the same questions, the same manners. */
export function describeAdapter(name: string, start: () => Promise<Platform>): void {
  describe(`${name}: what every adapter keeps`, () => {
    let platform: Platform;
    beforeAll(async () => {
      platform = await start();
    });
    afterAll(() => platform.stop());
    const label = (shown: Shown, words: RegExp) => {
      const found = shown.buttons.find((b) => words.test(b.label));
      if (!found) throw new Error(`No button like ${words} among: ${shown.buttons.map((b) => b.label).join(', ')}`);
      return found;
    };

    test('a mention is answered for everyone in a thread', async () => {
      const shown = await platform.mention('who claimed the convoy attack near Samawah?');
      expect(shown).toMatchObject({ alone: false, thread: expect.any(String) });
      expect(shown.text).toMatch(convoy);
    });

    test('a follow-up in the thread goes on from it; elsewhere it does not', async () => {
      const first = await platform.mention('incidents in Iraq');
      const second = await platform.mention('and in Syria?', first.thread);
      expect(second.thread).toBe(first.thread);
      expect(second.text).toMatch(/Syria/);
      expect(second.text).not.toMatch(/no place or actor/);
    });

    test('a direct message is answered, and goes on from the last one', async () => {
      expect((await platform.direct('incidents in Iraq')).text).toMatch(/attacks? in Iraq/);
      expect((await platform.direct('only airstrikes')).text).toMatch(/airstrike/i);
    });

    test('the commands of the menu, in the words of the console', async () => {
      const shown = await platform.command('search --place Iraq --order deadliest');
      expect(shown).toMatchObject({ alone: false });
      expect(shown.text).toMatch(/Iraq/);
    });

    test('what is no command is a question, also when it begins like one', async () => {
      expect((await platform.command('who claimed the convoy attack?')).text).toMatch(convoy);
      expect((await platform.command('show me airstrikes in Syria')).text).toMatch(/Syria/);
    });

    test('help and errors are the asker’s alone, and name the remedy', async () => {
      expect(await platform.command('help')).toMatchObject({ alone: true, text: expect.stringMatching(/status/) });
      const wrong = await platform.command('show ucdp:0');
      expect(wrong).toMatchObject({ alone: true, text: expect.stringMatching(/no incident “ucdp:0”.*Ids look like/s) });
    });

    test('files of the bot’s own computer cannot be read from a channel', async () => {
      const shown = await platform.command('import /etc/passwd');
      expect(shown).toMatchObject({ alone: true, text: expect.stringMatching(/https addresses/) });
    });

    test('a channel’s settings are changed for everyone to see', async () => {
      const shown = await platform.command('settings --zone Asia/Kabul');
      expect(shown).toMatchObject({ alone: false, text: expect.stringMatching(/Time zone: Asia\/Kabul/) });
      expect(await platform.command('settings --zone Mars')).toMatchObject({
        alone: true,
        text: expect.stringMatching(/Asia\/Baghdad/),
      });
    });

    test('one question back is chosen by a button', async () => {
      const asked = await platform.mention('attacks near Samawha');
      const choice = asked.buttons.find((b) => /Samaw/.test(b.label));
      const answered = choice ? await choice.press() : asked;
      expect(answered.text).toMatch(/Samaw/);
    });

    test('why? tells how it was read', async () => {
      const shown = await platform.mention('airstrikes in Syria');
      expect((await label(shown, /why/i).press()).text).toMatch(/I read “airstrikes”/);
    });

    describe('the buttons of an older answer act on it, whatever the thread has spoken of since', () => {
      let older: Shown;
      beforeAll(async () => {
        older = await platform.mention('airstrikes in Syria');
        expect((await platform.mention('raids in Iraq', older.thread)).text).toMatch(/raid/);
      });
      const again = () => platform.mention('raids in Iraq', older.thread);

      test('why?', async () => {
        expect((await label(older, /why/i).press()).text).toMatch(/I read “airstrikes”.*Syria/s);
        await again();
      });

      test('a map', async () => {
        expect((await label(older, /^map$/i).press()).text).toMatch(/airstrike in Syria/);
        await again();
      });

      test('a file', async () => {
        const before = platform.files().length;
        await label(older, /^export$/i).press();
        await until(() => platform.files().length > before, 'a file');
        expect(platform.files().at(-1)?.name).toBe('airstrikes-in-syria.csv');
        await again();
      });

      test('to be told of new ones, from the question to the subscription', async () => {
        const shown = await label(older, /new ones/i).press();
        expect(shown.text).toMatch(/^Shall this channel hear of new airstrikes in Syria/);
        await again();
        const subscribed = await label(shown, /^subscribe$/i).press();
        expect(subscribed.text).toMatch(/airstrikes in Syria/);
        expect(subscribed.text).not.toMatch(/Iraq/);
      });

      test('and then the thread is about it again', async () => {
        await again();
        await label(older, /why/i).press();
        expect((await platform.mention('how many?', older.thread)).text).toMatch(/airstrike in Syria/);
      });
    });

    test('more of an older answer', async () => {
      const first = await platform.command('search --limit 1');
      await platform.mention('raids in Iraq', first.thread);
      expect((await label(first, /more/i).press()).text).toMatch(/Number 2, latest first/);
    });

    test('pages turn forth and back', async () => {
      const first = await platform.command('search --limit 1');
      const second = await label(first, /more/i).press();
      expect(second.text).toMatch(/Number 2, latest first/);
      expect((await label(second, /back/i).press()).text).toBe(first.text);
    });

    test('an answer is exported by its button, and in words', async () => {
      const before = platform.files().length;
      const file = async (n: number) => {
        await until(() => platform.files().length === before + n, `${n} files`);
        return platform.files()[before + n - 1];
      };
      const shown = await platform.mention('airstrikes in Syria');
      expect((await label(shown, /^export$/i).press()).text).toMatch(/Exported as CSV: 1 incident/);
      const csv = await file(1);
      expect(csv?.name).toBe('airstrikes-in-syria.csv');
      expect(csv?.bytes.toString()).toMatch(/^\ufeffid,title,.*licence,redistribution,about/);
      const inWords = await platform.mention('that as geojson, please', shown.thread);
      expect(inWords.alone).toBe(false);
      expect(JSON.parse((await file(2))?.bytes.toString() ?? '')).toMatchObject({ type: 'FeatureCollection' });
    });

    test('“was this right?” is kept and thanked for, alone', async () => {
      const shown = await platform.mention('airstrikes in Syria in 2020');
      expect(await label(shown, /right/i).press()).toMatchObject({ alone: true, text: expect.stringMatching(/noted/) });
    });

    test('nothing that people write pings anyone', async () => {
      await platform.mention('attacks by “<!channel> <@U2> @everyone @here <@&123>” near *Samawah*');
      await platform.mention('attacks near <!here|Samawah> `code` ||spoiler||');
      expect(platform.pings()).toEqual([]);
    });
  });
}
