import type { When, Where } from '../incidents/incident.ts';
import type { SentenceExtraction } from './sentence-extractor.ts';
import { areTypesCompatible } from './type-compatibility.ts';

/** The sentences that tell of one incident. */
export interface EventCluster {
  sentences: SentenceExtraction[];
  types: string[];
  where?: { value: Where; read: SentenceExtraction };
  when?: { value: When; read: SentenceExtraction };
}

const fineness = ['unknown', 'country', 'sea', 'line', 'province', 'district', 'near', 'exact'];
const finer = (a: Where, b: Where) =>
  (a.between ? 9 : fineness.indexOf(a.precision)) > (b.between ? 9 : fineness.indexOf(b.precision));

/** Two places that cannot be the same: other countries, or other names on the same level. */
function apart(a: Where | undefined, b: Where | undefined): boolean {
  if (!a || !b) return false;
  if (a.country && b.country && a.country !== b.country) return true;
  if (a.between || b.between) return false;
  const other = (x: string | undefined, y: string | undefined) => x !== undefined && y !== undefined && x !== y;
  if (a.place && b.place) return a.place !== b.place;
  return other(a.admin1, b.admin1) || (other(a.admin2, b.admin2) && !a.place && !b.place);
}

const otherDay = (a: When | undefined, b: When | undefined) =>
  a?.start != null && b?.start != null && (a.start > (b.end as string) || b.start > (a.end as string));

const begins =
  /^(?:in (?:related|other) (?:news|developments)|separately|elsewhere|meanwhile|in (?:a|another) separate|in another|in a (?:second|third|different|further|similar)|also (?:on|in)|on the same day|the same day|(?:hours|days|a day|two days|the day) (?:later|earlier|before)|earlier|later)\b|\b(?:another|a separate|a second|a third|a different) (?:[\w-]+ ){0,2}(?:attack|blast|explosion|bombing|raid|ambush|airstrike|strike|incident|assault|group of|clash|shooting)/i;
const reacting =
  /\b(?:in connection with|suspects?\b|over the (?:attack|killing|bombing|incident)|following the (?:attack|blast|incident)|after the (?:attack|blast|incident|bombing))/i;

const timeOf = (read: SentenceExtraction) => {
  const short = read.times.filter((t) => !t.long && !t.telling);
  return (short.find((t) => t.when.start !== null) ?? short[0])?.when;
};
const freshTypes = (read: SentenceExtraction) => read.triggers.filter((t) => !t.definite && !t.weak).map((t) => t.type);
const toldTypes = (read: SentenceExtraction) => read.triggers.filter((t) => t.definite).map((t) => t.type);

function contradicts(story: EventCluster, read: SentenceExtraction): boolean {
  return apart(story.where?.value, read.location.where) || otherDay(story.when?.value, timeOf(read));
}

/** The story an event sentence goes on with; undefined when it begins one of its own. */
function storyOf(stories: readonly EventCluster[], read: SentenceExtraction): EventCluster | undefined {
  const current = stories.at(-1);
  const types = freshTypes(read);
  if (!current) return undefined;
  const opens = begins.test(read.sentence.text);
  const undated = timeOf(read)?.start === null && current.when?.value.start != null && types.length > 0;
  if (opens && (read.location.where || timeOf(read) || types.length > 0)) return undefined;
  const fits = (story: EventCluster) => !contradicts(story, read) && areTypesCompatible(story.types, types);
  const bare = read.location.where === undefined && timeOf(read) === undefined;
  if (bare && areTypesCompatible(['unrest'], types)) return current;
  if (fits(current) && !(undated && !areTypesCompatible(types, current.types))) return current;
  if (reacting.test(read.sentence.text) && !contradicts(current, read)) return current;
  if (contradicts(current, read)) {
    const same = stories.find(
      (s) =>
        s !== current &&
        read.location.where?.place !== undefined &&
        s.where?.value.place === read.location.where.place &&
        areTypesCompatible(s.types, types),
    );
    return same;
  }
  return undefined;
}

function adopt(story: EventCluster, read: SentenceExtraction, speaksOfIt: boolean): void {
  story.sentences.push(read);
  if (!speaksOfIt) return;
  story.types.push(...freshTypes(read));
  const { where } = read.location;
  if (where && !(story.where && !finer(where, story.where.value)) && !apart(story.where?.value, where))
    story.where = { value: where, read };
  const when = timeOf(read);
  if (when && (story.when === undefined || (story.when.value.start === null && when.start !== null)))
    story.when = { value: when, read };
}

const hasFacts = ({
  casualties: hurt,
  attributions: said,
  sourceMentions: told,
  participants: sides,
  belong,
}: SentenceExtraction) => hurt.length + said.length + told.length + sides.attackers.length + belong.length > 0;

/** Sentences as stories: by place, day and kind, and by what "the attack" speaks of. Totals and background belong to none. */
export function clusterEvents(reads: readonly SentenceExtraction[]): EventCluster[] {
  const stories: EventCluster[] = [];
  let aside: number | undefined;
  for (const read of reads) {
    if (read.kind === 'event') {
      const story = storyOf(stories, read);
      if (story) adopt(story, read, true);
      else {
        const begun: EventCluster = { sentences: [], types: [] };
        adopt(begun, read, true);
        stories.push(begun);
      }
      aside = undefined;
    } else if (read.kind !== 'more') aside = read.sentence.paragraph;
    else {
      const types = toldTypes(read);
      const story = types.length ? stories.findLast((s) => areTypesCompatible(s.types, types)) : stories.at(-1);
      const turned = aside === read.sentence.paragraph && types.length === 0;
      if (story && !turned && (hasFacts(read) || types.length > 0))
        adopt(story, read, types.length > 0 && !read.sourceMentions.length);
    }
  }
  return stories;
}
