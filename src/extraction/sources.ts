import { headNoun, nounPhraseAfter, nounPhraseBefore } from './noun-phrases.ts';

/** A source that a sentence names: a person or body, and the outlet that relays it. `start`: where in the sentence. */
export interface SourceMention {
  name: string;
  via?: string;
  start: number;
}

const saying =
  '(?:said|says|told|tells|reported(?! (?:to|by))|reports (?=that)|announced|announces|stated|confirmed|confirms|added|adds|claimed that|claims that|tweeted|wrote|posted|alleged|estimated|acknowledged|noted|testified|explained|identified|warned|recalled|insisted|quoted|put the)';
const sayingVerb = new RegExp(
  `\\b(?:has |have |had |also |later |further )*${saying}\\b(?! (?:to|by|in connection|missing)\\b)`,
  'gi',
);
const notSaying = /\b(?:was|were|been|is|are|be|as|being|it)(?: \w+ly)? $/i;
const outlet =
  /^ ((?:the )?(?:al-|el-)?[\p{Lu}](?:[\p{L}.'-]+|(?: (?=[\p{L}]))){1,50}?|reporters|journalists|state (?:television|TV|media|radio)|local (?:media|radio|television))(?= (?:news|newspaper|agency|television|TV|radio|that|on|in|by|the|a|an|at|how|he|she|it|they|his|her)\b|[,.;:]|$)/u;

const nobody =
  /^(?:these |those |initial |some |earlier )?reports?$|\b(?:attack|blast|explosion|video|footage|incident|toll|casualt\w+|deaths?|injuries|fire|strike|airstrike)s?$/i;

/** "X said", "X told Y", "…, said X". */
function speakers(text: string): SourceMention[] {
  return [...text.matchAll(sayingVerb)].flatMap((m): SourceMention[] => {
    if (notSaying.test(text.slice(0, m.index))) return [];
    const end = m.index + m[0].length;
    const name = nounPhraseBefore(text, m.index) ?? inverted(text, m.index, end);
    if (!name || nobody.test(name)) return [];
    const via = /told$/i.test(m[0]) ? text.slice(end).match(outlet)?.[1] : undefined;
    return [{ name, ...(via && !/^(?:reporters|journalists)$/.test(via) ? { via: bare(via) } : {}), start: m.index }];
  });
}

const bare = (name: string) => name.replace(/^[Tt]he |[. ]+$/g, '').trim();

/** "…, said a police spokesman". */
const inverted = (text: string, start: number, end: number) =>
  /[,"]\s*$/.test(text.slice(0, start)) ? nounPhraseAfter(text, end) : undefined;

const cited =
  /\b(?:according to|citing|quoting|as reported by|in a statement (?:by|from)|reported by|seen by|published by)(?: an?| the)? /gi;

const citations = (text: string): SourceMention[] =>
  [...text.matchAll(cited)].flatMap((m) => {
    const start = m.index + m[0].length;
    const rest = text.slice(start);
    const name = headNoun(
      rest.slice(0, Math.max(0, rest.search(/[,.;:()|]| (?:that|who|which|on|in|and|while|after|as) |$/))),
    );
    return name && !/^(?:report|reports|him|her|them|data)$/i.test(name) ? [{ name, start: m.index }] : [];
  });

const shown =
  /\b((?:photos|videos?|footage|images|pictures)(?:,? and (?:a )?(?:photos|videos?|footage|images))?)\b[^.;]{0,60}?\b(?:shared|posted|circulat\w+|published|on social media)\b[^.;]{0,30}?(?:,|\b)(?= ?(?:showed?|show|purport\w*|appear\w*|on))/gi;

/** Pictures as a source: "a video shared on social media showed …". */
const pictures = (text: string): SourceMention[] =>
  [...text.matchAll(shown)].map((m) => ({ name: `${m[1]?.toLowerCase()} on social media`, start: m.index }));

const trailing = / - ((?:\p{Lu}|health|police|local|interior|defen|state|army|medics|officials)[\p{L}' ]{1,40})\.?$/u;

/** "… 9 wounded - Turkish MoD". */
function signed(text: string): SourceMention[] {
  const m = trailing.exec(text);
  return m?.[1] ? [{ name: m[1], start: m.index }] : [];
}

const vagueWord = /^(?:he|she|it|they|officials? there|the report|report)$/i;

/** The sources that a sentence names, in order, each once. */
export function readSourceMentions(text: string): SourceMention[] {
  const all = [...speakers(text), ...citations(text), ...pictures(text), ...signed(text)]
    .sort((a, b) => a.start - b.start)
    .map((t) => ({ ...t, name: t.name.replace(/^\p{Lu}\p{L}+'s (?=\p{Lu}\S* news$)/u, '').replace(/ news$/i, '') }));
  return all.filter(
    (t, i) => !vagueWord.test(t.name) && t.name.length < 90 && all.findIndex((o) => o.name === t.name) === i,
  );
}

/** A source's name in a record: "officials, via Reuters". */
export const describeSource = ({ name, via }: SourceMention): string => (via ? `${name}, via ${via}` : name);
