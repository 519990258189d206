import type { Column } from '../read/columns.ts';
import { groupNames, harmWords } from '../table-words.ts';
import { bareName } from './column-name.ts';
import type { GroupColumns } from './mapping.ts';

const low = /^(min|minimum|low|lower|least)$/;
const high = /^(max|maximum|high|upper|most)$/;

type GroupField = keyof GroupColumns;

/** The group and figure that a column's name tells: "CivilianKIA", "Victims Injured", "Civilians killed (min)". */
export function groupOf(name: string): { group: string; field: GroupField } | undefined {
  const words = bareName(name).split('_');
  const harm = words.flatMap((word) => harmWords.get(word) ?? []);
  const rest = words.filter((word) => !harmWords.has(word) && !low.test(word) && !high.test(word)).join(' ');
  const [field, ...others] = harm;
  const group = groupNames.get(rest);
  if (field === undefined || others.length || group === undefined) return undefined;
  if (words.some((word) => low.test(word))) return field === 'killed' ? { group, field: 'killedLow' } : undefined;
  if (words.some((word) => high.test(word))) return field === 'killed' ? { group, field: 'killedHigh' } : undefined;
  return { group, field };
}

// Parts of every other group: without a figure of all they would be counted twice.
const parts = new Set(['women', 'children', 'men', 'girls', 'boys']);

/** The columns of groups of people among these, by group. `hasAll`: another column has the figure of all. */
export function groupColumns(columns: readonly Column[], hasAll: boolean): Record<string, GroupColumns> {
  const groups: Record<string, GroupColumns> = {};
  for (const { name } of columns) {
    const found = groupOf(name);
    if (!found || (parts.has(found.group) && !hasAll)) continue;
    const fields = groups[found.group] ?? {};
    groups[found.group] = { [found.field]: name, ...fields };
  }
  return groups;
}
