const smallTalks = ['hello', 'thanks', 'counting'] as const;
/** What is said to us, or asked of how we count: about no incident. */
export type SmallTalk = (typeof smallTalks)[number];

const us = '(?: (?:there|sitrep|bot|all|everyone|team|folks|again))*';
const terms =
  'killed|deaths?|dead|fatalit(?:y|ies)|casualt(?:y|ies)|best|low|high|estimates?|civilians?|attacks?|violence|clash(?:es)?|battles?|incidents?|events?';
const begun = '^(?:(?:and|so|ok(?:ay)?|well|but),? )?';
const ways: Record<SmallTalk, RegExp> = {
  hello: new RegExp(
    `^(?:hi|hey|hello|hallo|good (?:morning|afternoon|evening|day)|greetings|how are you(?: doing)?)${us}\\W*$`,
    'i',
  ),
  thanks: new RegExp(
    `^(?:(?:ok(?:ay)?|great|perfect|good|nice|cool),? )?(?:(?:many |a lot of )?thanks?(?: you)?|thx|ty|cheers|much appreciated)(?: (?:so|very) much| a lot| for (?:that|this|your help|the help))?${us}\\W*$`,
    'i',
  ),
  counting: new RegExp(
    `${begun}(?:how (?:do|does|did) (?:you|it|sitrep) (?:count|measure|calculate|work out|define)\\b|how (?:are|is) (?:the )?(?:[\\p{L}]+ ){1,3}(?:counted|measured|calculated|defined)\\b(?! in\\b)|what (?:do you|does it|is) (?:mean|meant) by\\b|what (?:counts|is counted|qualifies) as\\b|what (?:does|do) ["“']?(?:an? )?(?:${terms})["”']? mean\\W*$)`,
    'iu',
  ),
};

/** "hello", "thanks", "how do you count deaths?"; undefined for a question about incidents. */
export const readSmallTalk = (text: string): SmallTalk | undefined => smallTalks.find((talk) => ways[talk].test(text));
