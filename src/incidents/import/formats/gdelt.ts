import { reportsScope } from '../../dataset-scope.ts';
import type { Coding, Dataset, Unreviewed } from '../../incident.ts';
import { CellError, type Cells, listOf, numberOf, pointOf, required, textOf } from '../cell-values.ts';
import { cameoOf, codedReport, mergeCoded } from '../coded-reports.ts';
import { type DateReader, dateReader } from '../dates.ts';
import type { Format } from '../format.ts';
import { shortHash } from '../record-ids.ts';

const dataset: Dataset = {
  id: 'gdelt',
  name: 'GDELT 2.0 events (coded by machine, not reviewed)',
  licence: 'free to use and pass on with a reference to the GDELT Project',
  citation:
    'Leetaru and Schrodt (2013), GDELT: Global Data on Events, Language, and Tone; The GDELT Project, https://www.gdeltproject.org',
  url: 'https://www.gdeltproject.org',
  redistribution: 'allowed',
  scope: reportsScope('Events that a machine coded from news: reports to review, never counted.'),
};

/**
 * "Beirut, Beyrouth, Lebanon": the last part is the country. ActionGeo_Type 3 and 4 are towns, 1 is a country (GDELT
 * codebook).
 */
function placeOf(cells: Cells): Partial<Coding> {
  const parts = listOf(cells.actiongeo_fullname, ',');
  const type = numberOf(cells, 'actiongeo_type') ?? 0;
  if (parts.length === 0 || type === 0) return {};
  const point = type === 3 || type === 4 ? pointOf(cells, 'actiongeo_lat', 'actiongeo_long') : undefined;
  return { country: parts.at(-1), ...(type === 1 ? {} : { place: parts[0] }), ...point };
}

function codingOf(cells: Cells, date: DateReader): Coding {
  const words = textOf(cells.cameocodedescription);
  return {
    id: required(cells, 'globaleventid'),
    code: cameoOf(cells.eventcode, 'eventcode'),
    ...(words ? { words } : {}),
    date: date(cells, 'sqldate'),
    actors: [textOf(cells.actor1name), textOf(cells.actor2name)].filter((a) => a !== undefined),
    ...placeOf(cells),
  };
}

/** The words of an address, "riverbend planning major development", or the address itself. */
function wordsOf(url: URL): string {
  const words = url.pathname
    .split('/')
    .map((part) =>
      part
        .replace(/\.\w{2,5}$/, '')
        .split(/[-_]/)
        .filter((w) => /^\p{L}+$/u.test(w)),
    )
    .sort((a, b) => b.length - a.length)[0];
  return words && words.length > 2 ? words.join(' ') : url.href;
}

function addressOf(cells: Cells): URL {
  const written = required(cells, 'sourceurl');
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new CellError('sourceurl', written, 'is not a web address');
  return url;
}

function reportOf(cells: Cells, date: DateReader): Unreviewed {
  const url = addressOf(cells);
  const added = required(cells, 'dateadded').slice(0, 8);
  return codedReport({
    id: `gdelt:${shortHash(url.href)}`,
    source: {
      publisher: url.hostname.replace(/^www\./, ''),
      url: url.href,
      date: date({ dateadded: added }, 'dateadded'),
    },
    statement: wordsOf(url),
    codings: [codingOf(cells, date)],
  });
}

/** GDELT events, with or without a header. Rows with the same source address become one report. */
export const gdelt: Format = {
  name: 'gdelt',
  dataset,
  columns: [['globaleventid', 'sqldate', 'eventcode', 'sourceurl']],
  reader: (sample) => {
    const date = dateReader(sample, ['sqldate']);
    return (cells) => reportOf(cells, date);
  },
  merge: mergeCoded,
};
