import { z } from 'zod';
import { composeUsage } from '../src/answers/compose.ts';
import { composeImport } from '../src/answers/import-summary.ts';
import { command } from '../src/app/command.ts';
import type { Command, Context } from '../src/app/ports.ts';
import { formatNames } from '../src/incidents/import/format.ts';
import { ImportError } from '../src/incidents/import/import-error.ts';
import type { DownloadedFile } from '../src/web/download-to-file.ts';
import { FetchError } from '../src/web/fetch-error.ts';

const watched = z.looseObject({
  files: z.array(z.string()).min(1),
  format: z.string().optional(),
  mapping: z.string().optional(),
});

interface ImportCall {
  command: Command | undefined;
  options: Record<string, unknown>;
}

/** The folders of `import --watch`; undefined for every other call. */
export function folderWatchOptions({ command: called, options }: ImportCall) {
  if (called !== importCommand || options.watch !== true) return undefined;
  return importCommand.options.safeParse(options).success ? watched.parse(options) : undefined;
}

async function fetchAll(files: string[], { bot, signal }: Context, fetched: DownloadedFile[]): Promise<string[]> {
  const paths: string[] = [];
  for (const file of files) {
    const saved = file === 'ucdp' ? undefined : await bot.fetchPublic(file, signal);
    if (saved) fetched.push(saved);
    paths.push(saved?.path ?? file);
  }
  return paths;
}

export const importCommand = command({
  name: 'import',
  summary: 'Bring in a dataset: a file, an https address, or “ucdp” for its current global release',
  examples: [
    'import ucdp',
    'import ged261.csv',
    'import events.geojson.gz --dryRun',
    'import ours.xlsx --mapping ours.yaml',
  ],
  options: z.object({
    files: z
      .array(z.string().min(1), 'name a file, an https address or “ucdp”')
      .min(1, 'name a file, an https address or “ucdp”')
      .describe('Files, https addresses or “ucdp”'),
    format: z.enum(formatNames).optional().describe('What the file is, when it cannot be told from its columns'),
    mapping: z
      .string()
      .min(1)
      .optional()
      .describe('A file that says what the columns of a table in no known format mean (YAML or JSON)'),
    whole: z
      .boolean()
      .default(false)
      .describe('The file is a whole release: also mark, never take back, what it no longer has'),
    watch: z
      .boolean()
      .default(false)
      .describe('Name a folder: each file that appears or changes in it is imported, until you end it (command line)'),
    dryRun: z.boolean().default(false).describe('Say what would change, change nothing'),
  }),
  main: 'files',
  for: 'managers',
  audience: 'asker',
  async run({ files, format, mapping, whole, watch, dryRun }, context) {
    if (watch) return composeUsage('A folder is watched by a program of its own: npm start -- import --watch FOLDER.');
    const local = [...files, ...(mapping === undefined ? [] : [mapping])].find(
      (f) => f !== 'ucdp' && !f.startsWith('https://'),
    );
    if (local !== undefined && context.channel.kind !== 'console')
      return composeUsage(
        `From a channel I import https addresses and “ucdp” only, not “${local.slice(0, 80)}”. Files of my own computer are imported on its command line.`,
      );
    const fetched: DownloadedFile[] = [];
    try {
      // What a channel names is fetched as sources are; on the command line people know what they do.
      const paths = context.channel.kind === 'console' ? files : await fetchAll(files, context, fetched);
      // The readers of files are loaded when a file is read, not at every start.
      const { importFiles } = await import('../src/incidents/import/import-files.ts');
      const reports = await importFiles(paths, {
        incidents: context.bot.incidents,
        format,
        mapping,
        folder: context.bot.folder,
        whole,
        dryRun,
        by: context.asker.id,
        now: context.askedAt,
        progress: context.progress,
        signal: context.signal,
      });
      return composeImport(reports, { dryRun, files });
    } catch (error) {
      if (error instanceof ImportError || error instanceof FetchError)
        return { ...composeUsage(error.message), failed: 1 };
      throw error;
    } finally {
      await Promise.all(fetched.map((file) => file.discard()));
    }
  },
});
