import { eventWords } from '../../../incidents/event-words.ts';
import type { Unit } from '../../../incidents/query.ts';
import { countryIn } from '../countries.ts';
import { datesIn } from '../dates.ts';
import { clean } from '../english/text.ts';
import { hourOf, partOfYear, sidesOf, weekdayNumbered } from '../group-keys.ts';
import { actorName, plainName } from '../names.ts';
import { day, list } from './filter.ts';

const dates = datesIn('fr-FR');
const seasons = {
  winter: 'l’hiver (décembre à février)',
  spring: 'le printemps (mars à mai)',
  summer: 'l’été (juin à août)',
  autumn: 'l’automne (septembre à novembre)',
};

/** The name of a group: "mars 2016". */
export function groupKey(unit: Unit | undefined, key: string): string {
  const part = partOfYear(key);
  if (part?.letter === 'W') return `semaine ${part.n} de ${part.year}`;
  if (part)
    return `${part.n === 1 ? '1er' : `${part.n}e`} ${part.letter === 'Q' ? 'trimestre' : 'semestre'} ${part.year}`;
  if (unit === 'weekday') return weekdayNumbered('fr-FR', Number(key));
  if (unit === 'season') return seasons[key as keyof typeof seasons] ?? key;
  if (unit === 'hour') return `de ${hourOf(key).join(' à ')}`;
  if (unit === 'actor') return actorName(key);
  if (unit === 'admin1' || unit === 'district' || unit === 'place') return clean(plainName(key), 100);
  if (unit === 'pair') return clean(list(sidesOf(key).map(actorName)), 200);
  if (unit === 'eventType') return eventWords.fr.get(key)?.many ?? key;
  if (unit === 'country') return countryIn('fr', key);
  if (/^\d{4}-\d{2}$/.test(key)) return dates.format('month', `${key}-01`);
  return /^\d{4}-\d{2}-\d{2}$/.test(key) ? day(key) : clean(key, 100);
}
