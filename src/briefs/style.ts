import { raw } from 'hono/html';

/** Light and dark by the reader's choice, light on paper; no fonts from elsewhere. */
export const style = raw(`<style>
:root { color-scheme: light dark; --ink: #1a1c1f; --soft: #565b62; --paper: #fff; --line: #d9dce0; --link: #00558a; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f3f5; --soft: #b0b4ba; --paper: #1e1f22; --line: #3a3d43; --link: #7cc4f0; } }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 46rem; font: 1rem/1.55 "Noto Sans", system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
a { color: var(--link); }
.lead { font-size: 1.1rem; }
.warning { border: 2px solid; padding: .5rem .75rem; }
.small, figcaption { color: var(--soft); font-size: .875rem; }
ul { padding-left: 1.25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: .25rem 0 .5rem; }
dt { color: var(--soft); }
dd { margin: 0; }
figure { margin: 0 0 .75rem; }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; color: var(--soft); font-size: .875rem; padding-bottom: .25rem; }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; }
.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
@media print {
  :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --link: #000; color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  figure, article, tr { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
}
</style>`);
