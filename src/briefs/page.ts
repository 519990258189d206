import { html, raw } from 'hono/html';
import { type Brief, briefWords, pageWords as words } from '../answers/briefs/brief-answer.ts';
import type { BriefData } from '../answers/briefs/brief-data.ts';
import type { BriefSection } from '../answers/briefs/brief-sections.ts';
import type { Table } from '../answers/document/answer.ts';
import { type Attachment, type Draw, inMemory } from '../answers/document/attachment.ts';
import { chartWords } from '../answers/document/chart.ts';
import type { Citation, IncidentCard } from '../answers/document/incident-card.ts';
import { mapWords } from '../answers/document/place-map.ts';
import { clean } from '../answers/messages/english/text.ts';
import { style } from './style.ts';

/** Nothing is loaded from anywhere, whatever the page contains. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

const link = (text: string, url: string | undefined) =>
  url && /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${text}</a>` : html`${text}`;

const source = ({ words, url }: Citation) => html`<li>${link(words, url)}</li>`;

const card = ({ title, when, where, type, id, facts, sources }: IncidentCard) => html`<article>
<h3>${title}</h3>
<p class="small">${when} · ${where} · ${type} · ${id}</p>
<dl>${facts.map((f) => html`<dt>${f.label}</dt><dd>${f.words}</dd>`)}</dl>
${sources.length ? html`<p class="small">${words.sources}:</p><ul class="small">${sources.map(source)}</ul>` : ''}
</article>
`;

const aligned = ({ columns }: Table, n: number) => (columns[n]?.align === 'right' ? raw(' class="right"') : '');

const cell = (table: Table, text: string, n: number) =>
  n === 0 ? html`<th scope="row">${text}</th>` : html`<td${aligned(table, n)}>${text}</td>`;

const tableOf = (table: Table) => html`<table>
<caption>${table.title}</caption>
<thead><tr>${table.columns.map((c, n) => html`<th scope="col"${aligned(table, n)}>${c.name}</th>`)}</tr></thead>
<tbody>${table.rows.map((row) => html`<tr>${row.map((text, n) => cell(table, text, n))}</tr>`)}</tbody>
</table>
`;

const uri = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;

/** The picture in light and dark with its alternative text; only the text without `draw`, or when drawing fails. */
async function figure(drawing: NonNullable<BriefSection['drawing']>, draw: Draw | undefined) {
  const altText = drawing.kind === 'map' ? mapWords(drawing) : chartWords(drawing);
  const [light, dark] = await Promise.all([draw?.(drawing, 'light'), draw?.(drawing, 'dark')]).catch(() => []);
  if (!light || !dark) return html`<p class="small">${altText}</p>`;
  return html`<figure>
<picture><source media="screen and (prefers-color-scheme: dark)" srcset="${uri(dark)}"><img src="${uri(light)}" alt="${altText}"></picture>
</figure>
`;
}

const sectionOf = async (section: BriefSection, draw: Draw | undefined) => html`<section>
<h2>${section.heading}</h2>
${section.words ? html`<p>${section.words}</p>` : ''}
${section.drawing ? await figure(section.drawing, draw) : ''}
${section.cards.length ? section.cards.map(card) : lines(section)}
${section.tables.map(tableOf)}</section>
`;

const lines = ({ lines }: BriefSection) =>
  lines.length ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : '';

const dataset = (d: BriefData['datasets'][number]) =>
  html`<li>${link(clean(d.name, 200), d.url)}. ${words.licence}: ${clean(d.licence, 200)}. ${words.cite}: ${clean(d.citation, 1000)}</li>`;

async function page(brief: Brief, { datasets, madeAt }: BriefData, draw: Draw | undefined): Promise<string> {
  const sections: string[] = [];
  for (const section of brief.sections) sections.push(await sectionOf(section, draw));
  const written = await html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${brief.heading}</title>
${style}
</head>
<body>
<main>
<h1>${brief.heading}</h1>
<p class="lead">${brief.lead}</p>
${brief.warning ? html`<p class="warning">${brief.warning}</p>` : ''}
${sections}<section>
<h2>${words.about}</h2>
<ul class="small">${brief.notes.map((note) => html`<li>${note}</li>`)}</ul>
</section>
${
  datasets.length
    ? html`<section>
<h2>${words.data}</h2>
<ul class="small">${datasets.map(dataset)}</ul>
</section>`
    : ''
}
</main>
<footer><p class="small">${words.made(madeAt)}</p></footer>
</body>
</html>
`;
  return written.toString();
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');

/** The brief as a self-contained HTML file, made when it is sent. */
export function pageOf(data: BriefData): Attachment {
  const brief = briefWords(data);
  const use = (draw?: Draw) => inMemory(async () => new TextEncoder().encode(await page(brief, data, draw)));
  return {
    name: `${slug(brief.heading)}.html`,
    mediaType: 'text/html',
    words: words.file(data.unit),
    use: use(),
    drawnBy: use,
  };
}
