const whys =
  /^(?:but |ok(?:ay)?,? |so |and )?(?:why|how come|explain(?: (?:that|this|it|yourself|(?:the|your) answer))?|why (?:this|that|those|these|the)(?: (?:answers?|results?|numbers?|figures?|incidents?))?|why this answer|how did you (?:get|read|arrive|come|work|understand)\b.*|what did you (?:read|understand|assume|leave out|look for|search)\b.*|show your work(?:ing)?|why (?:did|do|am|are|were|was) (?:i|we|this channel) (?:get(?:ting)?|told|tell(?:ing)?|see(?:ing)?|hear(?:ing)?|receiv(?:e|ing)|being told)\b.*|why was (?:this|that|it) (?:sent|posted|told)\b.*)\W*$/i;
const over =
  /^(?:please )?(?:start (?:over|again|anew|fresh)|new question|forget (?:that|it|this|everything)|reset|never ?mind|clear)(?: please)?\W*$/i;

/** Words about the conversation itself: "why?" asks for the reading of the last answer, "start over" ends the thread's subject. */
export const readThreadIntent = (text: string): 'why' | 'over' | undefined =>
  whys.test(text) ? 'why' : over.test(text) ? 'over' : undefined;

const anew = /^(?:new question|start over|forget (?:that|it)|different question|another question|reset)\b[:,.\s-]*/i;

/** "new question: …" leaves the thread's subject behind. */
export const withoutReset = (text: string): { text: string; reset: boolean } => {
  const rest = text.replace(anew, '');
  return { text: rest, reset: rest !== text };
};
