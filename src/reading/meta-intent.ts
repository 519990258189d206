const we = '(?:you|this|it|sitrep|the bot|this bot)';
const help = new RegExp(
  `^(?:(?:please )?help(?: me)?(?: please)?|what (?:can|could|do|should) (?:you|i|we) (?:do|ask|tell|answer|say)(?: ${we})?(?: for me| here)?|what (?:kinds? of )?questions can (?:you answer|(?:i|we) ask)|how (?:does|do) ${we} work|how (?:do|can|should) (?:i|we) use ${we}|how to use ${we}|who are you|what are you|what(?:'s| is) (?:${we}|your name)|(?:(?:show|list) )?(?:me )?(?:the |your |all )*commands)\\W*$`,
  'i',
);
const data = '(?:data|information|info|numbers|figures|database|dataset|datasets)';
const status = new RegExp(
  `^(?:where (?:do|does|did|is|are) (?:${we} get )?(?:your|the|this|its|all this) ${data}(?: (?:come )?from)?|(?:what|which) (?:(?:data|news) )?(?:sources?|${data}) (?:do ${we} (?:use|have|hold|cover|rely on|draw on)|are ${we} (?:using|based on)|is ${we} based on)|what (?:are|is|'s) (?:your|the) (?:data )?(?:sources?|datasets?|data)|how (?:up[- ]to[- ]date|current|recent|fresh|old|complete|new) (?:is|are) (?:your|the|this) ${data}|when (?:was|were|is|are) (?:your|the|this) ${data} (?:last )?updated|(?:what|which) (?:countries|places|regions|years|periods?|time) do you (?:cover|have|know)(?: about)?|what do you (?:cover|hold|know))\\W*$`,
  'i',
);

const alerts = '(?:alerts?|subscriptions?|notifications?)';
const subscriptions = new RegExp(
  `^(?:(?:please )?(?:stop|cancel|remove|delete|end|mute|pause|turn off|disable|manage|list|show|see)(?: me| us)?(?: all)?(?: the| my| our| these| this channel's)? ${alerts}|unsubscribe(?: me| us| this channel)?|(?:what|which) (?:are )?(?:my|our|the|this channel's)? ?${alerts}(?: (?:are there|do (?:i|we) have|are (?:active|on|set up)))?|what (?:am i|are we|is this channel) subscribed to)(?: please| here)?\\W*$`,
  'i',
);
const report =
  /^(?:i(?:'d| would)? (?:want|like|need|wish) to |how (?:do|can) (?:i|we) |can (?:i|we) )?(?:report|submit|file|add) (?:an?|this|new|the) ?(?:new )?(?:incident|attack|event|report)\W*$/i;

/** Words about Sitrep itself or its data: which command of the menu tells it. */
export function aboutUs(text: string): 'help' | 'status' | 'subscriptions' | 'report' | undefined {
  if (help.test(text)) return 'help';
  if (status.test(text)) return 'status';
  if (subscriptions.test(text)) return 'subscriptions';
  return report.test(text) ? 'report' : undefined;
}
