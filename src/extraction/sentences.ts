import { tidy } from '../reading/text.ts';
import { extractPageText, isBoilerplate, isHeadline } from './page-text.ts';

/** A sentence of the report. `text` has straight quotes and plain dashes, `quote` is as written. */
export interface Sentence {
  text: string;
  quote: string;
  paragraph: number;
}

/** The dateline: where and by whom a report was filed, "MOGADISHU, Somalia (AP) —". */
interface Dateline {
  place: string;
  agency?: string;
}

/** A pasted page as sentences. */
export interface ArticleText {
  /** The page's headline, if it has one. */
  headline?: string;
  dateline?: Dateline;
  sentences: Sentence[];
  /** How many lines were left out as boilerplate. */
  dropped: number;
  /** The page was longer than the limit, and the rest was not read. */
  cut: boolean;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const abbreviation =
  /(?:^|[\s(])(?:[A-Z]\.|(?:[A-Za-z]\.){2,}|Gen\.|Lt\.|Col\.|Maj\.|Capt\.|Sgt\.|Brig\.|Cpl\.|Dr\.|Mr\.|Mrs\.|Ms\.|St\.|Gov\.|Sen\.|Rep\.|No\.|approx\.|vs\.)\s*$/;
const clockEnd = /\b[ap]\.m\.\s*$/i;

/** "…, yet this may not mean much: In the past months …": two sentences. */
const atColon = (sentence: string): string[] => sentence.split(/(?<=(?:\S+ ){6,}\S+:) (?=\p{Lu}\p{Ll}* )/u);

/** Longer sentences are split: reading takes time with the square of a sentence's length, in characters. */
const longestSentence = 800;
const pieces = new RegExp(`[^]{1,${longestSentence}}(?=\\s|$)|[^]{1,${longestSentence}}`, 'g');
const bounded = (sentence: string): string[] =>
  sentence.length <= longestSentence ? [sentence] : (sentence.match(pieces) ?? []).map((piece) => piece.trim());

/** The sentences of a line; a full stop after an abbreviation ends none. */
function sentencesIn(line: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(line)) {
    open += segment;
    if (abbreviation.test(open) && !clockEnd.test(open)) continue;
    found.push(open.trim());
    open = '';
  }
  return [...found, open.trim()].filter(Boolean).flatMap(bounded).flatMap(atColon);
}

const agencies = 'AP|Reuters|AFP|CNN|BBC|UPI|Xinhua|TASS|dpa|ANI|PTI|IANS|EFE|DPA|Anadolu|AA';
const filed = new RegExp(
  `^([\\p{Lu}][\\p{Lu}' .-]{2,30}(?:, [\\p{Lu}][\\p{L}' .]{2,30})?)(?:, [\\p{L}.]{3,9} \\d{1,2})? ?(?:\\((${agencies})\\))? ?(?:[—–]|--?) +(?=\\S)`,
  'u',
);

function withoutDateline(line: string): { line: string; dateline?: Dateline } {
  const found = line.match(filed);
  if (!found?.[1]) return { line };
  const place = found[1].trim();
  return { line: line.slice(found[0].length), dateline: { place, ...(found[2] ? { agency: found[2] } : {}) } };
}

/** Splits a pasted page into the sentences of its report, each once, without boilerplate. */
export function splitArticle(pasted: string): ArticleText {
  const { words, cut } = extractPageText(pasted);
  const lines = words
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const page: ArticleText = { sentences: [], dropped: 0, cut };
  const seen = new Set<string>();
  let paragraph = 0;
  lines.forEach((written, i) => {
    if (isBoilerplate(written, i === 0)) {
      page.dropped++;
      return;
    }
    if (i === 0 && lines.length > 1 && isHeadline(written)) {
      page.headline = tidy(written);
      return;
    }
    const { line, dateline } = withoutDateline(written.replace(/^(?:[-*•–]|\d+[.)]) +/, ''));
    if (dateline && !page.dateline) page.dateline = dateline;
    paragraph++;
    for (const quote of sentencesIn(line)) {
      const text = tidy(quote.replace(/(^|\s)#(?=\p{L})/gu, '$1'));
      if (!/\p{L}/u.test(text) || isBoilerplate(text, true) || seen.has(text.toLowerCase())) continue;
      seen.add(text.toLowerCase());
      page.sentences.push({ text, quote, paragraph });
    }
  });
  return page;
}
