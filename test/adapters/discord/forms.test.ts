import type { Body } from '../../fakes/discord/check.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { filledIn, ownMessage, pressed, slashCommand } from '../../fakes/discord/payloads.ts';
import type { Message } from '../../fakes/discord/rest.ts';
import { until } from '../../support/until.ts';
import { describeForms, type FormPlatform, type Modal, type Said } from '../forms.ts';
import { adapterIn } from './bot-in.ts';

interface View {
  custom_id: string;
  title: string;
  components: { components: { custom_id: string; max_length: number; value?: string }[] }[];
}

const textOf = ({ content, embeds = [] }: Body): string =>
  [content, ...embeds.flatMap((e) => [e.title, e.description, ...(e.fields ?? []).flatMap((f) => [f.name, f.value])])]
    .filter(Boolean)
    .join('\n')
    .replace(/\\(.)/g, '$1');

const buttonsOf = ({ components = [] }: Body) =>
  components
    .flatMap((row) => row.components ?? [])
    .flatMap((c) => (c.label ? [{ label: c.label, id: c.custom_id ?? '' }] : []));

function driver(discord: FakeDiscord): Omit<FormPlatform, 'stop'> {
  const channel = discord.channels[0] ?? '';
  const { messages, modals } = discord.server;
  async function next<T>(list: readonly T[], act: () => void): Promise<T> {
    const before = list.length;
    act();
    await until(() => list.length > before, 'something shown');
    return list[before] as T;
  }
  const modal = (view: View): Modal => ({
    title: view.title,
    fields: view.components
      .flatMap((row) => row.components)
      .map((c) => ({ name: c.custom_id, most: c.max_length, value: c.value ?? '' })),
    fill: async (given) =>
      said(await next(messages, () => discord.interact(filledIn(view.custom_id, given, { channel })))),
  });
  function said(m: Message): Said {
    const buttons = buttonsOf(m.body);
    const push = (label: RegExp) => {
      const flags = m.user ? 64 : 0;
      const source = ownMessage(m.id, m.channel, { ...m.body, flags } as Record<string, unknown>);
      discord.interact(pressed(buttons.find((b) => label.test(b.label))?.id ?? '', source, { channel: m.channel }));
    };
    return {
      text: textOf(m.body),
      alone: m.user !== undefined,
      labels: buttons.map((b) => b.label),
      press: async (label) => said(await next(messages, () => push(label))),
      open: async (label) => modal((await next(modals, () => push(label))) as unknown as View),
    };
  }
  return {
    most: 4000,
    command: async (name) =>
      modal((await next(modals, () => discord.interact(slashCommand(name, {}, { channel })))) as unknown as View),
    async public() {
      await new Promise((done) => setTimeout(done, 100));
      return messages.filter((m) => m.user === undefined).map((m) => textOf(m.body));
    },
    pings: () => discord.server.pings,
  };
}

describeForms('Discord', async () => {
  const discord = await startFakeDiscord();
  const adapter = await adapterIn({ apiUrl: discord.apiUrl });
  await adapter.start();
  return {
    ...driver(discord),
    async stop() {
      await adapter.stop();
      await discord.close();
    },
  };
});
