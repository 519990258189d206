import { list } from '../wording/words.ts';
import { englishAccount } from './english-account.ts';
import { englishAlerts } from './english-alerts.ts';
import { englishBack } from './english-back.ts';
import { englishChanges } from './english-changes.ts';
import { englishStanding } from './english-standing.ts';
import { englishWhy } from './english-why.ts';
import type { Words } from './wording.ts';

/** The words of English, where all languages have them in the same way. */
export const english: Words = {
  list,
  account: englishAccount,
  back: englishBack,
  why: englishWhy,
  changes: englishChanges,
  alerts: englishAlerts,
  standing: englishStanding,
};
