const usual: Record<string, string> = {
  id: '',
  type_of_violence: '1',
  conflict_name: 'Iraq: Government',
  side_a: 'Government of Iraq',
  side_b: 'IS',
  number_of_sources: '1',
  source_article: 'Wire',
  where_prec: '1',
  where_coordinates: 'Samawah town',
  adm_1: 'Muthanna',
  latitude: '31.31',
  longitude: '45.28',
  country: 'Iraq',
  date_prec: '1',
  date_start: '2016-03-01',
  date_end: '2016-03-01',
  deaths_a: '0',
  deaths_b: '0',
  deaths_civilians: '0',
  deaths_unknown: '0',
  best: '',
  high: '',
  low: '',
};

/** A row of UCDP’s API. */
export const ucdpRow = (id: number): Record<string, string | number> => ({ ...usual, id, best: 3, high: 3, low: 3 });

/** A file of UCDP GED: clashes at Samawah with so many killed. */
export function ucdpCsv(ids: readonly number[], best = 3): string {
  const toll = { best: `${best}`, high: `${best}`, low: `${best}` };
  const rows = ids.map((id) => Object.values({ ...usual, ...toll, id: `${id}` }).join(','));
  return `${[Object.keys(usual).join(','), ...rows].join('\n')}\n`;
}
