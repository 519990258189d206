import type { DeclineReason } from '../parse-result.ts';

interface Refused {
  pattern: RegExp;
  why: DeclineReason;
}

const refusals: Refused[] = [
  {
    pattern:
      /\b(?:will|is going to|are going to|'ll)\b.{0,60}\b(?:attack|strike|happen|be|fall|win|end|escalate|next|bomb|hit|target)|\bwill\b.*\b(?:next|tomorrow|soon)\b|\b(?:predict|forecast|prognos|prophe)\w*|\bnext (?:target|attack|strike|victim|big attack)\b|\b(?:likely|likelihood|probability|chances?|odds|risk) (?:of|that|to)\b|\b(?:is|are) (?:another|an?|more|further|new) .{0,60}\b(?:likely|expected|imminent|coming|planned)\b|\bwhat(?:'s| is) (?:the )?(?:outlook|coming)\b|\b(?:expect|anticipate)\b.{0,40}\b(?:next|tomorrow|soon|attack)/i,
    why: 'forecast',
  },
  {
    pattern:
      /\b(?:should|shall|can|could|may|must) (?:i|we|my|our|they|he|she)\b.{0,60}\b(?:travel|go|visit|drive|fly|stay|leave|move|avoid|take|send|evacuate|carry|walk)\b|\b(?:is|are|was) (?:it|[\p{L} ]{2,40}?) (?:(?:still|now) )?(?:safe|dangerous|too risky|secure)\b|\bsafe(?:st)? (?:to|for|road|route|way|place|area|city|country)\b|\b(?:which|what) (?:road|route|way|street|hotel|airline)\b.{0,60}\b(?:should|take|avoid|safe|use)|\b(?:advise|advice|recommend)\b|\bhow (?:do|can|could|should) (?:i|we|one)\b.{0,60}\b(?:stay safe|avoid|protect|escape|survive|make|build|get to)/iu,
    why: 'advice',
  },
  {
    pattern:
      /\b(?:home |private |personal )?(?:address|phone|telephone|e-?mail|whereabouts|number plate|home)\b(?: number)? of\b|\bwhere (?:does|do|did) (?:[\p{L}'-]+ ){1,4}(?:live|sleep|hide|stay|work)\b|\bwhere (?:is|are) (?:the )?(?:[\p{L}'-]+ ){1,4}(?:hiding|living|staying|right now|now)\b|\bwho is .{2,40}(?:wife|husband|son|daughter|family)\b|\b(?:track|locate|find) (?:down )?(?:the )?(?:person|man|woman|him|her|\p{L}+'s (?:house|home))\b/iu,
    why: 'whereabouts',
  },
  {
    pattern:
      /\bwho(?:'s| is| are) (?:right|wrong|the good|the bad|worse|better|evil|justified)\b|\b(?:do|what do) you (?:think|believe|feel|support|prefer|like)\b|\b(?:whose side|justified|deserve[ds]?|moral(?:ly)?|good or (?:bad|evil)|right or wrong|good guys|bad guys|your opinion|evil|legitimate (?:cause|struggle))\b/i,
    why: 'opinion',
  },
  {
    pattern:
      /\b(?:recipe|poem|joke|song|story|essay|lyrics|translate|weather|football|soccer|movie|film|stock price|bitcoin|horoscope|homework|python|javascript|capital of|president of|population of|currency|restaurant|birthday|what is your name|who are you|who made you|solve|calculate|sing|cook|recommend a)\b|^write\b/i,
    why: 'elsewhere',
  },
];

/** What must not be answered: forecasts, advice, people's whereabouts, opinions, and what is no question about incidents. */
export const readDecline = (text: string): DeclineReason | undefined =>
  refusals.find(({ pattern }) => pattern.test(text))?.why;
