import type { Body } from '../../fakes/discord/check.ts';
import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { chosen, messageCreate, ownMessage, pressed, slashCommand } from '../../fakes/discord/payloads.ts';
import type { Message } from '../../fakes/discord/rest.ts';
import { until } from '../../support/until.ts';
import type { Platform, Shown } from '../contract.ts';

const bot = '<@400000000000000001>';
const direct = '500000000000000101';

/** The buttons of a message, a select's options among them. */
const buttonsOf = ({ components = [] }: Body): { label: string; id: string; value?: string }[] =>
  components
    .flatMap((row) => row.components ?? [])
    .flatMap((c) =>
      c.options
        ? c.options.map((o) => ({ label: o.label, id: c.custom_id ?? '', value: o.value }))
        : [{ label: c.label ?? '', id: c.custom_id ?? '' }],
    );

/** All the words of a message, as one reads them. */
const textOf = ({ content, embeds = [] }: Body): string =>
  [content, ...embeds.flatMap((e) => [e.title, e.description, ...(e.fields ?? []).flatMap((f) => [f.name, f.value])])]
    .filter(Boolean)
    .join('\n')
    .replace(/\\(.)/g, '$1');

/** The words of a command line as the options that Discord would send. */
function optionsIn(words: string): [string, Record<string, unknown>] {
  const [name = '', ...rest] = words.split(' ');
  const given: Record<string, unknown> = {};
  const main: Record<string, string> = { ask: 'question', show: 'id', import: 'files', help: 'command' };
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] ?? '';
    if (!word.startsWith('--')) given[main[name] ?? ''] = [given[main[name] ?? ''], word].filter(Boolean).join(' ');
    else given[word.slice(2)] = /^\d+$/.test(rest[i + 1] ?? '') ? Number(rest[++i]) : rest[++i];
  }
  return [name, given];
}

/** Discord as a person uses it, over a server on loopback. */
export function discordDriver(discord: FakeDiscord): Omit<Platform, 'stop'> {
  const channel = discord.channels[0] ?? '';
  /** The message that comes next, or is changed next. */
  async function after(act: () => void, thread?: string): Promise<Shown> {
    const before = [...discord.server.messages];
    const seen = () => discord.server.messages.find((m) => !before.includes(m));
    act();
    await until(() => seen() !== undefined, 'an answer');
    return shown(seen() as Message, thread);
  }
  const shown = (m: Message, thread = m.id): Shown => ({
    text: textOf(m.body),
    alone: m.user !== undefined && m.channel !== direct,
    thread,
    buttons: buttonsOf(m.body).map(({ label, id, value }) => ({
      label,
      press: () => {
        const source = ownMessage(m.id, m.channel, { ...m.body, flags: m.user ? 64 : 0 } as Record<string, unknown>);
        const where = { channel: m.channel, direct: m.channel === direct };
        const told = value === undefined ? pressed(id, source, where) : chosen(id, value, source, where);
        return after(() => discord.interact(told), thread);
      },
    })),
  });
  return {
    mention(text, thread) {
      const to = discord.server.messages.find((m) => m.id === thread);
      const reply = to && {
        id: to.id,
        content: to.body.content ?? '',
        components: to.body.components ?? [],
        embeds: [],
      };
      const said = messageCreate(`${bot} ${text}`, { channel, ...(reply ? { reply } : {}) });
      return after(() => discord.send('MESSAGE_CREATE', said), thread);
    },
    direct: (text) =>
      after(() => discord.send('MESSAGE_CREATE', messageCreate(text, { channel: direct, direct: true }))),
    command(words) {
      const [name, given] = optionsIn(words);
      const known = ['ask', 'search', 'show', 'trend', 'status', 'import', 'settings', 'help'].includes(name);
      const isId = name !== 'show' || /^\S+:\S+$/.test(String(given.id));
      const told =
        known && isId ? slashCommand(name, given, { channel }) : slashCommand('ask', { question: words }, { channel });
      return after(() => discord.interact(told));
    },
    files: () => discord.server.messages.flatMap((m) => m.files),
    pings: () => discord.server.pings,
  };
}
