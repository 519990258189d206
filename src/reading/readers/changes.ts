import type { ChangeFilter } from '../../incidents/query.ts';
import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

type ChangesReading = Reading<'changes', Pick<ChangeFilter, 'actions' | 'lastImport'>>;

type Action = NonNullable<ChangeFilter['actions']>[number];

const acts: [string, Action[]][] = [
  ['corrected|revised|amended|put right|fixed|updated', ['correct']],
  ['retracted|withdrawn|taken back|removed|deleted', ['retract']],
  ['merged|joined', ['merge']],
  ['split', ['split']],
  ['vanished|disappeared|dropped out|gone|missing|no longer (?:there|in (?:it|the (?:data|release)))', ['vanish']],
];
const subject =
  '(?:what|which|any(?:thing)?|how many)(?: of the)?(?: [\\p{L}-]+){0,2}?(?: (?:incidents?|events?|records?|attacks?|reports?|figures?|data|tolls?))?';
/** "which incidents in Ukraine …": the place between is read by others. */
const apart =
  '(?<=\\b(?:what|which|any|how many)\\b[^.?!]{0,30}\\b(?:incidents?|events?|records?|attacks?|reports?|figures?|tolls?) (?:in|near|of|from|by|about|around)\\b[^.?!]{1,60})';
const helper = '(?: (?:has|have|was|were|is|are|got|did|had|that))?(?: (?:been|since been|ever))?';

const changed = [
  `\\b${subject}(?:'s|'ve)?${helper} (?:changed|different|new in the data|changing)\\b`,
  '\\b(?:what|which|any|were there any|show(?: me)?(?: the)?|list(?: the)?)?(?: are the| were the)? ?(?:changes|revisions|corrections|retractions|edits)\\b(?= (?:to|of|in|made|since|this|last|between|from|were|today|yesterday|by|for|on|after)\\b|\\W*$)',
  '\\b(?:revision|change) (?:log|history)\\b',
];

const acted = acts.map(([said, actions]) => [new RegExp(`\\b(?:${said})\\b`, 'iu'), actions] as const);
const askedOf = [
  ...changed,
  `${apart}${helper} changed\\b`,
  ...acts.map(([said]) => `\\b${subject}${helper} (?:${said})\\b|${apart}${helper} (?:${said})\\b`),
].map((source) => new RegExp(source, 'giu'));

const actionsIn = (words: string): Action[] | undefined => {
  const found = acted.find(([said]) => said.test(words));
  if (found) return found[1];
  if (/\bcorrections?\b|\brevisions\b/i.test(words)) return ['correct'];
  return /\bretractions?\b/i.test(words) ? ['retract'] : undefined;
};

const imports =
  /(?<!no longer )\b(?:(?:between|in|by|with|since|after|from) (?:the )?(?:two |last two |latest |newest |last |latest two |most recent )?(?:imports?|releases?|versions?|vintages?)(?: of (?:the )?(?:data|dataset))?|(?:the )?(?:new|newer|newest|latest) (?:release|import|version)|from one release to the (?:next|other))\b/giu;

/** Every question about the record has one of these. */
const cue =
  /chang|different|new in the data|revis|correct|retract|edits|amended|put right|fixed|updated|withdrawn|taken back|removed|deleted|merged|joined|split|vanished|disappeared|dropped out|gone|missing|no longer/iu;

/** Questions about the record itself: "what changed since Monday?", "what was corrected?", "between the two imports". */
export function readChanges(text: string): ChangesReading[] {
  if (!cue.test(text)) return [];
  const lastImport = imports.test(text);
  imports.lastIndex = 0;
  const value = (words: string) => {
    const actions = actionsIn(words);
    return { ...(actions ? { actions } : {}), ...(lastImport ? { lastImport } : {}) };
  };
  const asked = askedOf.flatMap((pattern) =>
    readAll(text, 'changes', pattern, ([words]) => ({ value: value(words), score: 0.92 })),
  );
  // The words of the import belong to the question, and ask nothing alone.
  return asked.length && lastImport
    ? [...asked, ...readAll(text, 'changes', imports, ([words]) => ({ value: value(words), score: 0.8 }))]
    : asked;
}
