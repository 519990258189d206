import { reportsScope } from '../../dataset-scope.ts';
import type { Dataset, Unreviewed } from '../../incident.ts';
import { type Cells, listOf, required, textOf } from '../cell-values.ts';
import { type DateReader, dateReader } from '../dates.ts';
import type { Format } from '../format.ts';
import { addressOf, newsReport, plainText } from '../news-report.ts';
import { withoutSpaces } from '../record-ids.ts';

const dataset: Dataset = {
  id: 'reliefweb',
  name: 'ReliefWeb reports (not reviewed)',
  licence: 'the texts belong to their sources; ReliefWeb terms of use',
  citation: 'ReliefWeb (https://reliefweb.int), and the source named with each report',
  url: 'https://reliefweb.int',
  redistribution: 'forbidden',
  scope: reportsScope('News and reports of humanitarian organisations: to review, never counted.'),
};

function reportOf(cells: Cells, date: DateReader): Unreviewed {
  const sources = listOf(cells['fields.source.name'], ';');
  const dated = textOf(cells['fields.date.original']) ? 'fields.date.original' : 'fields.date.created';
  return newsReport({
    id: `reliefweb:${withoutSpaces(required(cells, 'id'))}`,
    title: required(cells, 'fields.title'),
    text: plainText(cells['fields.body.html'] ?? cells['fields.body'] ?? ''),
    date: date(cells, dated),
    countries: listOf(cells['fields.country.name'], ';'),
    publishers: sources.length ? sources : ['ReliefWeb'],
    url: addressOf(textOf(cells['fields.url_alias']) ?? textOf(cells['fields.url'])),
  });
}

/** Responses of the ReliefWeb API for reports, with the fields title, date, source, country, body and url. */
export const reliefweb: Format = {
  name: 'reliefweb',
  dataset,
  columns: [
    ['id', 'fields.title', 'fields.date.created'],
    ['id', 'fields.title', 'fields.date.original'],
  ],
  reader: (sample) => {
    const date = dateReader(sample, ['fields.date.created']);
    return (cells) => reportOf(cells, date);
  },
};
