import type { Measure, Quantity } from '../../incidents/query.ts';
import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

export type MeasureReading = Reading<'measure', Measure>;
export type QuantityReading = Reading<'quantity', Quantity>;

const measures: [RegExp, Measure, number][] = [
  [/\bhow many days\b|\bhow long (?:between|did|was|were|has|have)\b|\btime ?span\b/gi, 'span', 0.95],
  [
    /\bhow (?:many(?: times)?|often)\b|\b(?:total )?(?:number|count|tally)(?: of(?: times)?)?\b|\bcount(?: them| please| all)?\b|\bhow much\b/gi,
    'count',
    0.8,
  ],
  [
    /\b(?:trends?|time ?series|over time|evolution|history of|develop(?:ed|ment) of)\b|\bhow (?:did|has|have) .{0,60}?\b(?:changed?|evolved?|develop(?:ed)?)\b|\b(?:is|are|was|were|has|have|did|does) .{0,60}?\b(?:getting|become|becoming|becomes?|been getting|got|grow(?:n|ing)?) (?:any )?(?:more|less|worse|better|safer|deadlier|bloodier|quieter)\b(?: (?:violent|dangerous|deadly|frequent|common|peaceful|safe|intense))?|\b(?:increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|escalat(?:e|es|ed|ing)|on the (?:rise|decline|increase)|rising|falling|going (?:up|down))\b|\b(?:is|are|was|were|has|have|did|does|do) .{0,60}?\b(?:go(?:ne)? (?:up|down)|drop(?:ped)?|risen|rise|fallen|fall|declined?|increased?|decreased?)(?=\W*$| (?:since|after|over|from|between|during|in|lately|recently|compared)\b)|\bchart\b|\bgraph\b/gi,
    'trend',
    0.9,
  ],
  [
    /\b(?:show|put|draw|plot|see|display)(?: (?:it|them|this|that|those|these|all|me|us|the \S+))* on (?:a|the) map\b|\b(?:on|as) (?:a|the) map\b|\b(?:a|the) map(?: of)?\b|^(?:please )?map(?:ped)?\b(?: (?:it|them|this|that|those|of))?|\bwhere (?:exactly )?(?:were|are|did) (?:they|those|these|all of them|all (?:the |of the )?(?:attacks|incidents|events|clashes|bombings|airstrikes))\b(?: (?:happen|take place|occur|located))?/gi,
    'map',
    0.96,
  ],
  [
    /\b(?:timeline|chronology|chronological (?:list|order|account)|course of events|sequence of events)(?: of| for)?\b/gi,
    'timeline',
    0.92,
  ],
  [/\bcompar(?:e|ed|ing|ison)(?: (?:of|with|to|against))?\b|\bhow does .{0,40} compare\b/gi, 'compare', 0.95],
  [
    /\bwhen did .{0,60}?\b(?:last|most recently)\b|\b(?:the )?(?:last|latest|most recent|newest|final) (?:known |recorded |reported |ever )?(?=(?:\S+ ){0,4}?(?:attack|incident|event|clash|battle|bombing|airstrike|strike|raid|ambush|one|violence|killing|massacre|protest|riot|abduction|shelling)\b)/gi,
    'last',
    0.9,
  ],
  [
    /\bwhen did .{0,60}?\bfirst\b|\b(?:the )?(?:(?:very )?first|earliest|oldest) (?:known |recorded |reported |ever )?(?=(?:\S+ ){0,4}?(?:attack|incident|event|clash|battle|bombing|airstrike|strike|raid|ambush|one|violence|killing|massacre|protest|riot|abduction|shelling)\b)/gi,
    'first',
    0.9,
  ],
  [
    /\band (?:the )?(?:last|latest|most recent|newest)(?: one)?\b|^(?:the )?(?:last|latest|most recent|newest)(?: one)?\W*$/gi,
    'last',
    0.9,
  ],
  [
    /\band (?:the )?(?:first|earliest|oldest)(?: one)?\b|^(?:the )?(?:first|earliest|oldest)(?: one)?\W*$/gi,
    'first',
    0.9,
  ],
  [
    /\b(?:list|show|give|display|name)(?: me| us)?(?: them| everything| all)?\b|\bwhat (?:happened|do you have|do we have|have you got|is there|was there|you'?ve got|you have|else)\b(?: (?:on|for|about))?|\banything\b|\bany\b|\beverything recorded\b/gi,
    'list',
    0.6,
  ],
];

/** What is asked for: a list, a count, a trend, the first, the last … */
export const readMeasures = (text: string): MeasureReading[] =>
  measures.flatMap(([pattern, value, score]) => readAll(text, 'measure', pattern, () => ({ value, score })));

const civilian = '(?:civilians?|non-?combatants?|bystanders|innocents?)';
const dying =
  '(?:killed|dead|died|dies?|deaths?|dying|perish(?:ed)?|fatalit(?:y|ies)|lives lost|slain|murdered|lost their lives)';
const quantities: [RegExp, Quantity, number][] = [
  [
    new RegExp(
      `\\b${civilian} (?:(?:were|was|have been|has been|got|had been) )?${dying}\\b|\\b${dying} (?:of |among |amongst )?${civilian}\\b|\\bkill(?:ed|ing)? (?:the )?(?:most |more |fewest |many )?${civilian}\\b|\\b${civilian} (?:death toll|toll|casualties)\\b|^(?:and |but |only |just )+(?:the )?${civilian}(?=\\W*$)|\\b${civilian}(?= (?:(?:did|does|do|has|have|had) (?:[\\w'.-]+ ){1,6}?kill(?:ed)?|(?:[\\w'.-]+ ){1,4}?(?:has |have |had )?killed)\\b)|(?<=\\b(?:dangerous|deadl(?:y|iest)|lethal|unsafe)\\b[^.?!]{0,30})\\bfor ${civilian}\\b`,
      'gi',
    ),
    'civilians killed',
    0.95,
  ],
  [/\b(?:wounded|injur(?:ed|ies)|hurt|woundings?)\b/gi, 'wounded', 0.85],
  [/\b(?:abducted|kidnapped|taken hostage|kidnappings? victims?)\b/gi, 'abducted', 0.7],
  [/\b(?:arrested|detained)\b/gi, 'arrested', 0.6],
  [
    new RegExp(
      `\\b(?:death tolls?|body counts?|tolls?|casualt(?:y|ies)(?: figures?)?|killings|(?:people|persons|fighters|lives|ppl) (?:(?:were|was|have been|has been|got|had been) )?${dying}|(?:loss of life|bloodshed)|${dying}|kills?)\\b`,
      'gi',
    ),
    'killed',
    0.85,
  ],
];

/** What is counted: killed, civilians killed, wounded … */
export const readQuantities = (text: string): QuantityReading[] =>
  quantities.flatMap(([pattern, value, score]) => readAll(text, 'quantity', pattern, () => ({ value, score })));
