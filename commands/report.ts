import { z } from 'zod';
import type { Answer } from '../src/answers/document/answer.ts';
import { composeDraft, composeNoDraft } from '../src/answers/draft-preview.ts';
import {
  composeDiscarded,
  composeHowToReport,
  composeNoSuchDraft,
  composeUnreadable,
} from '../src/answers/draft-saved.ts';
import { correctionForm, pasteForm } from '../src/answers/report-form.ts';
import { command } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import {
  applyFormCorrections,
  CorrectionError,
  type DraftCorrections,
  emptyDraftIncident,
} from '../src/extraction/corrections.ts';
import type { StoredDraft } from '../src/extraction/draft-store.ts';
import { extractDraft } from '../src/extraction/extract-draft.ts';
import { readDay } from '../src/extraction/resolve-time.ts';
import { cut as cutText } from '../src/kernel/cut.ts';
import { saveDraft } from './save-draft.ts';

const correctedText = z.string().trim().max(2000).optional();

const options = z.object({
  text: z.string().trim().min(1, 'paste the text of the report').optional().describe('Text of the article or message'),
  more: z.string().trim().optional().describe('Rest of the text, if it does not fit'),
  source: z.string().trim().max(200).optional().describe('Publisher'),
  link: z
    .url({ protocol: /^https?$/, error: 'is not a web address; use one like https://example.org/article' })
    .optional()
    .describe('Address of the article'),
  date: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Date of publication, e.g. 2020-07-13; decides which day “Saturday” is'),
  draft: z.string().trim().max(40).optional().describe('Key of the draft'),
  number: z.int().positive().max(100).optional().describe('Number of the incident in the draft'),
  place: correctedText.describe('Correct the place'),
  day: correctedText.describe('Correct the day'),
  kind: correctedText.describe('Correct the kind of incident'),
  actors: correctedText.describe('Correct the actors, e.g. “attacker: gunmen; blamed: X by Y”'),
  casualties: correctedText.describe('Correct the casualties, e.g. “killed 12 soldiers; wounded 7”'),
  correct: z.boolean().default(false).describe('Open a form to correct the facts'),
  save: z.boolean().default(false).describe('Save the incident with this number, or all in the draft'),
  discard: z.boolean().default(false).describe('Discard the draft'),
});
type ReportOptions = z.infer<typeof options>;

const fields = ['place', 'day', 'kind', 'actors', 'casualties'] as const;

export const report = command({
  name: 'report',
  summary: 'Report incidents: paste a text, check what was extracted, save it',
  examples: [
    'report --source Reuters --date 2020-07-13 "Gunmen attacked a convoy near Samawah on Saturday."',
    'report --draft KEY --save',
  ],
  options,
  main: 'text',
  for: 'everyone',
  audience: 'asker',
  async form(given, { drafts }) {
    if (given.save || given.discard || given.text) return undefined;
    if (given.draft === undefined) return pasteForm();
    if (!given.correct || fields.some((f) => given[f] !== undefined)) return undefined;
    const number = given.number ?? 1;
    const draft = await drafts.find(given.draft, Date.now());
    return draft && correctionForm(given.draft, number, draft.incidents[number - 1]);
  },
  async run(given, context) {
    if (given.text !== undefined) return read(given.text, given, context);
    if (given.draft === undefined) return composeHowToReport();
    const draft = await context.bot.drafts.find(given.draft, Date.now());
    if (!draft) return composeNoSuchDraft(given.draft);
    return continueDraft(given.draft, draft, given, context);
  },
});

/** Discards, corrects, saves or shows a stored draft. */
async function continueDraft(key: string, draft: StoredDraft, given: ReportOptions, context: Context): Promise<Answer> {
  if (given.discard) {
    await context.bot.drafts.discard(key);
    return composeDiscarded();
  }
  const corrections = changedFields(key, draft, given);
  const now = Object.keys(corrections).length
    ? await correct(key, draft, given.number ?? 1, corrections, context)
    : draft;
  if ('parts' in now) return now;
  if (given.save) return saveDraft(key, now, given.number, context);
  return now.incidents.length ? composeDraft(key, now, given.number) : composeNoDraft(key, now);
}

/** The fields that were changed; a form also submits those that nobody touched. */
function changedFields(key: string, draft: StoredDraft, given: ReportOptions): DraftCorrections {
  const number = given.number ?? 1;
  const shown = correctionForm(key, number, draft.incidents[number - 1]).fields;
  const touched = fields.filter((f) => given[f] && given[f] !== shown.find((s) => s.name === f)?.value);
  return Object.fromEntries(touched.map((f) => [f, given[f]]));
}

/** The draft with one incident corrected, or added by hand; an answer if a field cannot be parsed. */
async function correct(
  key: string,
  draft: StoredDraft,
  number: number,
  corrections: DraftCorrections,
  context: Context,
): Promise<StoredDraft | Answer> {
  const { bot, asker, askedAt } = context;
  const source = draft.given.source ?? asker.name ?? asker.id;
  const before = draft.incidents[number - 1] ?? emptyDraftIncident(source);
  try {
    const after = applyFormCorrections(before, corrections, {
      names: bot.names,
      now: askedAt,
      locale: asker.locale,
      by: source,
    });
    const incidents = [...draft.incidents];
    incidents[Math.min(number - 1, incidents.length)] = { ...before, ...after };
    const changed = { ...draft, incidents };
    await bot.drafts.change(key, changed, Date.now());
    return changed;
  } catch (error) {
    if (error instanceof CorrectionError) return composeUnreadable(error.field, error.said);
    throw error;
  }
}

const ended = /[.!?”"»\n]\s*$/;

/** Extracts incidents from a pasted text and stores them as a draft. */
async function read(pasted: string, given: ReportOptions, { bot, asker, askedAt }: Context): Promise<Answer> {
  const date = given.date ? readDay(given.date, askedAt, asker.locale) : undefined;
  if (given.date && (date === undefined || date > askedAt.toISOString().slice(0, 10)))
    return composeUnreadable('date', given.date);
  bot.names.setVocabulary(await bot.incidents.vocabulary());
  const text = given.more ? `${pasted}${ended.test(pasted) ? '\n' : ' '}${given.more}` : pasted;
  const about = { source: given.source || undefined, link: given.link, date, locale: asker.locale };
  const { incidents, aggregates, developments, sentences, dropped, cut, headline } = await extractDraft(
    text,
    about,
    bot.names,
  );
  const excerpt = cutText((headline ?? text).replace(/\s+/g, ' '), 200);
  const draft: StoredDraft = { given: about, excerpt, incidents, aggregates, developments, sentences, dropped, cut };
  const key = await bot.drafts.save(draft, Date.now());
  return incidents.length ? composeDraft(key, draft) : composeNoDraft(key, draft);
}
