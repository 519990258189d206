import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ImportError } from '../import-error.ts';
import { type Column, columnKey, namesShown } from '../read/columns.ts';
import { shortHash } from '../record-ids.ts';
import { type Mapping, mapping } from './mapping.ts';

/** The path of the saved mapping for files with these columns, of a dataset where that is named. */
export const mappingFile = (folder: string, columns: readonly Column[], dataset?: string): string => {
  const header = shortHash(JSON.stringify(columns.map((c) => c.name)));
  return join(folder, 'mappings', `${dataset === undefined ? header : `${dataset}-${header}`}.yaml`);
};

/** Writes a mapping as YAML, creating the folder. */
export function saveMapping(file: string, mapping: Mapping): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, stringify(mapping, { lineWidth: 120 }));
}

/**
 * Reads a mapping from a YAML or JSON file; undefined if there is no such file. Throws ImportError if it is invalid or
 * names columns that are not among `columns`.
 */
export function readMapping(file: string, columns: readonly Column[]): Mapping | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ImportError(`Cannot read the mapping ${file}: ${(error as Error).message}.`);
  }
  const parsed = mapping.safeParse(parsedYaml(text, file));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ImportError(
      `The mapping ${file} is not valid at ${issue?.path.join('.') || 'the top level'}: ${issue?.message}.`,
    );
  }
  const keys = new Set(columns.map((c) => c.key));
  const named = [parsed.data.columns, ...Object.values(parsed.data.groups)].flatMap((one) => Object.values(one));
  const missing = named.filter((name) => !keys.has(columnKey(name)));
  if (missing.length)
    throw new ImportError(
      `The mapping ${file} names columns that the file does not have: ${missing.join(', ')}. Its columns: ${namesShown(columns)}.`,
    );
  return parsed.data;
}

function parsedYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new ImportError(`The mapping ${file} is not valid YAML or JSON: ${(error as Error).message}`);
  }
}
