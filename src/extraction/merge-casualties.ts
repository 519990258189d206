import type { Casualty, Detail } from '../incidents/incident.ts';
import { cut } from '../kernel/cut.ts';
import type { CasualtyMention } from './casualties.ts';
import type { SentenceExtraction } from './sentence-extractor.ts';
import { describeSource } from './sources.ts';

interface Counted extends CasualtyMention {
  by: string;
  read: SentenceExtraction;
}

/** The casualties of an incident, figures that are only quoted (`details`), and where they come from. */
export interface MergedCasualties {
  casualties: Casualty[];
  details: Detail[];
  evidence: { words: string; read: SentenceExtraction }[];
}

const rising = /\b(?:rose|risen|rises|climbed|now|updated|revised|increased|later)\b/i;
const adding = /\b(?:another|also|others|in addition|as well|additional|further|more)\b/i;

const same = (a: Counted, b: Counted) => JSON.stringify(a.toll) === JSON.stringify(b.toll);
const figure = (h: Counted) => typeof h.toll === 'object';

/**
 * How a figure relates to those before it. `replaces`: it is a newer one. `apart`: it may be part of them and is only
 * quoted.
 */
type Relation = 'add' | 'skip' | 'apart' | { replaces: Counted };

/** The group has a figure already: this is the same again, a newer one of the same source, or another source's. */
function relateToSameGroup(twin: Counted, next: Counted): Relation {
  if (same(twin, next) || !figure(next)) return 'skip';
  if (!figure(twin) || (twin.by === next.by && rising.test(next.read.sentence.text))) return { replaces: twin };
  return twin.by === next.by ? 'skip' : 'add';
}

/** Other groups have figures already, which may include this one. */
function relateToOtherGroups(rivals: readonly Counted[], next: Counted): Relation {
  if (next.group === 'all') return rivals.some((k) => same(k, next) && k.by === next.by) ? 'skip' : 'add';
  if (rivals.some((k) => k.group === 'all' && figure(k))) return 'apart';
  if (rivals.some((k) => k.read === next.read) || adding.test(next.read.sentence.text)) return 'add';
  return rivals.some(figure) ? 'apart' : 'add';
}

function relate(counted: readonly Counted[], next: Counted): Relation {
  if (next.part) return next.group === 'all' ? 'skip' : 'apart';
  const rivals = counted.filter((k) => k.kind === next.kind);
  const twin = rivals.find((k) => k.group === next.group);
  if (twin) return relateToSameGroup(twin, next);
  if (rivals.length === 0 || next.toll === 'none reported') return 'add';
  if (!figure(next)) return rivals.some((k) => k.read !== next.read && figure(k)) ? 'skip' : 'add';
  return relateToOtherGroups(rivals, next);
}

/**
 * Merges the figures of sentences about one incident: repeated ones count once, those of other sources are kept as
 * theirs, and parts are only quoted.
 */
export function mergeCasualties(reads: readonly SentenceExtraction[], publisher: string): MergedCasualties {
  const counted: Counted[] = [];
  const details: Detail[] = [];
  const evidence: MergedCasualties['evidence'] = [];
  for (const read of reads) {
    const by = read.sourceMentions[0] ? describeSource(read.sourceMentions[0]) : publisher;
    for (const hurt of read.casualties) {
      const next: Counted = { ...hurt, by, read };
      const relation = relate(counted, next);
      const quote = cut(read.sentence.quote, 400);
      if (relation === 'apart') details.push({ topic: 'victims', text: quote, by });
      else if (relation !== 'skip') {
        if (relation !== 'add') counted.splice(counted.indexOf(relation.replaces), 1);
        counted.push(next);
        evidence.push({ words: next.kind, read });
      }
    }
  }
  return {
    casualties: merged(counted),
    details: details.filter((d, i) => details.findIndex((o) => o.text === d.text) === i),
    evidence,
  };
}

/** One row a group and source. */
function merged(counted: readonly Counted[]): Casualty[] {
  const rows: Casualty[] = [];
  for (const { kind: harm, group, toll, by, words } of counted) {
    const row = rows.find((r) => r.group === group && r.by === by && r[harm] === undefined);
    const note = words === undefined ? {} : { note: [row?.note, `${harm}: “${words}”`].filter(Boolean).join('; ') };
    if (row) Object.assign(row, { [harm]: toll, ...note });
    else rows.push({ group, [harm]: toll, by, ...note });
  }
  return rows;
}
