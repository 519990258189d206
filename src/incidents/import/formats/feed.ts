import { reportsScope } from '../../dataset-scope.ts';
import type { Dataset, Unreviewed } from '../../incident.ts';
import { type Cells, required, textOf } from '../cell-values.ts';
import { type DateReader, dateReader } from '../dates.ts';
import type { Format } from '../format.ts';
import { addressOf, newsReport, plainText } from '../news-report.ts';
import { shortHash } from '../record-ids.ts';

const dataset: Dataset = {
  id: 'feed',
  name: 'News feeds (RSS and Atom, not reviewed)',
  licence: 'the texts belong to their publishers',
  citation: 'the publisher named with each report',
  redistribution: 'forbidden',
  scope: reportsScope('News items: to review, never counted.'),
};

function reportOf(cells: Cells, date: DateReader): Unreviewed {
  const url = addressOf(textOf(cells.link)) ?? addressOf(textOf(cells.guid));
  const title = plainText(required(cells, 'title')) ?? required(cells, 'title');
  return newsReport({
    id: `feed:${shortHash(textOf(cells.guid) ?? url ?? title)}`,
    title,
    text: plainText(cells.text ?? ''),
    date: date(cells, 'published'),
    publishers: [textOf(cells.source) ?? textOf(cells.feed) ?? 'a feed without a name'],
    url,
  });
}

/** RSS and Atom feeds. */
export const feed: Format = {
  name: 'feed',
  dataset,
  columns: [['feed', 'guid', 'title', 'link', 'published', 'text', 'source']],
  reader: (sample) => {
    const date = dateReader(sample, ['published']);
    return (cells) => reportOf(cells, date);
  },
};
