import { beforeAll, describe, expect, test } from 'vitest';
import { liesIn } from '../../src/entities/lies-in.ts';
import type { VocabularyPlace } from '../../src/incidents/data-profile.ts';
import { inIraq, names, over } from './linker-over.ts';

const place = (
  level: VocabularyPlace['level'],
  name: string,
  country: string,
  admin1: string | null,
  at: readonly [number, number] | null = null,
): VocabularyPlace => ({
  ...inIraq([level, name, 5]),
  ...{ country, admin1, lat: at?.[0] ?? null, lon: at?.[1] ?? null },
});

beforeAll(() => {
  over([
    place('admin1', 'Borno state', 'Nigeria', null, [11.8, 13.2]),
    place('place', 'Gwoza town', 'Nigeria', 'Borno state', [11.08, 13.69]),
    place('place', 'Zorqat camp', 'Nigeria', null, [11.5, 13.1]),
    place('admin1', 'Rif Dimashq Governorate', 'Syria', null, [33.5, 36.4]),
    place('place', 'Duma town', 'Syria', 'Rif Dimashq Governorate', [33.57, 36.4]),
    place('admin1', 'Western Darfur state', 'Sudan', null, [13.4, 22.4]),
    place('place', 'Geneina town', 'Sudan', 'Western Darfur state', [13.45, 22.44]),
    place('place', 'Juba town', 'Sudan', 'Bahr-al-Jabal state', [4.85, 31.6]),
  ]);
});

/** The places of a name that lie in one of each of the others. */
const within = (said: string, ...holders: string[]) =>
  names
    .places(said, { exact: true, limit: 200 })
    .filter((c) => holders.every((one) => names.places(one, { exact: true, limit: 60 }).some((h) => liesIn(c, h))));

describe('a place lies in', () => {
  test.each([
    ['Gwoza', ['Borno'], 'Nigeria'],
    ['Gwoza', ['Borno State', 'Nigeria'], 'Nigeria'],
    ['Sittwe', ['Rakhine State', 'Myanmar'], 'Myanmar (Burma)'],
    ['Bria', ['Haute-Kotto'], 'Central African Republic'],
    ['Atlanta', ['Georgia'], 'United States'],
    ['Tripoli', ['Lebanon'], 'Lebanon'],
    ['Fallujah', ['Anbar'], 'Iraq'],
    ['Duma', ['Eastern Ghouta'], 'Syria'],
    ['Duma', ['Rif Dimashq'], 'Syria'],
    ['Geneina', ['Darfur'], 'Sudan'],
    ['Juba', ['Sudan'], 'South Sudan'],
    ['Borno', ['Lake Chad basin'], 'Nigeria'],
    ['Borno', ['Nigeria'], 'Nigeria'],
    ['Fallujah', ['Middle East'], 'Iraq'],
  ])('%s in %j', (said, holders, country) => {
    const [first, ...others] = within(said, ...holders);
    expect(first?.country).toBe(country);
    expect(others.filter((c) => c.country !== country)).toEqual([]);
  });
  test('the province whose outline is around it, if the data tells none', () => {
    expect(within('Zorqat camp', 'Borno')).toHaveLength(1);
    expect(within('Zorqat camp', 'Kano')).toEqual([]);
  });
  test.each([
    ['Aleppo', ['Idlib']],
    ['Atlanta', ['Iraq']],
    ['Iraq', ['Baghdad']],
    ['Iraq', ['Iraq']],
    ['Mosul', ['Kurdistan']],
    ['Aleppo', ['Eastern Ghouta']],
    ['Gwoza', ['Darfur']],
  ])('but not %s in %j', (said, holders) => expect(within(said, ...holders)).toEqual([]));
});
