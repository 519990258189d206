import { reportsScope } from '../../dataset-scope.ts';
import type { Coding, Dataset, Unreviewed } from '../../incident.ts';
import { type Cells, listOf, pointOf, required, textOf } from '../cell-values.ts';
import { cameoOf, codedReport, mergeCoded } from '../coded-reports.ts';
import { type DateReader, dateReader } from '../dates.ts';
import type { Format } from '../format.ts';
import { withoutSpaces } from '../record-ids.ts';

const dataset: Dataset = {
  id: 'icews',
  name: 'ICEWS events (coded by machine, not reviewed)',
  licence: 'the terms stated on its page in the Harvard Dataverse',
  citation:
    'Boschee, Lautenschlager, O’Brien, Shellman, Starz and Ward (2015), ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075',
  url: 'https://doi.org/10.7910/DVN/28075',
  redistribution: 'forbidden',
  scope: reportsScope('Events that a machine coded from news: reports to review, never counted.'),
};

function codingOf(cells: Cells, date: DateReader): Coding {
  const words = textOf(cells.event_text);
  const place = textOf(cells.city);
  const country = textOf(cells.country);
  return {
    id: withoutSpaces(required(cells, 'event_id')),
    code: cameoOf(cells.cameo_code, 'cameo_code'),
    ...(words ? { words } : {}),
    date: date(cells, 'event_date'),
    actors: [textOf(cells.source_name), textOf(cells.target_name)].filter((a) => a !== undefined),
    ...(place ? { place } : {}),
    ...(country ? { country } : {}),
    ...(place ? pointOf(cells, 'latitude', 'longitude') : undefined),
  };
}

function reportOf(cells: Cells, date: DateReader): Unreviewed {
  const coding = codingOf(cells, date);
  const publisher = listOf(cells.publisher, ';')[0] ?? 'a publisher ICEWS does not name';
  const story = textOf(cells.story_id);
  return codedReport({
    id: `icews:${story ? withoutSpaces(story) : `event-${coding.id}`}`,
    source: { publisher, date: coding.date },
    codings: [coding],
  });
}

/** ICEWS, with the column names of the Dataverse files or of the R package. Events of one story become one report. */
export const icews: Format = {
  name: 'icews',
  dataset,
  columns: [['event_id', 'event_date', 'source_name', 'target_name', 'cameo_code']],
  reader: (sample) => {
    const date = dateReader(sample, ['event_date']);
    return (cells) => reportOf(cells, date);
  },
  merge: mergeCoded,
};
