import { expect, test } from 'vitest';
import { fileOf, load } from './import-in.ts';
import { layouts } from './layouts/index.ts';

const rows = 90;

test.each(layouts.map((l) => [l.name, l] as const))('%s is known by its content and read whole', async (_, layout) => {
  const path = fileOf(await layout.make(rows), `unnamed-${layouts.indexOf(layout)}`);
  const first = await load(path);
  const { report } = layout.format === 'mapped' ? await load(path) : first;
  expect(report).toMatchObject({ format: layout.format, rows, rejected: [] });
  expect(report.added + report.revised + report.unchanged + report.joined).toBe(rows);
});

test.each(layouts.filter((l) => l.format !== 'mapped').map((l) => [l.name, l] as const))(
  '%s again changes nothing',
  async (_, layout) => {
    const path = fileOf(await layout.make(rows), `again-${layouts.indexOf(layout)}`);
    const { incidents, report } = await load(path);
    const again = (await load(path, incidents)).report;
    expect([again.added, again.revised]).toEqual([0, 0]);
    expect(again.unchanged).toBe(report.added);
  },
);
