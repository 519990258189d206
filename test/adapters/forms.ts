import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A form as a person sees it, and an answer with its buttons. */
export interface Modal {
  title: string;
  fields: { name: string; most: number; value: string }[];
  fill(given: Record<string, string>): Promise<Said>;
}
export interface Said {
  text: string;
  alone: boolean;
  labels: string[];
  press(label: RegExp): Promise<Said>;
  open(label: RegExp): Promise<Modal>;
}
export interface FormPlatform {
  /** Characters that one field may hold. */
  most: number;
  command(name: string): Promise<Modal>;
  /** What everyone in the channel sees, in order. */
  public(): Promise<string[]>;
  pings(): string[];
  stop(): Promise<void>;
}

const text =
  'Gunmen ambushed an army convoy near Samawah, Iraq, on Saturday, killing three soldiers, <!channel> @everyone police said. Kataib Hezbollah denied responsibility.';

/** Command, modal, draft, correction, save: the same on each platform. */
export function describeForms(name: string, start: () => Promise<FormPlatform>): void {
  describe(`${name}: a report from a modal`, () => {
    let platform: FormPlatform;
    beforeAll(async () => {
      platform = await start();
    });
    afterAll(() => platform.stop());

    test('is drafted for the asker alone with each fact’s sentence, corrected, saved and told to everyone', async () => {
      const modal = await platform.command('report');
      expect(modal.fields.map((f) => f.name)).toEqual(['text', 'more', 'source', 'link', 'date']);
      for (const { most } of modal.fields) expect(most).toBeLessThanOrEqual(platform.most);
      const draft = await modal.fill({ text, more: '', source: 'Example Wire', link: '', date: '2020-07-13' });
      expect(draft.alone).toBe(true);
      expect(draft.text).toMatch(/I read 1 incident/);
      expect(draft.text).toMatch(/11 July 2020[^\n]*\[1\]/);
      expect(draft.text).toMatch(/\[1\].{0,20}“Gunmen ambushed an army convoy near Samawah/s);
      expect(draft.labels.slice(0, 3)).toEqual(['Save', 'Correct …', 'Discard']);
      expect(await platform.public()).toEqual([]);

      const form = await draft.open(/^Correct/);
      expect(form.fields.map((f) => f.name)).toEqual(['place', 'day', 'kind', 'actors', 'casualties']);
      expect(form.fields.find((f) => f.name === 'casualties')?.value).toMatch(/killed 3 soldiers/);
      const kept = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
      const corrected = await form.fill({ ...kept, casualties: 'killed 4 soldiers' });
      expect(corrected.alone).toBe(true);
      expect(corrected.text).toMatch(/4[^\n]*\(as you wrote it\)/);

      const saved = await corrected.press(/^Save$/);
      expect(saved.text).toMatch(/Saved: .*reported:/s);
      const told = (await platform.public()).join('\n');
      expect(told).toMatch(/ reported: .*Samawah.*Not reviewed yet.*correct reported:\S+ --confirmed/s);
      expect(platform.pings()).toEqual([]);
    });

    test('what holds no incident says what was missing; Discard leaves nothing', async () => {
      const modal = await platform.command('report');
      const empty = await modal.fill({ text: 'The council met on Monday to discuss the budget.', date: '2020-07-13' });
      expect(empty).toMatchObject({ alone: true, text: expect.stringMatching(/no incident.*by hand/s) });
      const again = await (await platform.command('report')).fill({ text, date: '2020-07-13' });
      expect((await again.press(/^Discard$/)).text).toMatch(/nothing was stored/);
      expect((await again.press(/^Save$/)).text).toMatch(/no draft .* any more/);
    });
  });
}
