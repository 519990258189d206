import { Parser } from 'htmlparser2';
import type { Report, Unreviewed } from '../incident.ts';
import { textOf } from './cell-values.ts';

const longest = 5000;

/**
 * The first 5,000 characters of a piece of HTML without its markup, scripts and styles; undefined if there is no text.
 */
export function plainText(html: string): string | undefined {
  let text = '';
  let skip = 0;
  const isInvisible = (name: string) => name === 'script' || name === 'style';
  const parser = new Parser({
    onopentagname: (name) => {
      if (isInvisible(name)) skip++;
      text += ' ';
    },
    ontext: (words) => {
      if (skip === 0) text += words;
    },
    onclosetag: (name) => {
      if (isInvisible(name)) skip--;
    },
  });
  parser.end(html);
  return textOf(text.slice(0, longest));
}

/** An http or https address, normalised; undefined for anything else. */
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

/** A published text as a report to review. It is in a country only if there is exactly one. */
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
