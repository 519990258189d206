import { readAnomalyRule } from './anomaly-intent.ts';
import { tidy } from './text.ts';

const polite = /^(?:please |(?:can|could|will|would) you (?:please )?|i(?:'d| would)? (?:want|like) (?:you )?to )+/i;
const channel = '(?:me|us|this channel|the channel|everyone(?: here)?|here)';
const of = '(?: (?:of|about|on|for|to))?';
const when = '(?:when(?:ever)?|if|once|as soon as|every time|each time|the moment)';
/** "tell me if it is confirmed", "tell us when the last one was" ask about what has been. */
const past =
  '(?! (?:was|were|did|do|does|is|are|has|have|had|it|this|that|they|i|we|you|the (?:last|latest|first))\\b| there (?:was|were|has|have)\\b)';
const thing = '(?:an? |the |daily |weekly |hourly )*(?:alerts?|notifications?|digests?)';
const leads = [
  `(?:alert|notify|warn) ${channel}${of}`,
  `subscribe(?: ${channel})?${of}`,
  `keep (?:me|us|this channel) (?:posted|updated|informed)${of}`,
  `(?:set up|create|add|send|give|get|post|make)(?: ${channel})? ${thing}${of}`,
  `(?:tell|inform|message|ping|let) (?:me|us|this channel)(?: know)?(?= ${when}${past})`,
].map((lead) => new RegExp(`^${lead}(?: (?<said>.+))?$`, 'i'));
const occasion = new RegExp(`^${when} (?:there(?:'s| is| are) )?(?:(?:an?|any|some) )?(?:(?:new|more) )?`, 'i');
const happens = / (?:happens?|occurs?|breaks? out|takes? place|(?:is|are|gets?) reported|comes? in)(?= |$)/i;
const last = /^(?:(?:more )?(?:of|like|about|on) )?(?:this|that|it|these|those|them)$/i;

/**
 * "alert me about attacks in Baghdad", "tell us when there is an airstrike in Gaza": what to hear of, empty for what the
 * last answer was about; undefined for a question.
 */
export function subscribeWish(text: string): string | undefined {
  const asked = tidy(text)
    .replace(/[?!.]+$/, '')
    .replace(polite, '')
    .replace(/,? (?:please|thanks)$/i, '');
  const match = leads.map((lead) => asked.match(lead)).find((found) => found !== null);
  if (!match) return undefined;
  const said = match.groups?.said ?? '';
  if (last.test(said)) return '';
  if (readAnomalyRule(said)) return said;
  const rhythm = asked.slice(0, asked.length - said.length).match(/\b(?:daily|weekly|hourly)\b/i)?.[0];
  return said.replace(occasion, '').replace(happens, '').trim() + (rhythm ? `, ${rhythm}` : '');
}
