import type { Aspect } from '../../incidents/query.ts';
import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

export type AspectReading = Reading<'aspect', Aspect>;

const cues: [RegExp, Aspect, number][] = [
  [
    /^(?:and |please |can you |could you )*quote(?: (?:it|that|them|me|the (?:sources?|reports?|article)|what (?:it|they|the sources?) sa(?:ys?|id)))?\b(?! of the day)|\bverbatim\b|\bword for word\b|\bin (?:its|their|his|her|the sources?') own words\b|\b(?:exact|original) (?:words|wording|quotes?)\b|\bwhat exactly (?:did|does|do|was|is) (?:[\p{L}'-]+ ){0,9}(?:say|said|written|reported)\b|\bquotes? (?:from|of|about|on) (?:the|that|this|it)\b/giu,
    'quotes',
    0.96,
  ],
  [
    /\b(?:is|are|was|were) (?:it|that|this|these|those|they|the [\p{L}' -]{2,60}?)(?: (?:figure|number|toll|claim|one)s?)? (?:(?:only |just |merely )?(?:a )?claim(?:ed)?|confirmed|verified|corroborated|established),? or (?:is it |was it |are they |only |just |merely )?(?:a )?(?:claim(?:ed)?|confirmed|verified|corroborated|established|alleged|reported|not)\b|\b(?:is|are|was|were|has|have) (?:it|that|this|the) ?(?:figure|number|toll|claim|count|death toll)s? (?:been )?(?:confirmed|verified|corroborated|established|reliable|certain|sure)\b(?! by)|\bhow (?:sure|certain|reliable|solid|well[- ]established) (?:is|are) (?:it|that|this|the [\p{L} -]{2,40}?)(?= figure| number| toll| claim|$|\?| of)(?: (?:figure|number|toll|claim))?\b/giu,
    'standing',
    0.97,
  ],
  [
    /\b(?:did|has|have) (?:any(?:one|body| group)|some(?:one|body)|a group)(?: (?:ever|yet))? claim(?:ed)?\b|\bwhich (?:groups?|organi[sz]ations?|militias?|party) (?:has |have )?claim(?:ed|s)?\b|\bclaimed by (?:anyone|anybody|any group|whom)\b|\bwho sa(?:id|ys) they (?:carried|did|attacked|were behind)\b/giu,
    'claims',
    0.95,
  ],
  [
    /\bwho (?:did it|did this|did the|was it|attack(?:ed|s)|(?:is|was|are|were|has been|keeps) (?:carrying (?:it )?out|committing|launching|perpetrating|staging)|carried (?:it )?out|commit(?:s|ted)|(?:is|was|are|were|stands|stood) (?:really )?behind|launched|ambushed|conducted|perpetrated|staged|bomb(?:ed|s)|struck|kill(?:ed|s)|raid(?:ed|s)|shell(?:ed|s)|abduct(?:ed|s)|kidnap(?:ped|s))\b(?! (?:the )?most)|\b(?:which|what) (?:\S+ ){0,2}?(?:groups?|actors?|militias?|organi[sz]ations?|gangs?|cartels?|factions?|sides?) (?:has |have |is |was |are |were )?(?:attacked|carried out|committed|behind|responsible for|launched|conducted|perpetrated|staged|claimed to have)\b(?! (?:the )?most)|\b(?:was|were|is) [\p{L} .'-]{2,40}? (?:behind|responsible)\b|\bwhodunn?it\b|\bby whom\b|\bwho (?:is|was|are|were) responsible(?: for)?\b/giu,
    'who',
    0.8,
  ],
  // What was done stays a kind of incident.
  [
    /\bwho (?:is|was|are|were|has been|have been|keeps|kept)(?= (?:attacking|bombing|killing|shelling|raiding|abducting|kidnapping)\b)/gi,
    'who',
    0.8,
  ],
  [
    /\bwho (?:else )?says\b|\bsays who\b|\b(?:what|which) (?:sources?|outlets?|media|newspapers?|agenc(?:y|ies))\b|\bsources? (?:for|of|reporting|that)\b|\baccording to whom\b|\bwho (?:reported|reports|says so|told)\b|\bwhere (?:does|do|did) (?:the |this |that )?(?:report|news|information|story|claim)s?\b[^?]*\bcome from\b|\bhow many (?:independent )?sources\b|\b(?:more than|only) one source\b|\bconfirmed by (?:more than|other|another|several|two|multiple|independent)[\p{L} ]*\b/giu,
    'sources',
    0.92,
  ],
  [
    /\bwhen (?:was|were|did|is|exactly)\b|\bwhat (?:date|day|time)\b|\bon (?:which|what) (?:date|day)\b|\bdate of (?:the|that|this)\b/giu,
    'when',
    0.7,
  ],
  [
    /\bwhere (?:was|were|did|is|exactly)\b|\b(?:what|which) (?:place|location|road)\b|\blocation of (?:the|that|this)\b/giu,
    'where',
    0.7,
  ],
  [
    /\bwhat (?:did|was|were|has|have) .{0,50}?\b(?:seized?|confiscated?|captured?|found|recovered)\b|\b(?:seized|confiscated)\b/giu,
    'seized',
    0.9,
  ],
  [/\bhow many .{0,30}?\b(?:arrested|detained)\b|\bwho was arrested\b/giu, 'arrests', 0.9],
  [/\bwhat (?:was|were) (?:damaged|destroyed|burn(?:ed|t)|hit)\b|\b(?:damage|destroyed)\b/giu, 'damage', 0.75],
  [
    /\b(?:which|what) (?:militias?|groups?|units?|forces?|targets?) (?:was|were|got|did|does|is)? ?(?:the )?(?:raided|hit|targeted|struck|attacked|bombed)?\b(?=.*\b(?:raided|hit|targeted|struck|attacked|bombed|belong)\b)|\bwho (?:was|were|got) (?:hit|targeted|attacked|raided|the targets?)\b|\bwhat was the target\b/giu,
    'target',
    0.85,
  ],
  [/\b(?:what|which) (?:weapons?|arms|kind of (?:weapon|bomb))\b/giu, 'weapon', 0.8],
  [/^why\b|\bmotives?\b|\bwhy (?:was|were|did)\b|\bwhat (?:does|did) (?:it|the attack|this) mean\b/giu, 'motive', 0.75],
  [
    /\b(?:names?|identit(?:y|ies)) of (?:the )?[\p{L} ]{3,40}|\bwho (?:was|were) (?:killed|wounded|injured|hurt|the victims?)\b|\bvictims?\b/giu,
    'victims',
    0.7,
  ],
  [
    /\b(?:which|what) [\p{L} -]{0,30}?groups? (?:does|do|did) (?:the )?[\p{L} -]{3,40} (?:names?|list|mention)\b|\bwhat (?:did|does|do) (?:the )?[\p{L} -]{3,40} (?:say|said|claim|think|report|mention)\b/giu,
    'statement',
    0.9,
  ],
];

/** What somebody wants to know of one incident: who, when, where, the toll, the sources … */
export const readAspects = (text: string): AspectReading[] =>
  cues.flatMap(([pattern, value, score]) => readAll(text, 'aspect', pattern, () => ({ value, score })));
