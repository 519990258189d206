import type { BriefUnit } from '../../reading/brief-intent.ts';
import { caveatOf, isBeyond } from '../beyond-answer.ts';
import type { Answer, Part } from '../document/answer.ts';
import type { Attachment } from '../document/attachment.ts';
import { textOf } from '../document/plain-text.ts';
import { documentOf } from '../document/to-json.ts';
import { clean, list, plural } from '../messages/english/text.ts';
import { notesOf } from '../notes.ts';
import { composeText } from '../replies.ts';
import type { BriefData } from './brief-data.ts';
import { adverbs, figureWords, heading, limitWords } from './brief-messages.ts';
import { type BriefSection, sectionsOf } from './brief-sections.ts';

/** A brief in words, as both the message and the page have it. */
export interface Brief {
  heading: string;
  lead: string;
  sections: BriefSection[];
  /** The small print. */
  notes: string[];
  warning?: string;
}

export const noBriefYet = (): Answer => composeText('There is no data yet to make a brief of. “import” loads some.');

/** The page holds whole records, so its own terms bind it. */
function warningOf({ datasets }: BriefData): string | undefined {
  const forbidden = datasets.filter((d) => d.forbidden).map((d) => clean(d.name, 100));
  return forbidden.length
    ? `${list(forbidden)} ${forbidden.length === 1 ? 'does' : 'do'} not allow records to be passed on: keep this brief inside your organisation.`
    : undefined;
}

/** What the chart by day cannot show. */
function undated({ unit, byDay: { result } }: BriefData): string[] {
  const n = result.ungrouped ?? 0;
  return n === 0 || unit === 'day'
    ? []
    : [
        `${plural(n, 'incident is', 'incidents are')} on no day of the chart: the date is known only to a range of days.`,
      ];
}

/** The texts, sections and notes of a brief. */
export function briefWords(brief: BriefData): Brief {
  const warning = warningOf(brief);
  const beyond = isBeyond(brief.sum);
  return {
    heading: heading(brief),
    lead: beyond ? (caveatOf(brief.sum) ?? '') : `${figureWords(brief.figures, brief.unit)} ${limitWords(brief)}`,
    sections: beyond ? [] : sectionsOf(brief),
    notes: [...notesOf(brief.sum), ...undated(brief)],
    ...(warning ? { warning } : {}),
  };
}

const parts = (section: BriefSection): Part[] =>
  section.drawn
    ? section.drawing
      ? [section.drawing]
      : []
    : [
        ...(section.words || section.lines.length
          ? [
              {
                kind: 'text' as const,
                text: [`${section.heading}: ${section.words}`.trim(), ...section.lines.map((l) => `• ${l}`)].join('\n'),
              },
            ]
          : []),
        ...section.tables.map((table) => ({ kind: 'table' as const, table })),
      ];

/** The message with the page attached; for the asker alone where redistribution is forbidden. */
export function briefAnswer(brief: BriefData, file: Attachment): Answer {
  const { heading, lead, sections, notes: small, warning } = briefWords(brief);
  const caveat = caveatOf(brief.sum);
  const first = isBeyond(brief.sum) ? `${lead} ${heading}.` : [caveat, `${heading}. ${lead}`].filter(Boolean).join(' ');
  const all: Part[] = [
    ...sections.filter((s) => !s.empty).flatMap(parts),
    ...(warning ? [{ kind: 'text' as const, text: warning }] : []),
    ...small.map((text) => ({ kind: 'note' as const, text })),
    { kind: 'file', file },
  ];
  const text = textOf(first, all);
  return {
    text,
    parts: [{ kind: 'text', text: first }, ...all],
    audience: warning ? 'asker' : 'everyone',
    next: brief.figures.incidents
      ? [{ label: 'Show the incidents', action: { find: { ...brief.sum.query, measure: 'list', order: 'deadliest' } } }]
      : [],
    sources: [],
    data: { ...documentOf(brief.sum, { text, caveat }), file: { name: file.name, mediaType: file.mediaType } },
  };
}

/** The page's labels, and the description of its file. */
export const pageWords = {
  file: (unit: BriefUnit) => `${adverbs[unit]} brief as a page that opens in any browser, with map, chart and sources.`,
  about: 'How this was read',
  data: 'Data and licences',
  licence: 'Licence',
  cite: 'Cite',
  sources: 'Sources',
  made: (at: string) => `Made by Sitrep at ${at}. An incident without a figure is not one without victims.`,
};
