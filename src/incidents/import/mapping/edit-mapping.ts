import { eventTypeById, eventTypeOfWords } from '../../event-types.ts';
import { ImportError } from '../import-error.ts';
import { type Column, columnKey, namesShown } from '../read/columns.ts';
import { type Field, fieldNames, type GroupColumns, groupFields, type Mapping, mapping } from './mapping.ts';

const ofDataset = ['name', 'licence', 'citation', 'url'] as const;
const choices = ['dates', 'precision', 'kind'] as const;

const allNames = [...fieldNames, ...choices, 'otherwise', 'dataset', ...ofDataset, '“police killed”'];

type Draft = Mapping & { columns: Partial<Record<Field, string>> };

const unsetting = /^(-|–|none|nothing)$/i;
const spelled = (word: string) => word.replace(/\s+/g, '').toLowerCase();
const oneOf = <T extends string>(list: readonly T[], word: string): T | undefined =>
  list.find((one) => one.toLowerCase() === spelled(word));

function columnNamed(columns: readonly Column[], name: string): string | undefined {
  return (columns.find((c) => c.name === name) ?? columns.find((c) => c.key === columnKey(name)))?.name;
}

function requiredColumn(columns: readonly Column[], name: string): string {
  const found = columnNamed(columns, name);
  if (found !== undefined) return found;
  const named = columns.filter((c) => c.name !== '');
  throw new ImportError(`The file has no column “${name.slice(0, 60)}”. Its columns: ${namesShown(named)}.`);
}

function typeNamed(words: string): string {
  const type = eventTypeById(words) ?? eventTypeOfWords(words);
  if (type) return type.id;
  throw new ImportError(
    `“${words.slice(0, 60)}” is no kind of incident. The command schema lists them; “violence” is any.`,
  );
}

/** "police killed" → the group and its field. */
function groupField(name: string): { group: string; field: keyof GroupColumns } | undefined {
  const [, group, word] = /^(.+?) (\w+)$/.exec(name) ?? [];
  const field = word === undefined ? undefined : oneOf(groupFields, word);
  return group !== undefined && field !== undefined ? { group: group.trim(), field } : undefined;
}

function setField(draft: Draft, field: Field, value: string, columns: readonly Column[]): void {
  if (field === 'country') delete draft.country;
  if (unsetting.test(value)) delete draft.columns[field];
  else if (field === 'country' && columnNamed(columns, value) === undefined) {
    delete draft.columns.country;
    draft.country = value;
  } else draft.columns[field] = requiredColumn(columns, value);
}

function setGroup(draft: Draft, group: string, field: keyof GroupColumns, column: string | undefined): void {
  const { [field]: _, ...others } = draft.groups[group] ?? {};
  const fields = column === undefined ? others : { ...others, [field]: column };
  draft.groups = { ...draft.groups, [group]: fields };
  if (Object.keys(fields).length === 0) delete draft.groups[group];
}

/** "killed: Dead", "police killed: KIA", "country: Iraq", "licence: CC0"; false if a mapping has no such thing. */
function setNamed(draft: Draft, name: string, said: string, columns: readonly Column[]): boolean {
  const [field, choice] = [oneOf(fieldNames, name), oneOf(choices, name)];
  const [about, group] = [oneOf(ofDataset, name), groupField(name)];
  const isUnset = unsetting.test(said);
  if (spelled(name) === 'dataset') draft.dataset = { ...draft.dataset, id: said };
  else if (spelled(name) === 'otherwise') draft.otherwise = isUnset ? undefined : typeNamed(said);
  else if (field) setField(draft, field, said, columns);
  else if (choice) Object.assign(draft, { [choice]: isUnset ? undefined : said });
  else if (about) draft.dataset = { ...draft.dataset, [about]: said };
  else if (group) setGroup(draft, group.group, group.field, isUnset ? undefined : requiredColumn(columns, said));
  else return false;
  return true;
}

/** Applies one change: a named one, or the kind of a value, "Car bomb = car-bomb". */
function apply(draft: Draft, item: string, columns: readonly Column[]): void {
  const [, name = '', said = ''] = /^(.+?)\s*:\s*(.+)$/.exec(item) ?? [];
  if (said && setNamed(draft, name, said, columns)) return;
  const [, value, type] = /^(.+?)\s*=\s*(.+)$/.exec(item) ?? [];
  if (value !== undefined && type !== undefined)
    draft.types = { ...draft.types, [value.replace(/^[“"]|[”"]$/g, '')]: typeNamed(type) };
  else if (said)
    throw new ImportError(`“${name.slice(0, 60)}” is nothing that a mapping has. It has: ${allNames.join(', ')}.`);
  else
    throw new ImportError(
      `“${item.slice(0, 60)}” sets nothing: write “killed: Dead”, one after the other with semicolons.`,
    );
}

/** A mapping with changes as people write them: "date: Day; killed: Dead; country: Iraq". Throws ImportError. */
export function editMapping(before: Mapping, changes: string, columns: readonly Column[]): Mapping {
  const draft: Draft = structuredClone(before);
  for (const item of changes.split(/[;\n]/)) if (item.trim()) apply(draft, item.trim(), columns);
  const read = mapping.safeParse(JSON.parse(JSON.stringify(draft)));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ImportError(
    `The mapping would not be valid at ${issue?.path.join('.') || 'the top level'}: ${issue?.message}.`,
  );
}
