const greeting =
  /^(?:(?:hi|hey|hello|hallo|good (?:morning|afternoon|evening|day)|greetings|dear|ok|okay|so|um+|well)(?: (?:there|sitrep|bot|all|everyone|team|folks))?\s*[,!.:-]?\s+)+/i;
const frames = [
  /^(?:sorry|excuse me|pardon)(?: (?:to (?:bother|disturb) you|for (?:bothering|disturbing) you|me))?,?(?: but)?[,:]? /i,
  /^(?:please|pls|plz|kindly)[,:]? /i,
  /^(?:could|can|would|will|might) (?:you|u)(?: (?:please|pls|kindly|possibly|maybe|also))? (?:tell me(?! about)|let me know|say|look up|check|find out|help me (?:find|with)|answer)(?: please)?(?: if| whether)?[,:]? /i,
  /^(?:could|can|would|will) (?:you|u)(?: (?:please|pls|kindly))? (?=(?:show|list|give|find|count|compare|chart|rank|tell|update|get)\b)/i,
  /^i(?:'d| would| am|'m)? (?:like|want|love|need|wish|trying|curious|interested|wondering)(?: (?:to know|to ask|to see|to find out|about|in))?(?: if you could tell me)?[,:]? /i,
  /^(?:do you (?:happen to )?know|any idea|tell me|let me know|quick question|question|just wondering|i wonder|asking for a colleague)[,:]? (?!about\b)(?=\S)/i,
  /^(?:(?:tell|talk to|inform|update) (?:me|us)(?: (?:more|everything|all))?|(?:what|anything|all|everything) (?:do |can )?you (?:know|have|(?:can )?tell (?:me|us))|what(?:'s| is) known) (?:about|on|regarding) (?:the )?(?=\S)/i,
  /^(?:(?:get|give|show|send) (?:me|us) )?(?:(?:any|some|more|the) )?(?:(?:latest|recent|new) )?(?:news|info(?:rmation)?|details|updates?|intel(?:ligence)?) (?:about|on|regarding) (?:the )?(?=\S)/i,
];
const thanks =
  /[\s,.!?-]*\b(?:please|pls|plz|thanks?(?: you)?(?: (?:so|very) much| a lot| in advance)?|many thanks|thx|ty|cheers|much appreciated|if you (?:can|could|would|don't mind)|for me)[\s!.]*$/i;

/** The question without the greeting, the "could you tell me" and the thanks around it. */
export function withoutCourtesy(text: string): string {
  let said = text;
  for (let before = ''; before !== said; ) {
    before = said;
    said = said.replace(greeting, '').replace(thanks, (end) => (end.includes('?') ? '?' : ''));
    for (const frame of frames) said = said.replace(frame, '');
  }
  return said.length > 1 ? said : text;
}
