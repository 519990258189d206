import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { filledIn, pressed, slashCommand } from '../../fakes/slack/payloads.ts';
import type { Message } from '../../fakes/slack/web-api.ts';
import { until } from '../../support/until.ts';
import { describeForms, type FormPlatform, type Modal, type Said } from '../forms.ts';
import { adapterIn } from './bot-in.ts';

interface Input {
  block_id: string;
  element: { max_length: number; initial_value?: string };
}
type View = Record<string, unknown> & { title: { text: string }; blocks: Input[] };
type Element = Record<string, unknown> & { text?: { text: string }; options?: Element[] };

/** Buttons, and the choices of a select, under a message. */
const buttonsOf = (m: Message) =>
  m.blocks
    .flatMap((b) => (b.type === 'actions' ? (b.elements as Element[]) : []))
    .flatMap((e) =>
      e.options
        ? e.options.map((o) => ({ label: o.text?.text ?? '', action: { ...e, selected_option: o } as Element }))
        : [{ label: e.text?.text ?? '', action: e }],
    );

function driver(slack: FakeSlack): Omit<FormPlatform, 'stop'> {
  async function next<T>(list: readonly T[], act: () => void): Promise<T> {
    const before = list.length;
    act();
    await until(() => list.length > before, 'something shown');
    return list[before] as T;
  }
  const modal = (view: View): Modal => ({
    title: view.title.text,
    fields: view.blocks.map(({ block_id: name, element }) => ({
      name,
      most: element.max_length,
      value: element.initial_value ?? '',
    })),
    fill: async (given) => said(await next(slack.messages, () => slack.send('interactive', filledIn(view, given)))),
  });
  function said(m: Message): Said {
    const buttons = buttonsOf(m);
    const push = (label: RegExp) => {
      const { action = {} } = buttons.find((b) => label.test(b.label)) ?? {};
      slack.send('interactive', pressed(action, m, slack.responseUrl(m.channel, 'U1', m.ts), m.user ?? 'U1'));
    };
    return {
      text: `${m.text}\n${JSON.stringify(m.blocks)}`,
      alone: m.user !== undefined,
      labels: buttons.map((b) => b.label),
      press: async (label) => said(await next(slack.messages, () => push(label))),
      open: async (label) => modal((await next(slack.views, () => push(label))) as View),
    };
  }
  return {
    most: 3000,
    async command(name) {
      const sent = () => slack.send('slash_commands', slashCommand(name, slack.responseUrl('C9')));
      return modal((await next(slack.views, sent)) as View);
    },
    async public() {
      await new Promise((done) => setTimeout(done, 100));
      return slack.messages.filter((m) => m.user === undefined).map((m) => m.text);
    },
    pings: () => slack.pings,
  };
}

describeForms('Slack', async () => {
  const slack = await startFakeSlack();
  const adapter = await adapterIn({ apiUrl: slack.apiUrl });
  await adapter.start();
  return {
    ...driver(slack),
    async stop() {
      await adapter.stop();
      await slack.close();
    },
  };
});
