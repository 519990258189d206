import type { Span } from '../reading/span.ts';

const stop =
  /[;:()|.]|--?(?= )|(?<= )-|,(?! (?:al|el)-)|\b(?:that|when|while|after|before|because|although|though|where|but|which|who|whose|whom|if|as|since|said|says|saying|told|reported|added|then|it|he|she|they|there|how|was|were|is|are|been|has|have|had|killed|wounded|injured|lost|left|died)\b/gi;
const auxiliary = / (?:was|were|is|are|been|being|be|has|have|had|got|also|then|reportedly|later|\w+ly|not)$/i;

const lead =
  /^(?:and|or|also|meanwhile|separately|however|elsewhere|later|earlier|recently|reportedly|in related news|suddenly|allegedly|apparently|police said|hours later|another|on|in|at|by|from|near|of)\b,? +/i;
const article = /^(?:the|a|an|some|its|their|his|her|this|these|those) +/i;
const pronoun =
  /^(?:it|he|she|they|this|that|these|those|who|which|there|we|i|you|one|others|none|no one|nobody|everyone|what|them|him)$/i;

/** A noun phrase without its determiners; undefined if it names nobody. */
export function headNoun(words: string): string | undefined {
  let rest = words.replace(/["]/g, '').trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(lead, '').replace(/^(?:,|-) */, '');
  }
  const said = rest
    .replace(article, '')
    .replace(/[ ,-]+$/, '')
    .replace(/'s$/, '');
  if (!/\p{L}{2}/u.test(said) || pronoun.test(said) || said.split(' ').length > 10) return undefined;
  return said;
}

const anyVerb =
  /\b(?:(?!armed|masked|unidentified|suspected|alleged|united|so-called)\w+ed|was|were|is|are|has|have|had|said|says|shot|struck|hit|took|fled|broke|blew|left|overran|fought)\b/i;

/** "The Taliban condemned it and denied …": the subject of the verb before the "and". */
function firstSubject(head: string): string | undefined {
  const clause = head.split(/[;:()|]|\b(?:that|when|while|after|where|who|which)\b/i).at(-1) ?? '';
  const verb = clause.search(anyVerb);
  return verb > 0
    ? headNoun(
        clause
          .slice(0, verb)
          .split(',')
          .findLast((part) => part.trim()) ?? '',
      )
    : undefined;
}

/** The noun phrase that ends at `at`, where a verb begins: its subject. A clause in commas between them is skipped. */
export function nounPhraseBefore(text: string, at: number): string | undefined {
  let head = text.slice(0, at).trimEnd();
  for (let i = 0; i < 2 && head.endsWith(','); i++) {
    const opened = head.lastIndexOf(',', head.length - 2);
    head = (opened < 0 ? '' : head.slice(0, opened)).trimEnd();
  }
  head = head.replace(/ \([^()]*\)$/, '').replace(/(?:^|,) which is .*$/i, '');
  while (auxiliary.test(head)) head = head.replace(auxiliary, '');
  if (/(?:^|[ ,])(?:and|or|but)$/i.test(head)) return firstSubject(head);
  const last = [...head.matchAll(stop)].at(-1);
  return headNoun(last ? head.slice(last.index + last[0].length) : head);
}

const verbs =
  'is|are|was|were|have|has|had|said|says|killed|killing|wounding|leaving|injuring|hacked|attacked|attacking|raided|struck|hit|opened|carried|shot|ambushed|stormed|abducted|kidnapped|detonated|burned|burning|fired|fled|told|blew|exploded|tore|broke|took|left|entered|launched|beheaded|planted|arrived|looted|claimed|targeted|responsible|responsibility';
const around =
  'in|near|at|on|when|while|with|after|before|as|during|using|who|which|that|where|early|late|by|for|to|outside|between|along|inside|across|around|overnight|yesterday|today|because|but|since|rather|over|into|amid';
const joint =
  'and (?=\\w+(?:ed|ing|t)\\b)|and (?=(?:an?|the|at least|several|\\d+|two|three|four|five|six|seven|eight|nine|ten) .*(?:killed|wounded|injured|dead|hurt))';
const marks = '[;:().|]|,(?! (?:al|el)-)| --?(?= )| -(?= )';
const ends = new RegExp(`${marks}|\\b(?:${around}|from|${verbs}|${joint})\\b`, 'i');
const endsOfParty = new RegExp(
  `${marks}|\\b(?:${around.replace('to|', '')}|(?<!loyal |linked |close |belonging )to|${verbs}|${joint})\\b`,
  'i',
);

/** The noun phrase that begins at `at`: an object, or the agent after "by". */
export function nounPhraseAfter(text: string, at: number): string | undefined {
  const rest = text.slice(at).trimStart();
  if (/^(?:and|or|but|,)\b/i.test(rest)) return undefined;
  const end = rest.search(ends);
  return headNoun(end < 0 ? rest : rest.slice(0, end));
}

/** The same for someone who acts: "fighters from the Islamic State". */
export function partyAfter(text: string, at: number): string | undefined {
  const rest = text.slice(at).trimStart();
  const end = rest.search(endsOfParty);
  return headNoun(end < 0 ? rest : rest.slice(0, end));
}

/** The text with spans replaced by as many marks, which end any phrase: positions stay the same. */
export const maskSpans = (text: string, spans: readonly Span[]): string =>
  spans.reduce((all, { start, end }) => all.slice(0, start) + '|'.padEnd(end - start, ' ') + all.slice(end), text);
