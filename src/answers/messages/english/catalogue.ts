import type { Messages } from '../catalogue.ts';
import { englishAlerts } from './alerts.ts';
import { englishCaveats } from './caveat.ts';
import { englishChanges } from './changes.ts';
import { englishBack } from './clarification.ts';
import { englishFigures } from './figures.ts';
import { englishAccount } from './incident-narrative.ts';
import { englishScope } from './scope.ts';
import { englishStanding } from './subscription-text.ts';
import { list } from './text.ts';
import { englishWhy } from './why.ts';

/** The words of English, where all languages have them in the same way. */
export const english: Messages = {
  list,
  caveat: englishCaveats,
  account: englishAccount,
  figures: englishFigures,
  back: englishBack,
  why: englishWhy,
  changes: englishChanges,
  alerts: englishAlerts,
  standing: englishStanding,
  scope: englishScope,
};
