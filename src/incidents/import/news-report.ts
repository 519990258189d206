import { Parser } from 'htmlparser2';
import type { Report, Unreviewed } from '../incident.ts';
import { textOf } from './cell-values.ts';

const longest = 5000;

/** The words of a piece of HTML, without its markup, scripts and styles. */
export function plainText(html: string): string | undefined {
  let text = '';
  let skip = 0;
  const unseen = (name: string) => name === 'script' || name === 'style';
  const parser = new Parser({
    onopentagname: (name) => {
      if (unseen(name)) skip++;
      text += ' ';
    },
    ontext: (words) => {
      if (skip === 0) text += words;
    },
    onclosetag: (name) => {
      if (unseen(name)) skip--;
    },
  });
  parser.end(html);
  return textOf(text.slice(0, longest));
}

/** An address as it may be linked, or nothing. */
export const addressOf = (written: string | undefined): string | undefined =>
  written && URL.canParse(written) && /^https?:$/.test(new URL(written).protocol) ? new URL(written).href : undefined;

interface NewsItem {
  id: string;
  title: string;
  text?: string;
  /** ISO date of publication. */
  date: string;
  countries?: string[];
  publishers: string[];
  url?: string;
}

/** A published text as a report to review. */
export function newsReport({ id, title, text, date, countries = [], publishers, url }: NewsItem): Unreviewed {
  const reports = publishers.map(
    (publisher): Report => ({ publisher, date, headline: title, ...(url ? { url } : {}) }),
  );
  return {
    kind: 'report',
    id,
    title,
    ...(text ? { summary: text } : {}),
    when: { start: date, end: date, precision: 'day', basis: 'source' },
    where:
      countries.length === 1
        ? { country: countries[0], precision: 'country', basis: 'source' }
        : { precision: 'unknown', basis: 'source' },
    actors: [],
    attributions: [],
    reports,
    details: [],
    eventTypes: [],
    statement: title,
    confidence: 'not rated',
    codings: [],
  };
}
