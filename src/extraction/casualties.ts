import type { CasualtyKind } from '../incidents/incident.ts';
import { type Amount, amountOf, amountPattern } from './amounts.ts';
import { peopleHead } from './person-nouns.ts';

/** People hurt, as one sentence tells it. `part`: they are among others counted already. */
export interface CasualtyMention {
  kind: CasualtyKind;
  /** "all" where the text says only people. */
  group: string;
  toll: Amount['toll'] | 'none reported';
  /** The amount's own words where they are no plain figure: "at least 12". */
  words?: string;
  part: boolean;
  start: number;
}

const harms: Record<CasualtyKind, string> = {
  killed:
    'killed|kill|kills|killing|dead|died|dying|dies|lost their lives|left dead|shot dead|shot and killed|gunned down|slain|beheaded|executed|massacred|murdered|(?:hacked|stabbed|beaten|burned|burnt|crushed|shot) to death|assassinated',
  wounded: 'wounded|wounding|wounds|injured|injuring|injures|hurt|hurting|hospitali[sz]ed|maimed',
  abducted:
    'abducted|abducting|abducts|kidnapped|kidnapping|kidnaps|taken hostage|taken captive|seized as hostages|taken away',
  arrested: 'arrested|arresting|arrests|detained|detaining|detains|rounded up|taken into custody|in custody',
};
const anyHarm = Object.values(harms).join('|');
const harmOf = (words: string): CasualtyKind =>
  (Object.keys(harms) as CasualtyKind[]).find((harm) => new RegExp(`^(?:${harms[harm]})$`, 'i').test(words)) ??
  'killed';

const group = `((?:of (?:its|the|their|his) )?(?:(?!(?:and|or|were|was|with) )[\\p{L}][\\p{L}.'-]* ){0,5}?(?:${peopleHead}))`;
const amount = `(${amountPattern})`;
const be =
  '(?:,? (?:who )?(?:was|were|are|is|had been|have been|has been|being|been|got|were reported|was reported|were reportedly|have|had|has))?(?: also| reportedly| (?!not)\\w+ly| confirmed| left| found| believed| feared)?(?: (?:beaten|shot|attacked|stabbed) and)?';
const passive = new RegExp(`(?<![\\w-])${amount}(?: ${group})?${be} (${anyHarm})\\b(?! (?:of|in the area))`, 'giu');
const active = new RegExp(
  `\\b(${anyHarm}|left|leaving|claimed the lives of|the deaths? of|the killing of|the abduction of|the arrest of)(?: of)?(?: the| a total of)? ${amount}(?: ${group})?(?: (dead|wounded|injured|hurt))?`,
  'giu',
);
const deaths = new RegExp(
  `\\b(?:death toll|toll)\\b[^.;,]{0,40}? (?:to|at|of|is|was|reached) ${amount}|(?<![\\w-])${amount} (?:[\\p{L}-]+ )?(deaths|fatalities|injuries|arrests)\\b`,
  'giu',
);
const also = new RegExp(`\\b(?:and|while|with) ${amount}(?: ${group}|(?= (?:injured|wounded|hurt|others)))`, 'giu');

const part = /\b(?:including|included|among them|among the dead|among those|of whom|of them|one of whom)\b[^;]*$/i;
const everyone = /^(?:(?:other|more|additional) )?(?:people|persons?|others|individuals|lives|victims?|casualties)$/i;

const named = (words: string | undefined): string => {
  const plain = (words ?? 'people').replace(/^(?:of (?:its|the|their|his) )|^(?:other|more|additional|further) /i, '');
  return everyone.test(words ?? 'people') || everyone.test(plain) ? 'all' : plain;
};

function mention(
  text: string,
  m: RegExpExecArray,
  harm: CasualtyKind,
  count: string,
  who: string | undefined,
): CasualtyMention {
  const { toll, words } = amountOf(count);
  const lead = text.slice(0, m.index).replace(/^.*[.;]/, '');
  return { kind: harm, group: named(who), toll, ...(words ? { words } : {}), part: part.test(lead), start: m.index };
}

const bare = /^an?$/i;
/** Whether an amount counts people, unlike "an attack killed" and "a car bomb exploded". */
const counts = (count: string, who: string | undefined) => who !== undefined || !bare.test(count.trim());

function numbered(text: string): CasualtyMention[] {
  const inactive = [...text.matchAll(passive)]
    .filter(([, count = '', who]) => counts(count, who))
    .map((m) => mention(text, m, harmOf(m[3] as string), m[1] as string, m[2]));
  const actives = [...text.matchAll(active)]
    .filter(
      ([, verb = '', count = '', who, state]) => counts(count, who) && (state || !/^(?:left|leaving)$/i.test(verb)),
    )
    .map((m) => {
      const verb = m[1] as string;
      const harm = m[4]
        ? harmOf(m[4])
        : /abduct/i.test(verb)
          ? 'abducted'
          : /arrest/i.test(verb)
            ? 'arrested'
            : harmOf(verb);
      return mention(text, m, harm, m[2] as string, m[3]);
    });
  const totals = [...text.matchAll(deaths)].map((m) => {
    const harm = /^injur/i.test(m[3] ?? '') ? 'wounded' : /^arrest/i.test(m[3] ?? '') ? 'arrested' : 'killed';
    return mention(text, m, harm, (m[1] ?? m[2]) as string, undefined);
  });
  return [...inactive, ...actives, ...totals];
}

