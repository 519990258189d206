import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = globSync(['*.md', 'docs/**/*.md', 'data/*.md']);
const all = (pattern: RegExp, found: (page: string, path: string) => boolean) =>
  pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(pattern)]
      .map(([, path]) => path as string)
      .filter((path) => !found(page, path))
      .map((path) => `${page}: ${path}`),
  );

test('every file of the source that a page names exists, but for the ones it tells you to write', () => {
  const exists = (_: string, path: string) => /yours/.test(path) || globSync(path).length > 0;
  expect(all(/`((?:src|test|commands|data|docs)\/[^\s`]+)`/g, exists)).toEqual([]);
});

test('every link to another page leads to it', () => {
  const exists = (page: string, path: string) => existsSync(join(dirname(page), path));
  expect(all(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g, exists)).toEqual([]);
});
