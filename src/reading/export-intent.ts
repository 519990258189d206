import { withoutCourtesy } from './strip-politeness.ts';

export const exportFormats = ['csv', 'xlsx', 'geojson', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** An answer is wanted as a file. `question` is empty where it is the last answer that is meant. */
export interface ExportWish {
  as: ExportFormat;
  question: string;
}

const format =
  '(?:an? |the )?(?:(?<csv>csv|comma[- ]separated(?: values)?)|(?<xlsx>excel|xlsx?|spread ?sheet|work ?book|google sheets?)|(?<geojson>geo ?json|gis)|(?<json>json))(?: (?:file|format|sheet|document|table|export))?';
const things = '(?:lists?|tables?|data(?: ?set)?|results?|answers?|lot|rows|numbers|figures|incidents|export)';
const lastAnswer = new RegExp(
  `^(?:all(?: of)? )?(?:that|this|it|these|those|them|all|everything|(?:(?:the|that|this|these|those|all|all the) )?(?:whole |raw |full )?${things}(?: (?:behind|for|of|to) (?:that|this|it|these|those))?)?(?: to me)?$`,
  'i',
);
const verb =
  /^(?:(?:can|could|may) i (?:have|get|download|see)|export|download|save|send(?: me)?|give me|get me|e?mail me|hand me|let me have|put)\b\s*/i;

const ways = [
  // "export attacks in Iraq as csv", "that in excel"
  new RegExp(`^(?<said>.*?)[,;:]?\\s*\\b(?:as|in|into|to) ${format}\\W*$`, 'i'),
  // "a spreadsheet of attacks in Iraq", "send me a csv"
  new RegExp(`^(?:${verb.source.slice(1)})?${format}(?:(?: of| with| for) (?<said>.+?))?\\W*$`, 'i'),
  // "export attacks in Iraq", but not a port: "export terminals attacked in Libya"
  /^(?:export|download) (?!(?:terminals?|ports?|pipelines?|facilit|routes?|hubs?|zones?|bans?|banks?)\b)(?<said>.+?)\W*$/i,
  /^(?:export|download)(?<said>)\W*$/i,
  // "send me the data"
  /^(?:send|give|get|e?mail|hand)(?: me)? (?<said>(?:the |that |this |all (?:of )?(?:the |that )?)?(?:raw |full )?data(?: (?:behind|for|of) (?:that|this|it|these|those))?)\W*$/i,
];

/** "export that as csv", "send me the data", "a spreadsheet of attacks in Iraq in 2016"; undefined for anything else. */
export function readExportIntent(text: string): ExportWish | undefined {
  const said = withoutCourtesy(text);
  for (const way of ways) {
    const groups = said.match(way)?.groups;
    if (!groups) continue;
    const question = (groups.said ?? '').replace(verb, '').trim();
    return {
      as: exportFormats.find((f) => groups[f] !== undefined) ?? 'csv',
      question: lastAnswer.test(question) ? '' : question,
    };
  }
  return undefined;
}
