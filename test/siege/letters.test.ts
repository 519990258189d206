import { expect, test } from 'vitest';
import { z } from 'zod';
import { menu } from '../../commands/index.ts';
import { deskOver } from '../support/desk.ts';
import { question } from '../support/world.ts';

/** Emoji at an odd and at an even place: one of the two would be cut in half. */
const texts = ['💥'.repeat(400), `a${'💥'.repeat(400)}`, `Gunmen killed 3 in Samawah. ${'💥'.repeat(400)}`];
const takesText = (type: unknown) =>
  ['string', 'array'].includes(String(z.toJSONSchema(type as z.ZodType, { io: 'input' }).type));

test('no letter is cut in half, whatever a command is given', async () => {
  const desk = await deskOver();
  const from = question('');
  for (const { name, options } of menu)
    for (const [field, type] of Object.entries(options.shape)) {
      if (!takesText(type)) continue;
      for (const text of texts) {
        const given = {
          [field]: String(z.toJSONSchema(type as z.ZodType, { io: 'input' }).type) === 'array' ? [text] : text,
        };
        const said = JSON.stringify(await desk.run(name, given, from));
        // JSON writes half a letter as an escape.
        expect(said, `${name} ${field}`).not.toMatch(/\\ud[89a-f]/);
        expect(JSON.stringify(await desk.dispatchText(`${name} ${text}`, from)), name).not.toMatch(/\\ud[89a-f]/);
      }
    }
});
