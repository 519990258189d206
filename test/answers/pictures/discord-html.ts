import type { APIEmbed } from 'discord.js';
import type { Rendered } from '../../../src/adapters/discord/render.ts';

const encoded = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Markdown about as Discord shows it. */
const markdown = (text: string): string =>
  encoded(text)
    .replace(/```\n([\s\S]*?)\n```/g, '<pre>$1</pre>')
    .replace(/^-# (.*)$/gm, '<small>$1</small>')
    .replace(/^- (.*)$/gm, '• $1')
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '<b>$1</b>')
    .replace(/(?<!\\)`([^`]+)`/g, '<code>$1</code>')
    .replace(/(?<!\\)\[(.+?)(?<!\\)\]\(&lt;(.+?)&gt;\)/g, '<a href="$2">$1</a>')
    .replace(/\\([^\w\s])/g, '$1')
    .replaceAll('\n', '<br>');

const embed = ({ title, description = '', fields = [] }: APIEmbed): string =>
  `<div class="embed">${title ? `<div class="title">${markdown(title)}</div>` : ''}<div>${markdown(description)}</div>${fields
    .map(
      (f) => `<div class="field ${f.inline ? 'inline' : ''}"><b>${markdown(f.name)}</b><br>${markdown(f.value)}</div>`,
    )
    .join('')}</div>`;

const rows = ({ components }: Rendered): string =>
  components
    .map((row) =>
      row.components
        .map((c) => `<span class="button">${encoded('label' in c ? (c.label ?? '') : 'Choose one ▾')}</span>`)
        .join(''),
    )
    .join('<br>');

const css = `body{font:16px/1.375 "gg sans","DejaVu Sans",sans-serif;margin:16px;color:#dbdee1;background:#313338}
.embed{background:#2b2d31;border-left:4px solid #1e1f22;border-radius:4px;padding:8px 16px;margin:6px 0;max-width:520px;font-size:14px}
.title{font-weight:600;font-size:16px}.field{margin-top:8px}.inline{display:inline-block;margin-right:24px;vertical-align:top}
.button{display:inline-block;background:#4e5058;border-radius:3px;padding:4px 14px;margin:3px;font-size:14px}
pre{background:#1e1f22;border-radius:4px;padding:7px;font-size:12px;overflow:hidden;margin:4px 0}code{background:#1e1f22;padding:0 3px;font-size:13px}
small{color:#949ba4;font-size:12px}.asked{color:#949ba4}b{color:#f2f3f5}a{color:#00a8fc}`;

const light = `body{color:#313338;background:#fff}.embed{background:#f2f3f5;border-left-color:#e3e5e8}pre,code{background:#f2f3f5}.button{background:#6d6f78;color:#fff}b{color:#060607}a{color:#006ce7}`;

/** The width of a phone. */
const narrow = 'body{width:390px}';

/** Messages about as Discord shows them, for people to look at. */
export const pageOf = (messages: { asked: string; rendered: Rendered }[], theme: 'light' | 'dark'): string =>
  `<!doctype html><meta charset="utf-8"><style>${css}${theme === 'light' ? light : ''}${narrow}</style>${messages
    .map(
      ({ asked, rendered }) =>
        `<p class="asked">/ask ${encoded(asked)}</p><b>Sitrep</b><div>${markdown(rendered.content)}</div>${rendered.embeds.map(embed).join('')}${rows(rendered)}<hr>`,
    )
    .join('')}`;
