import type { Dataset, Incident } from '../../incidents/incident.ts';
import type { Group } from '../../incidents/incidents.ts';
import type { BriefUnit } from '../../reading/brief-intent.ts';
import type { AnswerContext } from '../document/answer-context.ts';

/** Of the window; `usual`: the mean of the `windows` before it, where the data reaches back. */
export interface BriefFigures {
  incidents: number;
  killed: number;
  low: number;
  high: number;
  withoutFigure: number;
  windows: number;
  usual?: { incidents: number; killed: number };
}

/** Incidents by province, country or town, against their mean before. */
export interface Movement {
  by: 'admin1' | 'country' | 'place';
  rows: { name: string; now: number; usual: number }[];
}

/** Everything a brief is composed from. */
export interface BriefData {
  unit: BriefUnit;
  /** `[start, end)`, ISO dates. */
  span: { start: string; end: string };
  /** What it is the last whole unit before. */
  limit: 'data' | 'now' | 'question';
  /** The data's last day, and the asker's own. */
  end: string;
  now: string;
  /** An ISO instant. */
  madeAt: string;
  sum: AnswerContext;
  figures: BriefFigures;
  deadliest: Incident[];
  /** Undefined where the data has nothing earlier to compare with. */
  newActors: string[] | undefined;
  moved: Movement;
  sources: Group[];
  claimed?: { total: number; incidents: Incident[] };
  byDay: AnswerContext;
  map: AnswerContext;
  changes: AnswerContext;
  /** Those that the incidents are from. */
  datasets: (Dataset & { forbidden: boolean })[];
}
