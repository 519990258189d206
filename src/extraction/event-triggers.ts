import { readEventTypes } from '../reading/readers/event-type.ts';
import type { Span } from '../reading/span.ts';
import { overlaps } from '../reading/text.ts';

/** A word for something that happened. `definite`: "the attack" refers to one that was mentioned before. */
export interface EventTrigger extends Span {
  type: string;
  form: 'active' | 'passive' | 'noun';
  definite: boolean;
  /** It says that something happened, but not what: killing and wounding. */
  weak?: true;
}

const weapon =
  '(?:weapons|rifles|launchers|explosives|ammunition|arms|drugs|guns|rockets|vehicles|equipment|cocaine|munitions|cache)';
const verbs: readonly [string, string][] = [
  [
    'attack(?:ing|s)?(?= (?:an?|the|its|their|several|two|three|\\d+|police|army|military)\\b)|attacked|assaulted|raked',
    'violence',
  ],
  [
    'storm(?:ed|ing)|overr[au]n|invaded|open(?:ed|ing|s)? fire(?: on| at)?|fired on|fired at|sprayed|shot at|shot (?:and killed|dead|up)|gun(?:ned|ning) down|shot|shooting dead|stabbed|hacked|beheaded',
    'armed-assault',
  ],
  ['ambush(?:ed|ing)', 'ambush'],
  ['raid(?:ed|ing)|search(?:ed|ing) (?:a|the|several)', 'raid'],
  [
    'bomb(?:ed|ing)(?= (?:an?|the|its|their)\\b)|bombed|exploded|explodes|went off|detonat(?:ed|ing|es)|blew (?:himself|herself|themselves|itself|up)|blown up|blowing (?:himself|herself|up)|rammed',
    'bombing',
  ],
  ['shell(?:ed|ing)(?! of)|bombard(?:ed|ing)', 'shelling'],
  [
    'struck(?! (?:an?|the) (?:deal|agreement))|hits?(?:ting)?(?= (?:an?|the|its|their|several|two|three|[\\w-]+ (?:tower|base|house|building|car|vehicle|convoy|market|school|hospital|camp|village|town|city|area|camps|houses|positions|targets))\\b)|target(?:ed|ing|s)(?= (?:an?|the|its|their|several|[\\w-]+ (?:vehicle|convoy|patrol|base|checkpoint|post|station|house|bus|car|forces|officers|soldiers))\\b)|targeted|landed (?:in|near|on|inside)|slammed into|crashed into',
    'violence',
  ],
  ['kidnapp(?:ed|ing)|abduct(?:ed|ing)|t(?:ook|aken|aking) (?:\\S+ ){0,4}hostages?|taken captive', 'abduction'],
  ['assassinat(?:ed|ing)', 'assassination'],
  [
    'clash(?:ed|ing)|exchang(?:ed|ing) fire|traded fire|battl(?:ed|ing)|fought|fighting (?=between|erupted|broke|raged|with)',
    'battle',
  ],
  [
    "burn(?:ed|t|ing)(?: down)?(?= )|torch(?:ed|ing)|set(?:ting)? (?:[\\w'-]+ ){0,5}?(?:on fire|ablaze|alight)|set(?:ting)? fire to|razed",
    'arson',
  ],
  ['loot(?:ed|ing)|pillag(?:ed|ing)|ransack(?:ed|ing)|plundered', 'looting'],
  [
    'arrest(?:ed|ing)|detain(?:ed|ing)|round(?:ed|ing) up|captur(?:ed|ing) (?=\\w+ (?:suspect|militant|fighter))',
    'arrest',
  ],
  [`(?:seiz(?:ed|ing)|confiscat(?:ed|ing)|recover(?:ed|ing))(?= (?:[\\w,-]+ ){0,5}${weapon})`, 'seizure'],
  ['rap(?:ed|ing)|gang-raped', 'sexual-violence'],
  ['protest(?:ed|ing)|demonstrat(?:ed|ing)|marched|took to the streets|gathered (?:outside|in front of)', 'protest'],
  ['rioted|rioting', 'riot'],
  ['lynch(?:ed|ing)|beaten to death|beat to death', 'mob-violence'],
  ['fir(?:ed|ing) (?:[\\w-]+ ){0,4}?(?:rockets?|missiles?|mortars?|shells?)', 'shelling'],
];
const patterns = verbs.map(([words, type]) => [new RegExp(`\\b(?:${words})(?![\\w-])`, 'giu'), type] as const);
const hurting =
  /\b(?:killed|killing|kills|wounded|wounding|injured|injuring|murdered|executed|massacred|slaughtered)\b/gi;

const passiveLead = /\b(?:was|were|been|being|is|are|got|be)(?: (?:also|then|\w+ly|later|believed|first))* $/i;
const transitive =
  /^(?:killed|wounded|injured|murdered|executed|attacked|ambushed|abducted|kidnapped|arrested|detained|bombed|shelled|shot(?: dead)?|raided|targeted|assassinated|looted|burned|torched)$/i;
/** Whether a verb has no object: "two soldiers killed, five wounded in an attack" is passive. */
const hasNoObject = (text: string, end: number, words: string) =>
  transitive.test(words) &&
  /^(?:$|[.,;:)|-]| (?:by|in|on|at(?! least)|near|when|during|after|as|outside|while|and (?:\w+ ){0,3}(?:wounded|injured)|- )\b)/i.test(
    text.slice(end),
  );

