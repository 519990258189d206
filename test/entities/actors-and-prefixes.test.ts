import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actor, names, over } from './linker-over.ts';

describe('actors', () => {
  beforeEach(() => {
    over(
      [],
      [
        actor('BNP (Bangladesh)', 3, 'Bangladesh'),
        actor('BNP (Nepal)', 8),
        actor('Supporters of Zorak Front', 2),
        actor('Zorak Liberation Army', 5),
        actor('Frente de Liberacion de Zorak', 1),
        actor('Zorak Democratic Council', 1),
      ],
    );
  });
  const found = (said: string, exact = false) => names.actors(said, { exact }).map(({ name }) => name);
  test.each([
    ['of one name the one of most incidents first', 'BNP', 'BNP (Nepal)'],
    ['without “Supporters of”', 'the Zorak Front', 'Supporters of Zorak Front'],
    ['with a word for what they are', 'Zorak Front fighters', 'Supporters of Zorak Front'],
    ['with a slip', 'Zorack Liberation Army', 'Zorak Liberation Army'],
    ['in another order', 'Army for the Liberation of Zorak', 'Zorak Liberation Army'],
    ['in another language', 'Zorak Liberation Front', 'Frente de Liberacion de Zorak'],
  ])('%s: %s', (_, said, name) => expect(found(said)[0]).toBe(name));
  test('a slip of one letter is nearly sure', () =>
    expect(names.actors('Zorack Liberation Army')[0]?.score).toBe(0.92));
  test('are not guessed where only the very name will do', () => {
    expect(found('Zorac Front', true)).toEqual([]);
    expect(found('Zorak Front', true)).toEqual(['Supporters of Zorak Front']);
  });
  test('a country in brackets says where they are and is no name of them; other words in brackets are', () => {
    over([], [actor('Protesters (Nepal)', 9), actor('Zorak Movement (Zormov)', 2)]);
    expect(found('Nepal', true)).toEqual([]);
    expect(found('Protesters', true)[0]).toBe('Protesters (Nepal)');
    expect(found('Zormov', true)).toEqual(['Zorak Movement (Zormov)']);
  });
  test.each([
    ['bn', ['BNP (Nepal)', 'BNP (Bangladesh)']],
    ['zor', ['Zorak Liberation Army', 'Zorak Democratic Council', 'Supporters of Zorak Front']],
    ['lib', ['Zorak Liberation Army', 'Frente de Liberacion de Zorak']],
  ])('whose names begin with “%s”, then those with a word that does', (typed, expected) =>
    expect(
      names
        .prefixSearch('actor', typed, 3)
        .map(({ name }) => name)
        .slice(0, expected.length),
    ).toEqual(expected),
  );
});

describe('while a place is typed', () => {
  beforeAll(() => {
    over([
      ['place', 'Kartala', 1],
      ['place', 'Wadi Karta', 25],
      ['place', 'Tel Karta', 3],
      ['admin1', 'Kartum', 2],
    ]);
  });
  const offered = (typed: string, most: number) => names.prefixSearch('place', typed, most).map(({ name }) => name);
  const [own, inside] = [
    ['Kartum province, Iraq', 'Kartala, Iraq'],
    ['Wadi Karta, Iraq', 'Tel Karta, Iraq'],
  ];
  test('what begins so comes before what has a word that does, each by its incidents', () => {
    expect(offered('kart', 4)).toEqual([...own, ...inside]);
    expect(offered('kart', 3)).toEqual([...own, inside[0]]);
    expect(offered('kart', 1)).toEqual([own[0]]);
  });
  test('the gazetteer’s follow, by population, from the second letter on', () => {
    expect(offered('k', 9)).toEqual([...own, ...inside]);
    expect(offered('ka', 6)).toEqual([...own, ...inside, 'Karachi, Pakistan', 'Kabul, Afghanistan']);
  });
  test('a name typed in full comes first, however few incidents it has', () => {
    over([
      ['place', 'Karta', 1],
      ['place', 'Kartala', 25],
    ]);
    expect(offered('karta', 2)).toEqual(['Karta, Iraq', 'Kartala, Iraq']);
    expect(offered('karta', 1)).toEqual(['Karta, Iraq']);
  });
  test('no name is offered twice', () => expect(new Set(offered('ka', 25)).size).toBe(25));
});
