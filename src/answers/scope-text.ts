import type { DatasetCoverage } from '../incidents/data-profile.ts';
import { eventTypeById } from '../incidents/event-types.ts';
import { clean, list, number, plural } from './messages/english/text.ts';

const mostKinds = 8;
const mostCountries = 5;

function kindsText({ scope, kinds }: DatasetCoverage): string {
  const coded = [...new Set([...(scope?.kinds ?? []), ...kinds])];
  if (!scope?.kinds || coded.length === 0) return 'any kind of incident';
  const names = coded.map((id) => eventTypeById(id)?.many ?? clean(id, 40));
  const more = names.length - mostKinds;
  return more > 1 ? `${names.slice(0, mostKinds).join(', ')} and ${more} more kinds` : list(names);
}

function countriesText({ countries }: DatasetCoverage): string {
  const names = countries.slice(0, mostCountries).map(({ country }) => clean(country, 60));
  const more = countries.length - names.length;
  return list([...names, ...(more > 0 ? [`${number(more)} more`] : [])]);
}

/** What a dataset of incidents records, for `status`; undefined where it is not known. */
export function scopeText(dataset: DatasetCoverage): string | undefined {
  const { scope, countries, incidents } = dataset;
  if (!scope || incidents === 0) return undefined;
  const figures = scope.casualties.length ? list(scope.casualties) : 'no casualties';
  const apart = [...scope.groups, ...(scope.sides ? ['the dead of each side'] : [])];
  return [
    `Records ${kindsText(dataset)}; figures: ${figures}${apart.length ? ` (apart: ${list(apart)})` : ''}`,
    ...(scope.leastKilled ? [`only incidents with at least ${plural(scope.leastKilled, 'reported death')}`] : []),
    ...(scope.selected ? ['a choice of incidents, so that none here does not mean none'] : []),
    ...(scope.whole
      ? [
          `every incident of ${list(scope.whole.map((w) => `${clean(w.country, 60)} ${w.first.slice(0, 4)} to ${w.last.slice(0, 4)}`))}, and a sample of the others`,
        ]
      : []),
    `${plural(countries.length, 'country', 'countries')}: ${countriesText(dataset)}`,
  ]
    .join('; ')
    .concat('.', ...[scope.definition, scope.rounding].map((text) => (text ? ` ${clean(text, 300)}` : '')));
}
