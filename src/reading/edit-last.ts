import type { Filter } from '../incidents/query.ts';
import type { DialogueState } from './dialogue-state.ts';

type Facet = 'period' | 'places' | 'actors' | 'eventTypes' | 'killed' | 'text' | 'source';

const facets: [RegExp, Facet][] = [
  [/^(?:dates?|time|period|times|when|month|year|time (?:frame|range|limit))$/i, 'period'],
  [/^(?:place|location|where|places|town|city|province|country|area|region)$/i, 'places'],
  [/^(?:actors?|groups?|who|perpetrators?|attackers?|sides?)$/i, 'actors'],
  [/^(?:types?|kinds?|event types?|kind of incident|categor(?:y|ies))$/i, 'eventTypes'],
  [/^(?:threshold|minimum|toll|deaths?|casualties|number killed)$/i, 'killed'],
  [/^(?:words?|text|search words?|keywords?)$/i, 'text'],
  [/^(?:sources?|publishers?)$/i, 'source'],
];
const dropping =
  /^(?:no,? |ok(?:ay)?,? |now |please |and |but )*(?:drop|remove|forget|ignore|lift|clear|skip|without|leave out|take away|never mind|lose)(?: the| any| that| its)? ([a-z ]+?)(?: filter| limit| restriction| condition| part)?(?: please)?\W*$/i;
const anything: [RegExp, Facet][] = [
  [
    /^(?:and |but |at |for |over )*(?:any ?time|all ?time|all times|whenever|ever|any date|all dates|all years)\W*$/i,
    'period',
  ],
  [/^(?:and |but |in )*(?:anywhere|everywhere|any place|all places|all countries|worldwide)\W*$/i, 'places'],
  [/^(?:and |but |by )*(?:anyone|anybody|any (?:actor|group)|all (?:actors|groups))\W*$/i, 'actors'],
  [
    /^(?:and |but |of )*(?:any (?:kind|type)|all (?:kinds|types))(?: of (?:incidents?|events?|attacks?))?\W*$/i,
    'eventTypes',
  ],
];

/** "drop the date", "anywhere": the facet that the thread's question loses. */
export function dropped(text: string): Facet | undefined {
  const word = text.match(dropping)?.[1];
  const named = word === undefined ? undefined : facets.find(([pattern]) => pattern.test(word.trim()))?.[1];
  return named ?? anything.find(([pattern]) => pattern.test(text))?.[1];
}

/** The filter without a facet. */
export function without(filter: Filter, facet: Facet): Filter {
  const rest = { ...filter };
  delete rest[facet];
  if (facet === 'actors') delete rest.pair;
  return rest;
}

const meant =
  /^(?:(?:no|nope|sorry|wait|actually|not that)[,.! ]*)*(?:i )?(?:meant?|was thinking of)(?: to say)?:? (?=\S)|^(?:no|sorry|actually|wait)[,!] (?=\S)/i;
const level =
  /^(?:the |its )?(province|governorate|state|oblast|region|district|county|town|city|village|country)\W*$/i;

/** "I meant Syria": the place, the date … put right, as a question that goes on. */
export function corrected(text: string, memory: DialogueState | undefined): string {
  const said = text.replace(meant, '');
  return !memory || said === text ? text : `and ${said}`;
}

/** "no, I meant the province": the word for what kind of place was meant. */
export function kindMeant(text: string): string | undefined {
  const said = text.replace(meant, '');
  return said === text ? undefined : said.match(level)?.[1]?.toLowerCase();
}
