import type { When, Where } from '../incidents/incident.ts';
import type { SentenceExtraction } from './sentence-extractor.ts';
import { areTypesCompatible } from './type-compatibility.ts';

/** The sentences about one incident, with its types, place and time. */
export interface EventCluster {
  sentences: SentenceExtraction[];
  types: string[];
  where?: { value: Where; read: SentenceExtraction };
  when?: { value: When; read: SentenceExtraction };
}

const precisionOrder = ['unknown', 'country', 'sea', 'line', 'province', 'district', 'near', 'exact'];
const isFiner = (a: Where, b: Where) =>
  (a.between ? 9 : precisionOrder.indexOf(a.precision)) > (b.between ? 9 : precisionOrder.indexOf(b.precision));

/** Whether two places cannot be the same: their countries differ, or their names on the same level. */
function placesDiffer(a: Where | undefined, b: Where | undefined): boolean {
  if (!a || !b) return false;
  if (a.country && b.country && a.country !== b.country) return true;
  if (a.between || b.between) return false;
  const other = (x: string | undefined, y: string | undefined) => x !== undefined && y !== undefined && x !== y;
  if (a.place && b.place) return a.place !== b.place;
  return other(a.admin1, b.admin1) || (other(a.admin2, b.admin2) && !a.place && !b.place);
}

const daysDiffer = (a: When | undefined, b: When | undefined) =>
  a?.start != null && b?.start != null && (a.start > (b.end as string) || b.start > (a.end as string));

const beginsAnew =
  /^(?:in (?:related|other) (?:news|developments)|separately|elsewhere|meanwhile|in (?:a|another) separate|in another|in a (?:second|third|different|further|similar)|also (?:on|in)|on the same day|the same day|(?:hours|days|a day|two days|the day) (?:later|earlier|before)|earlier|later)\b|\b(?:another|a separate|a second|a third|a different) (?:[\w-]+ ){0,2}(?:attack|blast|explosion|bombing|raid|ambush|airstrike|strike|incident|assault|group of|clash|shooting)/i;
const reacting =
  /\b(?:in connection with|suspects?\b|over the (?:attack|killing|bombing|incident)|following the (?:attack|blast|incident)|after the (?:attack|blast|incident|bombing))/i;

const timeOf = (read: SentenceExtraction) => {
  const short = read.times.filter((t) => !t.long && !t.telling);
  return (short.find((t) => t.when.start !== null) ?? short[0])?.when;
};
const freshTypes = (read: SentenceExtraction) => read.triggers.filter((t) => !t.definite && !t.weak).map((t) => t.type);
const definiteTypes = (read: SentenceExtraction) => read.triggers.filter((t) => t.definite).map((t) => t.type);

function contradicts(cluster: EventCluster, read: SentenceExtraction): boolean {
  return placesDiffer(cluster.where?.value, read.location.where) || daysDiffer(cluster.when?.value, timeOf(read));
}

/** The cluster that an event sentence continues; undefined if it begins a new one. */
function clusterFor(clusters: readonly EventCluster[], read: SentenceExtraction): EventCluster | undefined {
  const current = clusters.at(-1);
  const types = freshTypes(read);
  if (!current) return undefined;
  const opens = beginsAnew.test(read.sentence.text);
  const undated = timeOf(read)?.start === null && current.when?.value.start != null && types.length > 0;
  if (opens && (read.location.where || timeOf(read) || types.length > 0)) return undefined;
  const fits = (cluster: EventCluster) => !contradicts(cluster, read) && areTypesCompatible(cluster.types, types);
  const bare = read.location.where === undefined && timeOf(read) === undefined;
  if (bare && areTypesCompatible(['unrest'], types)) return current;
  if (fits(current) && !(undated && !areTypesCompatible(types, current.types))) return current;
  if (reacting.test(read.sentence.text) && !contradicts(current, read)) return current;
  if (contradicts(current, read)) {
    const same = clusters.find(
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

function addSentence(cluster: EventCluster, read: SentenceExtraction, describesIt: boolean): void {
  cluster.sentences.push(read);
  if (!describesIt) return;
  cluster.types.push(...freshTypes(read));
  const { where } = read.location;
  if (where && !(cluster.where && !isFiner(where, cluster.where.value)) && !placesDiffer(cluster.where?.value, where))
    cluster.where = { value: where, read };
  const when = timeOf(read);
  if (when && (cluster.when === undefined || (cluster.when.value.start === null && when.start !== null)))
    cluster.when = { value: when, read };
}

const hasFacts = ({ casualties, attributions, sourceMentions, participants, belong }: SentenceExtraction) =>
  casualties.length + attributions.length + sourceMentions.length + participants.attackers.length + belong.length > 0;

/**
 * Clusters sentences by incident (event coreference): by place, day and type, and by what "the attack" refers to.
 * Totals and background belong to no cluster.
 */
export function clusterEvents(reads: readonly SentenceExtraction[]): EventCluster[] {
  const clusters: EventCluster[] = [];
  let backgroundParagraph: number | undefined;
  for (const read of reads) {
    if (read.kind === 'event') {
      const cluster = clusterFor(clusters, read);
      if (cluster) addSentence(cluster, read, true);
      else {
        const created: EventCluster = { sentences: [], types: [] };
        addSentence(created, read, true);
        clusters.push(created);
      }
      backgroundParagraph = undefined;
    } else if (read.kind !== 'more') backgroundParagraph = read.sentence.paragraph;
    else {
      const types = definiteTypes(read);
      const cluster = types.length ? clusters.findLast((s) => areTypesCompatible(s.types, types)) : clusters.at(-1);
      const inBackground = backgroundParagraph === read.sentence.paragraph && types.length === 0;
      if (cluster && !inBackground && (hasFacts(read) || types.length > 0))
        addSentence(cluster, read, types.length > 0 && !read.sourceMentions.length);
    }
  }
  return clusters;
}
