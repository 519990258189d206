import { partyOf } from './attributions.ts';
import type { EventTrigger } from './event-triggers.ts';
import { nounPhraseAfter, nounPhraseBefore, partyAfter } from './noun-phrases.ts';
import { isSomeone } from './person-nouns.ts';

/** Who acted and who was acted upon, in the words of a sentence. */
export interface Participants {
  attackers: string[];
  targets: string[];
  parties: string[];
}

const event =
  /\b(?:attacks?|airstrikes?|strikes?|blasts?|explosions?|bomb(?:ing)?s?|shelling|ambush(?:es)?|raids?|clash(?:es)?|shootings?|violence|incidents?|fire|rockets?|mortars?|missiles?|shells?|devices?|mines?|landmines?|fighting|operation|assault|gunfire|bullets?|reports?|number|toll|unrest|stampede|protests?)$/i;
const thing = /\b(?:vehicle|car|truck|motorcycle|bus|boat|ship|building|house|home|market|village|town|area)s?$/i;
const proper = /\p{Lu}/u;

const headOf = (words: string) =>
  words
    .replace(
      /^(?:hundreds|dozens|scores|thousands|groups?|bands?|members|fighters|a number|a group) of (?=\p{Ll}|[A-Z]\p{L}* \p{Ll})/u,
      '',
    )
    .split(/ (?:from|of|linked|belonging|affiliated|loyal|in|on|riding|wearing|armed with|dressed|at|against) /)[0] ??
  '';

/** Someone who can do something, not a thing or an event. */
const canAct = (words: string | undefined): words is string =>
  words !== undefined &&
  words.length < 90 &&
  !event.test(headOf(words)) &&
  !thing.test(headOf(words)) &&
  !/^(?:no|not|at least|more than|nearly|about) /i.test(words) &&
  (isSomeone(headOf(words)) || proper.test(words));

const byPattern = /^(?:[^,;.|]{0,60}?)\bby (?=\S)/i;
/** Who stands after "by", close behind a passive. */
function agent(text: string, end: number): string | undefined {
  const lead = text.slice(end).match(byPattern)?.[0];
  const words = lead === undefined ? undefined : partyAfter(text, end + lead.length);
  return canAct(words) ? words : undefined;
}

const suffered = /\b(?:came|comes|coming|come) under (?:[\w-]+ ){0,3}(?:fire|attack|shelling|bombardment)\b/gi;
const did = /\b(?:carried out|conducted|launched|staged|mounted|perpetrated|committed|made|led)\b/gi;
const against = /^(?:s|es)?(?: (?:on|against|targeting|at|hit|struck|hitting|aimed at|near)) (?=\S)/i;
const betweenSides =
  /\b(?:clash(?:es|ed)?|fighting|battles?|gunfight|firefight|fight|gun battle|exchange of fire|skirmish(?:es)?|confrontations?) (?:[\w ,]{0,30}?)\bbetween ([^,;.|]{2,70}?) and ([^,;.|]{2,60}?)(?= (?:in|near|at|on|left|that|which|over|outside|for|has|have|had|was|were|broke|erupted|killed|after|around|early|late)\b|[,;.|]|$)/giu;
const withSide =
  /\b(?:clashed|exchanged fire|traded fire|fought|battled|clashes|clashing)(?: (?:again|fiercely))? (?:with|against)? ?(?=\S)/gi;
const targeting = /\b(?:targeting|targeted|aimed at) (?=(?:an?|the|its|their|several|\p{L}))/giu;

const quiet = new Set(['arrest', 'seizure', 'protest', 'riot']);

function fought(text: string): string[] {
  const pairs = [...text.matchAll(betweenSides)].flatMap(([, a = '', b = '']) => [a, b]);
  const other = [...text.matchAll(withSide)].flatMap((m) => {
    const [a, b] = [nounPhraseBefore(text, m.index), nounPhraseAfter(text, m.index + m[0].length)];
    return canAct(a) && canAct(b) && /clashed|exchanged|traded|fought|battled/i.test(m[0]) ? [a, b] : [];
  });
  return [...pairs, ...other].map(partyOf);
}

const counted =
  /^(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens|scores|some|at least|more than|another|one)\b/i;
const person = /^(?:people|persons?|civilians?|victims?|others|a?n? ?man|woman|villagers?|residents?)$/i;

const blowsUp = /^(?:blew up|blown up|blowing up|bombed|bombing|rammed)$/i;

function ofTrigger(
  text: string,
  t: EventTrigger,
): { attackers: (string | undefined)[]; targets: (string | undefined)[] } {
  if (t.form === 'noun') {
    const lead = text.slice(t.end).match(against);
    return { attackers: [], targets: lead ? [nounPhraseAfter(text, t.end + lead[0].length)] : [] };
  }
  const object = quiet.has(t.type) ? undefined : nounPhraseAfter(text, t.end);
  if (t.form === 'passive')
    return { attackers: [agent(text, t.end)], targets: t.weak ? [] : [nounPhraseBefore(text, t.start)] };
  const subject = nounPhraseBefore(text, t.start);
  const fits = canAct(subject) && t.type !== 'battle' && t.type !== 'protest';
  return {
    attackers: [fits ? subject : agent(text, t.end)],
    targets:
      t.weak || t.type === 'battle' || (t.type === 'bombing' && !blowsUp.test(text.slice(t.start, t.end)))
        ? []
        : [object],
  };
}

/** Who did what to whom, by the triggers of a sentence in which times and places are masked. */
export function readParticipants(text: string, triggers: readonly EventTrigger[]): Participants {
  const parties = fought(text);
  const each = triggers.filter((t) => !t.definite).map((t) => ofTrigger(text, t));
  const doers = [...text.matchAll(did)].flatMap((m) => {
    const near = triggers.some((t) => t.form === 'noun' && t.start > m.index && t.start - m.index < 60);
    const passive = /\b(?:was|were|been|being) $/i.test(text.slice(0, m.index));
    const name = passive ? agent(text, m.index + m[0].length) : near ? nounPhraseBefore(text, m.index) : undefined;
    return canAct(name) ? [name] : [];
  });
  const hit = [...text.matchAll(targeting)].map((m) => nounPhraseAfter(text, m.index + m[0].length));
  const under = [...text.matchAll(suffered)].map((m) => nounPhraseBefore(text, m.index));
  const distinctNames = (words: (string | undefined)[]) =>
    [...new Set(words.filter((w): w is string => w !== undefined && w.length < 90).map(partyOf))].filter(
      (w) => w.length > 2,
    );
  return {
    attackers: distinctNames([...each.flatMap((e) => e.attackers.filter(canAct)), ...doers]).filter(
      (a) => !parties.includes(a),
    ),
    targets: distinctNames([...each.flatMap((e) => e.targets), ...hit, ...under]).filter(
      (w) => !person.test(w) && !event.test(w) && !(counted.test(w) && isSomeone(headOf(w))),
    ),
    parties: [...new Set(parties)].filter((p) => canAct(p)),
  };
}
