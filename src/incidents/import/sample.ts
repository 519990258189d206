import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { wholePart } from '../dataset-scope.ts';
import type { Dataset } from '../incident.ts';
import type { Incidents } from '../incidents.ts';
import { text } from '../schema.ts';
import type { Format } from './format.ts';
import { ImportError } from './import-error.ts';
import type { SourceStream } from './read/source-stream.ts';

const folder = new URL('../../../data/', import.meta.url);
const shape = z.strictObject({ file: text, name: text, short: text, whole: z.array(wholePart).min(1) });

/** The sample that comes with Sitrep, from data/sample.json: its file, its name, and of what it has every incident. */
const readSample = () => shape.parse(JSON.parse(readFileSync(new URL('sample.json', folder), 'utf8')));

/** The path of the shipped sample, a table packed by Brotli. */
export const samplePath = (): string => fileURLToPath(new URL(readSample().file, folder));

function sampled(dataset: Dataset): Dataset {
  const { name, short, whole } = readSample();
  return { ...dataset, name, short, ...(dataset.scope ? { scope: { ...dataset.scope, whole } } : {}) };
}

/**
 * The format with its dataset described as it will be: a sample stays one until the whole release (`ucdp`) is imported.
 * Throws ImportError if the sample would replace a release.
 */
export async function describedAs(format: Format, { given }: SourceStream, incidents: Incidents): Promise<Format> {
  const stored = (await incidents.coverage()).datasets.find(({ id }) => id === format.dataset.id);
  const isSample = stored?.scope?.whole !== undefined;
  if (given === 'ucdp' || (given !== 'sample' && !isSample)) return format;
  if (given === 'sample' && stored?.incidents && !isSample)
    throw new ImportError(
      `${format.dataset.name} is there already with ${stored.incidents.toLocaleString('en')} incidents, which the sample would set back to older releases. Nothing was imported.`,
    );
  return { ...format, dataset: sampled(format.dataset) };
}