const sharing = new RegExp(`(?<![\\w-])${amount} ${group}(?:,|,? and|,? as well as) $`, 'iu');

const verbFirst = new RegExp(`^(?:${anyHarm})\\b`, 'i');

/** "fourteen gunmen and one soldier died": the group before "and" too. */
const sharingVerb = (text: string, found: readonly CasualtyMention[]): CasualtyMention[] =>
  found.flatMap((h) => {
    if (verbFirst.test(text.slice(h.start))) return [];
    const m = sharing.exec(text.slice(0, h.start));
    return m && !found.some((o) => Math.abs(o.start - m.index) < 4)
      ? [mention(text, m, h.kind, m[1] as string, m[2])]
      : [];
  });

/** "three soldiers and a civilian were killed": groups joined by "and" share the verb. */
function joined(text: string, found: CasualtyMention[]): CasualtyMention[] {
  return [...text.matchAll(also)].flatMap((m) => {
    const before = found.filter((h) => h.start < m.index && m.index - h.start < 90).at(-1);
    const after = text.slice(m.index + m[0].length).match(new RegExp(`^${be} (${anyHarm})\\b`, 'i'))?.[1];
    if (found.some((h) => Math.abs(h.start - m.index) < 6) || !m[2] || (!before && !after)) return [];
    const between = before ? text.slice(before.start, m.index) : '';
    if (!after && (/[.;]/.test(between) || between.length > 80)) return [];
    return [mention(text, m, after ? harmOf(after) : (before as CasualtyMention).kind, m[1] as string, m[2])];
  });
}

const nobody =
  /\b(?:no|without(?: any)?|nor any) (?:(?:immediate |further |initial )?reports? of )?(?:any )?((?:[\p{L}.-]+ ){0,2}?)(casualties|deaths|fatalities|injuries|dead|wounded|victims)\b/giu;
const noone =
  /\b(?:nobody|no one|no-one|none|no (?:people|civilians|soldiers|staff)) (?:was|were|is|has been) (killed|hurt|injured|wounded|harmed)\b/gi;

/** "no reports of American casualties": none reported, which is not 0. */
function none(text: string): CasualtyMention[] {
  const noneReported = (harm: CasualtyKind, who: string, start: number): CasualtyMention => ({
    kind: harm,
    group:
      who
        .replace(/\b(?:immediate|further|reported|other|any)\b/gi, '')
        .trim()
        .replace(/^\p{Lu}\p{L}*(?:an|i)$/u, '$&s') || 'all',
    toll: 'none reported',
    part: false,
    start,
  });
  const both = (word: string): CasualtyKind[] =>
    /death|fatal|dead|killed/i.test(word)
      ? ['killed']
      : /injur|wound|hurt/i.test(word) && !/hurt/i.test(word)
        ? ['wounded']
        : ['killed', 'wounded'];
  return [
    ...[...text.matchAll(nobody)].flatMap((m) =>
      both(m[2] as string).map((harm) => noneReported(harm, m[1] as string, m.index)),
    ),
    ...[...text.matchAll(noone)].flatMap((m) => both(m[1] as string).map((harm) => noneReported(harm, '', m.index))),
  ];
}

const some = new RegExp(
  `\\b(?:reports? of )?((?:[\\p{L}-]+ ){0,2}?(?:${peopleHead}))(?: (?:were|are|have been|had been|was))? (?:also |reportedly )?(killed|wounded|injured|abducted|kidnapped|arrested|detained)\\b|\\b(killing|wounding|injuring|abducting|kidnapping|arresting) ((?:[\\p{L}-]+ ){0,2}?(?:${peopleHead}))\\b`,
  'giu',
);

/** "civilians were wounded": a number unknown. */
function uncounted(text: string, found: CasualtyMention[]): CasualtyMention[] {
  return [...text.matchAll(some)].flatMap((m): CasualtyMention[] => {
    const [harm, who] = m[2] ? [harmOf(m[2]), m[1] as string] : [harmOf(m[3] as string), m[4] as string];
    const near = found.some((h) => Math.abs(h.start - m.index) < m[0].length + 30 && h.kind === harm);
    if (near || !/(?:s|men|people|children|women|troops|police)$/i.test(who) || /\bno\b/i.test(m[0])) return [];
    return [{ kind: harm, group: named(clean(who)), toll: 'number unknown', part: false, start: m.index }];
  });
}
const clean = (who: string) => who.replace(/^(?:reports? of|of|the|and|that|where|when|while) /gi, '').trim();

/**
 * The casualties in a sentence: killed, wounded, abducted and arrested people, numbers unknown and none reported
 * included.
 */
export function readCasualties(text: string): CasualtyMention[] {
  const counted = numbered(text);
  const all = [...counted, ...sharingVerb(text, counted), ...joined(text, counted), ...none(text)];
  const found = [...all, ...uncounted(text, all)].sort((a, b) => a.start - b.start);
  return found.filter(
    (h, i) =>
      found.findIndex((o) => o.kind === h.kind && (o.group === h.group || Math.abs(o.start - h.start) < 4)) === i,
  );
}
