import type { APIEmbed } from 'discord.js';
import type { Answer, Part, Table } from '../../answers/document/answer.ts';
import type { Attachment } from '../../answers/document/attachment.ts';
import type { IncidentCard } from '../../answers/document/incident-card.ts';
import { number } from '../../answers/messages/english/text.ts';
import { tableLines, tableOfChart } from '../text-table.ts';
import { truncate } from '../truncate.ts';
import { inCode, link, markdown } from './escape.ts';
import { limits } from './limits.ts';

/** Discord takes no field or title of blanks. */
const shown = (text: string, most: number): string => truncate(text, most).trim() || '–';

/** The facts that are figures, side by side. */
const figures = new Set(['Killed', 'Wounded', 'Abducted', 'Arrested']);

/** As many whole links as fit: a link cut in half would be none. */
function sources({ sources: all }: IncidentCard): string {
  const kept: string[] = [];
  let room = limits.fieldValue - 30;
  for (const one of all) {
    const line = link(one.words, one.url, limits.url);
    room -= line.length + 2;
    if (room < 0) break;
    kept.push(line);
  }
  const rest = all.length - kept.length;
  return [...kept, ...(rest ? [`and ${rest} more (cut)`] : [])].join('\n');
}

function card(c: IncidentCard): APIEmbed {
  const facts = c.facts
    .filter((f) => !figures.has(f.label))
    .map((f) => `**${markdown(f.label)}:** ${markdown(f.words)}`);
  const head = `${markdown(c.when)} · ${markdown(c.where)}\n${markdown(c.type)} · \`${inCode(c.id) || '–'}\``;
  const fields = [
    ...c.facts
      .filter((f) => figures.has(f.label))
      .map((f) => ({ name: f.label, value: shown(markdown(f.words), limits.fieldValue), inline: true })),
    ...(c.sources.length ? [{ name: c.sourcesLabel ?? 'Sources', value: shown(sources(c), limits.fieldValue) }] : []),
  ];
  return {
    title: shown(markdown(c.title), limits.title),
    description: truncate([head, ...facts].join('\n'), limits.description),
    ...(fields.length ? { fields: fields.slice(0, limits.fields) } : {}),
  };
}

/** Lines of even columns; whole rows only, and the missing ones are counted. */
function table(t: Table): APIEmbed {
  const [head = '', ...rows] = tableLines(t).map((line) => inCode(truncate(line, 200)));
  const kept: string[] = [head];
  let room = limits.description - 60 - head.length;
  for (const row of rows) {
    room -= row.length + 1;
    if (room < 0) break;
    kept.push(row);
  }
  const missing = rows.length - kept.length + 1;
  const note = missing > 0 ? `\nCut: ${number(missing)} more rows do not fit.` : '';
  return {
    title: shown(markdown(t.title), limits.title),
    description: `\`\`\`\n${kept.join('\n') || '–'}\n\`\`\`${note}`,
  };
}

const words = (text: string): APIEmbed[] =>
  text.trim() ? [{ description: truncate(markdown(text), limits.description) }] : [];

/** A picture that is attached to the message, shown where it belongs. */
const picture = (attached: Attachment | undefined): APIEmbed[] =>
  attached ? [{ image: { url: `attachment://${attached.name}` } }] : [];

function embedsOf(part: Part, { parts }: Answer): APIEmbed[] {
  switch (part.kind) {
    case 'text':
      return words(part.text);
    case 'note':
    case 'file':
      return [];
    case 'map':
      return picture(part.picture);
    case 'incident':
      return [card(part.card)];
    case 'table':
      return [table(part.table)];
    case 'chart':
      return [...picture(part.picture), ...(parts.some((p) => p.kind === 'table') ? [] : [table(tableOfChart(part))])];
  }
}

const plain = (embed: APIEmbed | undefined) =>
  embed !== undefined && embed.title === undefined && embed.fields === undefined && embed.image === undefined;

/** Neighbouring words in one embed rather than a box each. */
function joined(embeds: APIEmbed[]): APIEmbed[] {
  const all: APIEmbed[] = [];
  for (const embed of embeds) {
    const together = `${all.at(-1)?.description}\n${embed.description}`;
    const fits = plain(all.at(-1)) && plain(embed) && together.length <= limits.description;
    if (fits) all[all.length - 1] = { description: together };
    else all.push(embed);
  }
  return all;
}

const smallPrint = (text: string): string =>
  markdown(text)
    .split('\n')
    .map((line) => `-# ${line}`)
    .join('\n');

/** All that follows the first sentence: words, incidents, tables, and the small print last. */
export function body(answer: Answer): APIEmbed[] {
  const rest = answer.parts[0]?.kind === 'text' ? answer.parts.slice(1) : answer.parts;
  const notes = answer.parts.flatMap((p) => (p.kind === 'note' && p.text.trim() ? [smallPrint(p.text)] : []));
  return [
    ...joined(rest.flatMap((part) => embedsOf(part, answer))),
    ...(notes.length ? [{ description: truncate(notes.join('\n'), limits.description) }] : []),
  ];
}
