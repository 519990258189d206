import { z } from 'zod';
import { composeImport } from '../src/answers/import-summary.ts';
import { type MappingSettings, mappingForm, settings } from '../src/answers/mapping-form.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { command } from '../src/app/command.ts';
import type { Command, Context } from '../src/app/ports.ts';
import { formatNames } from '../src/incidents/import/format.ts';
import { ImportError } from '../src/incidents/import/import-error.ts';
import type { ImportSource } from '../src/incidents/import/read/open-source.ts';
import { cut } from '../src/kernel/cut.ts';
import type { DownloadedFile } from '../src/web/download-to-file.ts';
import { FetchError } from '../src/web/fetch-error.ts';

/** Datasets that can be imported by a name. */
const named = ['ucdp', 'sample'];

const watchOptions = z.looseObject({
  files: z.array(z.string()).min(1),
  format: z.string().optional(),
  mapping: z.string().optional(),
});

interface ImportCall {
  command: Command | undefined;
  options: Record<string, unknown>;
}

/** Whether a call adds to what is shipped, which is loaded first then; other imports begin with a store of their own. */
export const importsBesideShipped = ({ command: called, options: { files } }: ImportCall): boolean =>
  called !== importCommand || (Array.isArray(files) && files.includes('sample'));

/** The folders and format of `import --watch`; undefined for every other call. */
export function folderWatchOptions({ command: called, options }: ImportCall) {
  if (called !== importCommand || options.watch !== true) return undefined;
  return importCommand.options.safeParse(options).success ? watchOptions.parse(options) : undefined;
}

// The current global release of GED on UCDP's download page. Update it with each yearly release.
const ucdpAddress = 'https://ucdp.uu.se/downloads/ged/ged261-csv.zip';

/** Where files lie; addresses are fetched, with the same checks as those of sources, from wherever they are named. */
async function sourcesOf(files: string[], { bot, signal, progress }: Context, downloads: DownloadedFile[]) {
  const sources: ImportSource[] = [];
  for (const file of files) {
    const address = file === 'ucdp' ? ucdpAddress : /^https?:\/\//i.test(file) ? file : undefined;
    if (address === undefined) {
      sources.push(file);
      continue;
    }
    progress({ done: 0, words: `Fetching ${file}` });
    const download = await bot.fetchPublic(address, signal);
    downloads.push(download);
    sources.push({ path: download.path, given: file });
  }
  return sources;
}

const setting = z.string().max(20_000).optional();

/** The changes to a mapping among the options, if it is to be shown instead of importing by it. */
function changesIn(given: MappingSettings, change: boolean): { changes?: string } {
  const changes = settings.flatMap((name) => given[name] ?? []).join('; ');
  return changes || change ? { changes } : {};
}

export const importCommand = command({
  name: 'import',
  summary: 'Import a dataset: a file, an https address, “sample” for the one that is shipped, or “ucdp” for the world',
  examples: [
    'import sample',
    'import ucdp',
    'import ged261.csv',
    'import events.geojson.gz --dryRun',
    'import ours.xlsx --mapping ours.yaml',
  ],
  options: z.object({
    files: z
      .array(z.string().min(1), 'give a file, an https address, “sample” or “ucdp”')
      .min(1, 'give a file, an https address, “sample” or “ucdp”')
      .describe('Files, https addresses, “sample” or “ucdp”'),
    format: z.enum(formatNames).optional().describe('Format of the file, if it cannot be detected from its columns'),
    mapping: z.string().min(1).optional().describe('Mapping file (YAML or JSON) for a table in no known format'),
    dataset: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, 'is not a name for a dataset; use small letters, digits and dashes')
      .optional()
      .describe('Dataset that a table in no known format belongs to, if files of several have the same columns'),
    change: z.boolean().default(false).describe('Ask step by step how a table in no known format is to be read'),
    setWhen: setting.describe('Columns for the date and time: “date: Day; dates: day-first”'),
    setWhere: setting.describe('Columns for the place: “place: Town; country: Iraq”'),
    setPeople: setting.describe('Columns for actors and figures: “killed: Dead; police killed: KIA; attacker: Group”'),
    setKinds: setting.describe('Kinds of incident and words: “type: Kind; Car bomb = car-bomb; title: Headline”'),
    setDataset: setting.describe('The dataset: “dataset: ours; name: Our list; licence: CC0”'),
    whole: z
      .boolean()
      .default(false)
      .describe('The file is a complete release: incidents that it no longer contains are no longer counted'),
    watch: z
      .boolean()
      .default(false)
      .describe('Watch a folder and import each new or changed file in it (command line only)'),
    dryRun: z.boolean().default(false).describe('Show what would change without changing anything'),
  }),
  main: 'files',
  for: 'managers',
  audience: 'asker',
  // It reads no file, so that it may be asked for anywhere.
  async form({ files = [], change, dataset, ...now }) {
    const [file] = files;
    const isFilled = settings.some((name) => now[name] !== undefined);
    return change && file !== undefined && isFilled ? mappingForm(file, now, { files, change, dataset }) : undefined;
  },
  async run({ files, format, mapping, dataset, whole, watch, dryRun, change, ...set }, context) {
    if (watch)
      return composeUsage('A folder can only be watched from the command line: npm start -- import --watch FOLDER.');
    const local = [...files, ...(mapping === undefined ? [] : [mapping])].find(
      (f) => !named.includes(f) && !f.startsWith('https://'),
    );
    if (local !== undefined && context.channel.kind !== 'console')
      return composeUsage(
        `In a channel I can import only https addresses, “sample” and “ucdp”, not “${cut(local, 80)}”. To import a local file, use the command line.`,
      );
    const downloads: DownloadedFile[] = [];
    try {
      const sources = await sourcesOf(files, context, downloads);
      // Importers are loaded only when needed, to keep start-up fast; a bot that serves others reads in a process apart.
      const importer =
        context.channel.kind === 'console'
          ? (await import('../src/incidents/import/import-files.ts')).importFiles
          : (await import('../src/incidents/import/apart/import-apart.ts')).importFilesApart;
      const reports = await importer(sources, {
        incidents: context.bot.incidents,
        format,
        mapping,
        dataset,
        ...changesIn(set, change),
        folder: context.bot.folder,
        whole,
        dryRun,
        by: context.asker.id,
        now: context.askedAt,
        progress: context.progress,
        signal: context.signal,
      });
      const mayChange = context.channel.kind === 'console' && files.length === 1;
      return composeImport(reports, { dryRun, files, dataset, mayChange });
    } catch (error) {
      if (error instanceof ImportError || error instanceof FetchError)
        return { ...composeUsage(error.message), failed: 1 };
      throw error;
    } finally {
      await Promise.all(downloads.map((file) => file.discard()));
    }
  },
});