const definiteLead =
  /\b(?:the|this|that|those|these|its|their|his|'s|(?:mon|tues|wednes|thurs|fri|satur|sun)day's|latest|same)(?: (?!(?:of|in|at|by|on)\b)[\w'-]+){0,3} $/i;

const weakNouns =
  /^(?:event|events|incident|incidents|violence|hostilities|drones?|statement|announcements?|deployed|fighting|detention|detentions|rally|rallies|burning|burned down|mines?|grenades?|rockets?|mortars?|missiles?|artillery|unrest|disorder|military operation|explosive attacks?|attacked|combat|raided|ambushed|ambushing|shelled|shot dead|torched|kidnap|looted|looting|assassinated|strike|strikes|bomb|bombs|shooting|rape)$/i;
const strikes =
  /\b(?:an?|the|israeli|u\.s\.|us|american|russian|turkish|coalition|drone|missile|this|that|saturday's) strikes?\b(?! (?:action|by workers|over pay))/gi;
const instruments: readonly [RegExp, string][] = [
  [/\b(?:rockets?|katyushas?)\b(?![- ](?:launcher|propelled|engine|test|system))/gi, 'rocket'],
  [/\bmortars?\b(?! launcher)/gi, 'mortar'],
  [/\bartillery\b(?! (?:piece|system|unit|base|regiment))/gi, 'artillery'],
  [/\b(?:ballistic |cruise )?missiles?\b(?! (?:system|defen|test|program|launcher))/gi, 'missile'],
  [/\bgrenades?\b(?! launcher)/gi, 'grenade'],
  [/\bdrones?\b/gi, 'drone-strike'],
  [/\b(?:warplanes?|fighter jets?|jets|helicopter gunships?|aircraft)\b/gi, 'airstrike'],
  [/\b(?:roadside bomb|ied|improvised explosive device|land ?mine|explosive device)s?\b/gi, 'roadside-bomb'],
  [/\b(?:suicide (?:car )?(?:bomber|bomb|attacker)|explosive vest|suicide vest)s?\b/gi, 'suicide-bombing'],
  [
    /\b(?:car bomb|explosives-laden (?:car|truck|vehicle)|vbied|bomb-laden (?:car|truck)|vehicle packed with explosives|car packed with explosives|truck packed with explosives)s?\b/gi,
    'car-bomb',
  ],
];

const definite = (text: string, start: number) => definiteLead.test(text.slice(0, start));

function fromVerbs(text: string): EventTrigger[] {
  return patterns.flatMap(([pattern, type]) =>
    [...text.matchAll(pattern)].map((m): EventTrigger => {
      const lead = text.slice(0, m.index);
      const adjective = /\b(?:the|an?|these|those) $/i.test(lead);
      const form = adjective
        ? 'noun'
        : passiveLead.test(lead) || hasNoObject(text, m.index + m[0].length, m[0])
          ? 'passive'
          : 'active';
      return { type, start: m.index, end: m.index + m[0].length, form, definite: adjective };
    }),
  );
}

function fromNouns(text: string): EventTrigger[] {
  const named = readEventTypes(text)
    .filter((r) => !weakNouns.test(r.words) && r.value !== 'development')
    .map(
      (r): EventTrigger => ({
        type: r.value,
        start: r.start,
        end: r.end,
        form: 'noun',
        definite: definite(text, r.start),
      }),
    );
  const struck = [...text.matchAll(strikes)].map(
    (m): EventTrigger => ({
      type: /drone/i.test(m[0]) ? 'drone-strike' : /missile/i.test(m[0]) ? 'missile' : 'airstrike',
      start: m.index,
      end: m.index + m[0].length,
      form: 'noun',
      definite: /^(?:the|this|that|saturday's) /i.test(m[0]),
    }),
  );
  return [...named, ...struck];
}

const hurt = (text: string): EventTrigger[] =>
  [...text.matchAll(hurting)].map((m) => ({
    type: 'violence',
    start: m.index,
    end: m.index + m[0].length,
    form:
      passiveLead.test(text.slice(0, m.index)) || hasNoObject(text, m.index + m[0].length, m[0]) ? 'passive' : 'active',
    definite: false,
    weak: true,
  }));

const development = new Set(['agreement', 'deployment', 'statement', 'development']);

/** The triggers in a sentence, except in `masked` spans, which are about what did not happen. */
export function readTriggers(text: string, masked: readonly Span[]): EventTrigger[] {
  const all = [...fromVerbs(text), ...fromNouns(text), ...hurt(text)]
    .filter((t) => !development.has(t.type) && !masked.some((m) => overlaps(m, t)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return all.filter((t, i) => !all.some((o, j) => j !== i && overlaps(o, t) && longer(o, t, j < i)));
}

const longer = (o: EventTrigger, t: EventTrigger, first: boolean) =>
  o.end - o.start > t.end - t.start || (o.end - o.start === t.end - t.start && first);

/** The weapons that a sentence names, as event types. */
export const readInstruments = (text: string, masked: readonly Span[]): string[] => [
  ...new Set(
    instruments.flatMap(([pattern, type]) =>
      [...text.matchAll(pattern)].some(
        (m) => !masked.some((s) => overlaps(s, { start: m.index, end: m.index + m[0].length })),
      )
        ? [type]
        : [],
    ),
  ),
];
