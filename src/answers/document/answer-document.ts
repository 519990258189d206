import type { Frame } from '../../frames/frame.ts';
import type { Dataset } from '../../incidents/incident.ts';
import type { NonFatalQuantity } from '../../incidents/quantities.ts';
import type { Measure, Period, PlaceFilter, Quantity, Query, Unit } from '../../incidents/query.ts';

/** The answer as data: what `--json` prints, one document a question. docs/asking.md documents it. */
export interface AnswerDocument {
  id?: string;
  status: 'answered' | 'unclear' | 'declined';
  understood?: {
    measure: Measure;
    of: Quantity;
    /** Of a sum of the killed: only the dead of these sides. */
    lost?: Query['lost'];
    by?: Unit;
    /** Which groups are meant. */
    having?: Query['having'];
    /** Of groups beside what they were before: whether they are ranked by number or percent. */
    change?: Query['change'];
    order?: string;
    limit?: number;
    about?: string;
    filter: DocumentFilter;
    /** Of a share: what the part has of its own. */
    part?: DocumentFilter;
    unread: string[];
  };
  result?: {
    total?: number;
    overlapping?: number;
    coarse?: number;
    ids?: string[];
    /** Null where a figure is missing or would be divided by 0. */
    value?: number | boolean | null;
    low?: number | null;
    high?: number | null;
    /** Of the killed in the incidents of one actor: those who were not on its side. */
    notOwn?: number;
    /** Of a difference, and of two periods compared: in percent of what it is compared with. */
    percent?: number | null;
    /** Of an average: what was divided, and the units of time by which. */
    sum?: number | null;
    units?: { count: number; first: string; last: string };
    /** Of a share. */
    part?: number | null;
    whole?: number | null;
    /** Asked beyond the scope of the data: what comes nearest to it, and how that was found. */
    nearest?: { total: number; value?: number | null; ids: string[]; how: string };
    /** Of a question about changes: incidents by what happened to them, and the corrected ones by what differs. */
    changes?: {
      since?: string | null | undefined;
      before?: string | null | undefined;
      incidents: Record<string, number>;
      fields: Record<string, number>;
    };
    /** With the wounded, abducted or arrested where these are counted; null where nobody gives a figure. */
    groups?: ({ key: string; count: number; killed: number | null; civilians: number | null } & Partial<
      Record<NonFatalQuantity | 'before' | 'change' | 'percent', number | null>
    > & { distinct?: number })[];
  };
  /** What the answer begins with, if something that was asked for could not be used. */
  caveat?: string;
  /** Whose data it is, with licence and citation. */
  datasets?: Dataset[];
  /** One of these is meant; `frame`: as the `query` tool of MCP takes it. */
  choices?: { label: string; question: string; place?: Partial<DocumentPlace>; frame?: Frame }[];
  /** Of a question with two parts: each of them, while `understood` and `result` are those of the part with a figure. */
  parts?: Pick<AnswerDocument, 'understood' | 'result' | 'caveat'>[];
  text: string;
  /** Of other commands: what the data holds, what an import did. */
  coverage?: unknown;
  files?: unknown;
  /** Of the command schema: the JSON Schema of the record format. */
  schema?: unknown;
  /** What was exported. */
  file?: { name: string; mediaType: string; path?: string };
}

export interface DocumentPlace {
  name: string;
  country?: string;
  level: string;
  relation: string;
  lat?: number;
  lon?: number;
  radiusKm?: number;
  part?: PlaceFilter['part'];
}

export interface DocumentFilter {
  period?: Period;
  /** Instead of `period`: any of them. */
  periods?: Period[];
  /** The first place; `places` when there are several. */
  place?: DocumentPlace;
  places?: DocumentPlace[];
  eventTypes?: string[];
  actors?: { name: string; role: string }[];
  [facet: string]: unknown;
}
