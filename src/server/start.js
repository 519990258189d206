// Plain JavaScript on purpose: an old Node.js cannot read the TypeScript that would tell it so.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major] = process.versions.node.split('.').map(Number);
if (major < 26) {
  process.stderr.write(
    `Sitrep needs Node.js 26 or newer; this is ${process.versions.node}. Start it with "npm start", which brings its own, or install a newer one from https://nodejs.org.\n`,
  );
  process.exit(1);
}
// What was compiled is kept for the next start, where the folder may be written to.
module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/sitrep', import.meta.url)));
await import('./main.ts');
