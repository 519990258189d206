import type { Casualty, Detail } from '../incidents/incident.ts';
import type { CasualtyMention } from './casualties.ts';
import type { SentenceExtraction } from './sentence-extractor.ts';
import { describeSource } from './sources.ts';

interface Counted extends CasualtyMention {
  by: string;
  read: SentenceExtraction;
}

export interface MergedCasualties {
  casualties: Casualty[];
  details: Detail[];
  evidence: { words: string; read: SentenceExtraction }[];
}

const rising = /\b(?:rose|risen|rises|climbed|now|updated|revised|increased|later)\b/i;
const adding = /\b(?:another|also|others|in addition|as well|additional|further|more)\b/i;

const same = (a: Counted, b: Counted) => JSON.stringify(a.toll) === JSON.stringify(b.toll);
const figure = (h: Counted) => typeof h.toll === 'object';

/** `replaces`: the newer figure. `apart`: may be among those counted, never added. */
type Way = 'add' | 'skip' | 'apart' | { replaces: Counted };

/** The same group is counted already: the same again, a newer figure of the same source, or another source's. */
function besideTwin(twin: Counted, next: Counted): Way {
  if (same(twin, next) || !figure(next)) return 'skip';
  if (!figure(twin) || (twin.by === next.by && rising.test(next.read.sentence.text))) return { replaces: twin };
  return twin.by === next.by ? 'skip' : 'add';
}

/** Other groups are counted already, of whom these may be some. */
function besideOthers(rivals: readonly Counted[], next: Counted): Way {
  if (next.group === 'all') return rivals.some((k) => same(k, next) && k.by === next.by) ? 'skip' : 'add';
  if (rivals.some((k) => k.group === 'all' && figure(k))) return 'apart';
  if (rivals.some((k) => k.read === next.read) || adding.test(next.read.sentence.text)) return 'add';
  return rivals.some(figure) ? 'apart' : 'add';
}

function settle(kept: readonly Counted[], next: Counted): Way {
  if (next.part) return next.group === 'all' ? 'skip' : 'apart';
  const rivals = kept.filter((k) => k.harm === next.harm);
  const twin = rivals.find((k) => k.group === next.group);
  if (twin) return besideTwin(twin, next);
  if (rivals.length === 0 || next.toll === 'none reported') return 'add';
  if (!figure(next)) return rivals.some((k) => k.read !== next.read && figure(k)) ? 'skip' : 'add';
  return besideOthers(rivals, next);
}

/** Who was hurt, by whose account: the same told twice is one, another source's figure stands beside it, parts are not added. */
export function mergeCasualties(reads: readonly SentenceExtraction[], publisher: string): MergedCasualties {
  const kept: Counted[] = [];
  const details: Detail[] = [];
  const evidence: MergedCasualties['evidence'] = [];
  for (const read of reads) {
    const by = read.sourceMentions[0] ? describeSource(read.sourceMentions[0]) : publisher;
    for (const hurt of read.casualties) {
      const next: Counted = { ...hurt, by, read };
      const way = settle(kept, next);
      const quote = read.sentence.quote.slice(0, 400);
      if (way === 'apart') details.push({ topic: 'victims', text: quote, by });
      else if (way !== 'skip') {
        if (way !== 'add') kept.splice(kept.indexOf(way.replaces), 1);
        kept.push(next);
        evidence.push({ words: next.harm, read });
      }
    }
  }
  return {
    casualties: merged(kept),
    details: details.filter((d, i) => details.findIndex((o) => o.text === d.text) === i),
    evidence,
  };
}

/** One row a group and source. */
function merged(kept: readonly Counted[]): Casualty[] {
  const rows: Casualty[] = [];
  for (const { harm, group, toll, by, words } of kept) {
    const row = rows.find((r) => r.group === group && r.by === by && r[harm] === undefined);
    const note = words === undefined ? {} : { note: [row?.note, `${harm}: “${words}”`].filter(Boolean).join('; ') };
    if (row) Object.assign(row, { [harm]: toll, ...note });
    else rows.push({ group, [harm]: toll, by, ...note });
  }
  return rows;
}
