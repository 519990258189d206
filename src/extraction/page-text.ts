/** How many characters of a pasted page are read. The draft says if there were more. */
const longestPage = 30_000;
const longestMarkup = 200_000;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: ' ' };

/**
 * The text of a pasted page, without markup, scripts and entities, one paragraph a line. `cut`: the page was longer.
 */
export function extractPageText(pasted: string): { words: string; cut: boolean } {
  const words = pasted
    .slice(0, longestMarkup)
    .replace(/<(script|style|nav|footer|aside)\b[^>]{0,500}>[\s\S]*?<\/\1>/gi, '\n')
    .replace(/<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|article|section|blockquote)\b[^<>]{0,500}>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
    .replace(/&(#39|[a-z]{2,5});/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n');
  return { words: words.slice(0, longestPage), cut: words.length > longestPage || pasted.length > longestMarkup };
}

const asking =
  /^(?:subscribe|sign (?:up|in)|log ?in|join |follow (?:us|@|our)|share (?:this|on|via)?|click |tap |read (?:more|also|next|the full)|also read|see also|download|register|become a|support our|donate|try \d|get (?:the|our|unlimited)|watch(?::| now| live)|listen(?::| now| to)|related\b|recommended|trending|most (?:read|popular)|more (?:on|from)\b|you(?:'ve| have| must)\b.{0,40}\b(?:reached|subscri\w+|log ?in|article)|already a |comments?\b.{0,12}$|advertis\w+|sponsored|newsletter|print this|copy link|skip to|menu$|home$|\d+ min(?:ute)?s? read|continue reading|editor's note|reporting by|additional reporting|editing by|writing by|contact (?:us|the)|our (?:app|standards))/i;
const legal =
  /©|\ball rights reserved\b|\bcookies?\b.{0,60}\b(?:policy|accept|use)|\bterms of (?:use|service)\b|\bprivacy policy\b|\bdaily free article limit\b/i;
const caption =
  /^(?:photo|image|picture|video|file photo|file|caption|credit|map)\s*[:/|]|\[(?:file|photo|image)[^\]]*\]|\((?:photo|file|image|picture)[^)]*\)\s*$|\b(?:getty images|via getty|\/afp\b|\/reuters\b|ap photo|epa-efe|file photo)/i;
const byline =
  /^by [\p{Lu}][\p{L}.'-]+(?: [\p{Lu}][\p{L}.'-]+){0,3}(?: and [\p{Lu}][\p{L} .'-]+)?(?:,? (?:in|for) .{0,40})?$|^(?:published|updated|last updated|posted)\b.{0,80}$/iu;

const wordsIn = (line: string) => line.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
const ended = /[.!?…:]["'”’)\]]*$/;

/** Whether a line is Written Like A Headline: most of its longer words capitalised, and no full stop. */
export function isHeadline(line: string): boolean {
  const long = wordsIn(line).filter((word) => word.length > 3 && /^\p{L}/u.test(word));
  const capital = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return !ended.test(line) && long.length >= 3 && capital / long.length >= 0.75;
}

/** Whether a line is not part of the report: menus, appeals, captions, bylines, headlines of other articles. */
export function isBoilerplate(line: string, first: boolean): boolean {
  const plain = line.replace(/[’‘]/g, "'");
  if (!/\p{L}/u.test(plain) || asking.test(plain) || legal.test(plain) || caption.test(plain) || byline.test(plain))
    return true;
  if (first) return false;
  return isHeadline(line) || (!ended.test(line) && wordsIn(line).length < 5);
}
