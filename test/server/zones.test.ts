import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../src/adapters/console/batch.ts';
import { composeUsage } from '../../src/answers/replies.ts';
import { isZone } from '../../src/config/config.ts';
import { settingsOf } from '../../src/settings/channel-settings.ts';
import { openSettings } from '../../src/settings/settings.ts';
import { freshDatabase } from '../support/engines.ts';
import { now, question } from '../support/world.ts';

describe('a time zone', () => {
  // Known to what writes dates, and not to what reckons with them.
  test.each(['US/Pacific-New', 'SystemV/PST8', 'Nope/Zone', ''])('“%s” is none', (zone) =>
    expect(isZone(zone)).toBe(false),
  );
  test.each(['Asia/Baghdad', 'UTC', 'EST5EDT'])('%s is one', (zone) => expect(isZone(zone)).toBe(true));

  test('that is none is refused in a batch, and the next line is answered', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sitrep-batch-')), 'lines');
    writeFileSync(file, '{"text":"one","zone":"US/Pacific-New"}\n{"text":"two","zone":"Asia/Baghdad"}\n');
    const [written, asked]: [string[], string[]] = [[], []];
    const { asker } = question('');
    const ask = async ({ text }: { text: string }) => {
      asked.push(text);
      return composeUsage('fine');
    };
    await runBatch(file, { asker, askedAt: now }, ask, (line) => written.push(line));
    expect(asked).toEqual(['two']);
    expect(written[0]).toMatch(/Line 1 could not be read: zone: is not a time zone, e\.g\. Asia\/Baghdad/);
  });
});

describe('what a channel has set', () => {
  const channel = { platform: 'slack', id: 'C1' };

  test('stands without a zone that is none', async () => {
    const settings = await openSettings(await freshDatabase());
    await settings.put('slack:C1', 'channel', { zone: 'US/Pacific-New', locale: 'en-US', mass: 5 });
    expect(await settingsOf(settings, channel)).toEqual({ locale: 'en-US', mass: 5 });
  });

  test('counts as nothing set where it cannot be read', async () => {
    const settings = await openSettings(await freshDatabase());
    const broken = { ...settings, get: async () => JSON.parse('{"zone":') };
    expect(await settingsOf(broken, channel)).toEqual({});
  });
});
