import type { APIEmbed } from 'discord.js';
import type { Answer, Part, Table } from '../../answers/document/answer.ts';
import type { Attachment } from '../../answers/document/attachment.ts';
import type { IncidentCard } from '../../answers/document/incident-card.ts';
import { type IncidentRow, sourceWords } from '../../answers/document/incident-row.ts';
import { number } from '../../answers/messages/english/text.ts';
import { tableOfChart } from '../text-table.ts';
import { truncate } from '../truncate.ts';
import { inCode, link, markdown } from './escape.ts';
import { limits } from './limits.ts';

/** Cut to `most`; "–" for blanks, which Discord does not accept as a field or title. */
const nonBlank = (text: string, most: number): string => truncate(text, most).trim() || '–';

/** Facts that are figures: shown as inline fields. */
const figures = new Set(['Killed', 'Wounded', 'Abducted', 'Arrested']);

/** As many links as fit whole. */
function sources({ sources: all }: IncidentCard): string {
  const shown: string[] = [];
  let room = limits.fieldValue - 30;
  for (const one of all) {
    const line = link(one.words, one.url, limits.url);
    room -= line.length + 2;
    if (room < 0) break;
    shown.push(line);
  }
  const rest = all.length - shown.length;
  return [...shown, ...(rest ? [`and ${rest} more (cut)`] : [])].join('\n');
}

function card(c: IncidentCard): APIEmbed {
  const facts = c.facts
    .filter((f) => !figures.has(f.label))
    .map((f) => `**${markdown(f.label)}:** ${markdown(f.words)}`);
  const head = `${markdown(c.when)} · ${markdown(c.where)}\n${markdown(c.type)} · \`${inCode(c.id) || '–'}\``;
  const fields = [
    ...c.facts
      .filter((f) => figures.has(f.label))
      .map((f) => ({ name: f.label, value: nonBlank(markdown(f.words), limits.fieldValue), inline: true })),
    ...(c.sources.length
      ? [{ name: c.sourcesLabel ?? 'Sources', value: nonBlank(sources(c), limits.fieldValue) }]
      : []),
  ];
  return {
    title: nonBlank(markdown(c.title), limits.title),
    description: truncate([head, ...facts].join('\n'), limits.description),
    ...(fields.length ? { fields: fields.slice(0, limits.fields) } : {}),
  };
}

const cells = (all: readonly string[]) => all.map((cell) => markdown(truncate(cell, 100)) || '–').join(' · ');

/** A table as a list, which holds at the width of a phone: as many whole rows as fit, and how many are missing. */
function table(t: Table): APIEmbed {
  const head = `-# ${cells(t.columns.slice(1).map((c) => c.name))}`;
  const lines: string[] = [head];
  let room = limits.description - 60 - head.length;
  for (const [name = '', ...figures] of t.rows) {
    const line = `• **${cells([name])}** ${cells(figures)}`;
    room -= line.length + 1;
    if (room < 0) break;
    lines.push(line);
  }
  const missing = t.rows.length - lines.length + 1;
  return {
    title: nonBlank(markdown(t.title), limits.title),
    description: [...lines, ...(missing > 0 ? [`Cut: ${number(missing)} more rows do not fit.`] : [])].join('\n'),
  };
}

const textEmbed = (text: string): APIEmbed[] =>
  text.trim() ? [{ description: truncate(markdown(text), limits.description) }] : [];

/** An incident in a line; its first report is a link. */
function line(r: IncidentRow): APIEmbed {
  const source = sourceWords(r);
  const credit = source ? ` (${link(source, r.source?.url, limits.url)})` : '';
  return { description: `• **${markdown(r.when)}** · ${markdown(r.words)}${credit}` };
}

/** An embed that shows a picture attached to the message. */
const picture = (attached: Attachment | undefined): APIEmbed[] =>
  attached ? [{ image: { url: `attachment://${attached.name}` } }] : [];

function embedsOf(part: Part, { parts }: Answer): APIEmbed[] {
  switch (part.kind) {
    case 'text':
      return textEmbed(part.text);
    case 'note':
    case 'file':
      return [];
    case 'map':
      return picture(part.picture);
    case 'incident':
      return [card(part.card)];
    case 'row':
      return [line(part.row)];
    case 'table':
      return [table(part.table)];
    case 'chart':
      return [...picture(part.picture), ...(parts.some((p) => p.kind === 'table') ? [] : [table(tableOfChart(part))])];
  }
}

const plain = (embed: APIEmbed | undefined) =>
  embed !== undefined && embed.title === undefined && embed.fields === undefined && embed.image === undefined;

/** Merges neighbouring embeds that are text only. */
function mergeText(embeds: APIEmbed[]): APIEmbed[] {
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

/** The embeds after the first sentence: text, incidents, tables, and the small print last. */
export function body(answer: Answer): APIEmbed[] {
  const rest = answer.parts[0]?.kind === 'text' ? answer.parts.slice(1) : answer.parts;
  const notes = answer.parts.flatMap((p) => (p.kind === 'note' && p.text.trim() ? [smallPrint(p.text)] : []));
  return [
    ...mergeText(rest.flatMap((part) => embedsOf(part, answer))),
    ...(notes.length ? [{ description: truncate(notes.join('\n'), limits.description) }] : []),
  ];
}
