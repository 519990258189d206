import type { Command } from '../src/app/ports.ts';
import { ask } from './ask.ts';
import { backup } from './backup.ts';
import { brief } from './brief.ts';
import { correct } from './correct.ts';
import { exportCommand } from './export.ts';
import { help } from './help.ts';
import { importCommand } from './import.ts';
import { map } from './map.ts';
import { merge } from './merge.ts';
import { missed } from './missed.ts';
import { report } from './report.ts';
import { reports } from './reports.ts';
import { retract } from './retract.ts';
import { schema } from './schema.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { show } from './show.ts';
import { sources } from './sources.ts';
import { split } from './split.ts';
import { status } from './status.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { timeline } from './timeline.ts';
import { trend } from './trend.ts';

/** The menu, in the order help shows it. */
export const menu: readonly Command[] = [
  ask,
  search,
  show,
  trend,
  exportCommand,
  map,
  timeline,
  brief,
  reports,
  subscribe,
  subscriptions,
  missed,
  report,
  correct,
  retract,
  merge,
  split,
  status,
  importCommand,
  schema,
  sources,
  settings,
  help,
  backup,
];
