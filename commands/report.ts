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
import { saveDraft } from './save-draft.ts';

const said = z.string().trim().max(2000).optional();

const options = z.object({
  text: z.string().trim().min(1, 'paste the text').optional().describe('The article or the message'),
  more: z.string().trim().optional().describe('The rest of it, where it does not fit'),
  source: z.string().trim().max(200).optional().describe('Who published it'),
  link: z
    .url({ protocol: /^https?$/, error: 'write an address that begins with https://' })
    .optional()
    .describe('Where it is published'),
  date: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('The day it was published, 2020-07-13: decides what “Saturday” means'),
  draft: z.string().trim().max(40).optional().describe('The draft, as it was named'),
  number: z.int().positive().max(100).optional().describe('Which incident of the draft'),
  place: said.describe('Correct: where it was'),
  day: said.describe('Correct: the day'),
  kind: said.describe('Correct: the kind of incident'),
  actors: said.describe('Correct: who, “attacker: gunmen; blamed: X by Y”'),
  casualties: said.describe('Correct: who was hurt, “killed 12 soldiers; wounded 7”'),
  correct: z.boolean().default(false).describe('Open a form with the facts'),
  save: z.boolean().default(false).describe('Save the draft’s incident, or all of them'),
  discard: z.boolean().default(false).describe('Throw the draft away'),
});
type ReportOptions = z.infer<typeof options>;

const fields = ['place', 'day', 'kind', 'actors', 'casualties'] as const;

export const report = command({
  name: 'report',
  summary: 'Report incidents: paste a text, check what was read, save it',
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
    return goOn(given.draft, draft, given, context);
  },
});

/** What becomes of a kept draft. */
async function goOn(key: string, draft: StoredDraft, given: ReportOptions, context: Context): Promise<Answer> {
  if (given.discard) {
    await context.bot.drafts.discard(key);
    return composeDiscarded();
  }
  const corrections = changedIn(key, draft, given);
  const now = Object.keys(corrections).length
    ? await correct(key, draft, given.number ?? 1, corrections, context)
    : draft;
  if ('parts' in now) return now;
  if (given.save) return saveDraft(key, now, given.number, context);
  return now.incidents.length ? composeDraft(key, now, given.number) : composeNoDraft(key, now);
}

/** What was written over the draft; a form brings back also what nobody touched. */
function changedIn(key: string, draft: StoredDraft, given: ReportOptions): DraftCorrections {
  const number = given.number ?? 1;
  const shown = correctionForm(key, number, draft.incidents[number - 1]).fields;
  const touched = fields.filter((f) => given[f] && given[f] !== shown.find((s) => s.name === f)?.value);
  return Object.fromEntries(touched.map((f) => [f, given[f]]));
}

/** The draft with one incident put right, or added by hand; an answer where the words cannot be read. */
async function correct(
  key: string,
  draft: StoredDraft,
  number: number,
  said: DraftCorrections,
  context: Context,
): Promise<StoredDraft | Answer> {
  const { bot, asker, askedAt } = context;
  const source = draft.given.source ?? asker.name ?? asker.id;
  const before = draft.incidents[number - 1] ?? emptyDraftIncident(source);
  try {
    const after = applyFormCorrections(before, said, {
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

/** Reads a text and keeps the draft. */
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
  const excerpt = (headline ?? text).replace(/\s+/g, ' ').slice(0, 200);
  const draft: StoredDraft = { given: about, excerpt, incidents, aggregates, developments, sentences, dropped, cut };
  const key = await bot.drafts.save(draft, Date.now());
  return incidents.length ? composeDraft(key, draft) : composeNoDraft(key, draft);
}
