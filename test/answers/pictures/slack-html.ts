import type { Rendered } from '../../../src/adapters/slack/render.ts';

type Node = Record<string, unknown> & { type?: string; text?: unknown };

const encoded = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** mrkdwn as Slack shows it: entities are read, links and dates become what they say. */
const mrkdwn = (text: string) =>
  text
    .replace(/<!date\^\d+\^[^|]*\|([^>]*)>/g, '$1')
    .replace(/<(https?:[^|>]*)\|([^>]*)>/g, '<a href="$1">$2</a>')
    .replaceAll('\n', '<br>');

const inline = (e: Node): string => {
  const style = (e.style ?? {}) as { bold?: boolean; code?: boolean };
  const words = encoded(String(e.type === 'date' ? e.fallback : e.text)).replaceAll('\n', '<br>');
  if (e.type === 'link') return `<a href="${encoded(String(e.url))}">${words}</a>`;
  if (style.bold) return `<b>${words}</b>`;
  return style.code ? `<code>${words}</code>` : words;
};

const rich = (block: Node): string =>
  (block.elements as Node[])
    .map((section) => {
      if (section.type === 'rich_text_list')
        return `<ul>${(section.elements as Node[]).map((item) => `<li>${(item.elements as Node[]).map(inline).join('')}</li>`).join('')}</ul>`;
      const words = (section.elements as Node[]).map(inline).join('');
      return section.type === 'rich_text_preformatted' ? `<pre>${words}</pre>` : `<div>${words}</div>`;
    })
    .join('');

const label = (text: unknown) => encoded((text as { text: string }).text);
const cell = (c: Node) => (c.type === 'rich_text' ? rich(c) : encoded(String(c.text)));

function element(e: Node): string {
  if (e.type === 'overflow') return '<span class="button">…</span>';
  if (e.type === 'static_select') return `<span class="button">${label(e.placeholder)} ▾</span>`;
  if (e.type === 'feedback_buttons') return '<span class="small">👍 👎</span>';
  if (e.type === 'mrkdwn') return mrkdwn(String(e.text));
  return `<span class="button">${label(e.text)}</span>`;
}

function table(block: Node): string {
  const align = (block.column_settings as { align: string }[]).map((c) => c.align);
  const row = (cells: Node[]) =>
    `<tr>${cells.map((c, i) => `<td style="text-align:${align[i]}">${cell(c)}</td>`).join('')}</tr>`;
  return `<table>${(block.rows as Node[][]).map(row).join('')}</table>`;
}

function html(block: Node): string {
  if (block.type === 'rich_text') return `<div class="block">${rich(block)}</div>`;
  if (block.type === 'table') return `<div class="block">${table(block)}</div>`;
  const inside = (block.elements as Node[]).map(element).join(' ');
  return `<div class="block ${block.type === 'context' ? 'small' : ''}">${inside}</div>`;
}

const css = `body{font:15px/1.46 Lato,"DejaVu Sans",sans-serif;margin:16px;color:#1d1c1d;background:#fff}
.block{margin:6px 0}.small{font-size:12px;color:#616061}.button{display:inline-block;border:1px solid #bbb;border-radius:4px;padding:4px 10px;margin:2px;font-weight:700;font-size:13px}
table{border-collapse:collapse}td{border:1px solid #ddd;padding:4px 10px}code{color:#e01e5a;background:#f7f7f7;border:1px solid #ddd;border-radius:3px;padding:0 3px;font-size:12px}
pre{background:#f8f8f8;border:1px solid #ddd;padding:8px;overflow:hidden}.who{font-weight:900}ul{margin:4px 0;padding-left:22px}a{color:#1264a3;text-decoration:none}`;

const dark = `body{color:#d1d2d3;background:#1a1d21}.small{color:#ababad}td,code,pre,.button{border-color:#565856}code,pre{background:#222529}a{color:#1d9bd1}`;

/** The width of a phone. */
const narrow = 'body{width:390px}';

/** Messages about as Slack shows them, for people to look at. */
export const pageOf = (messages: { asked: string; rendered: Rendered }[], theme: 'light' | 'dark'): string =>
  `<!doctype html><meta charset="utf-8"><style>${css}${theme === 'dark' ? dark : ''}${narrow}</style>${messages
    .map(
      ({ asked, rendered }) =>
        `<p class="small">${encoded(asked)}</p><div class="who">Sitrep</div>${(rendered.blocks as unknown as Node[]).map(html).join('')}<hr>`,
    )
    .join('')}`;
