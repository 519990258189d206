import type { CaveatMessages } from '../caveat.ts';
import { list } from './filter.ts';

const quoted = (said: readonly string[], join?: 'and' | 'or'): string =>
  list(
    said.map((words) => `« ${words} »`),
    join,
  );

export const caveats: CaveatMessages = {
  ignored: (said) => `Je n’ai pas pu tenir compte de ${quoted(said)} : voici la réponse sans cela.`,
  rate: (said) =>
    `Les données ne donnent pas la population, donc pas de chiffre ${quoted(said)} ; voici le chiffre brut.`,
  group: (said) => `Tout le monde est compté : les données ne comptent pas ${quoted(said, 'or')} à part.`,
  elsewhere: (said) => `Les données ne couvrent pas ${quoted(said, 'or')}.`,
  assumed: (read) => `${list(read.map(([said, name]) => `« ${said} » est lu comme ${name}`))}.`,
};
