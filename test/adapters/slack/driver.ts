import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';
import { directMessage, mention, pressed, slashCommand } from '../../fakes/slack/payloads.ts';
import type { Message } from '../../fakes/slack/web-api.ts';
import { until } from '../../support/until.ts';
import type { Platform, Shown } from '../contract.ts';

type Element = Record<string, unknown> & { text?: { text: string } };

const elementsOf = (message: Message): Element[] =>
  message.blocks.flatMap((b) => (/^(actions|context_actions)$/.test(b.type) ? (b.elements as Element[]) : []));

/** The buttons of a message, as one sees them: a select's options and the two of the feedback among them. */
const buttonsOf = (message: Message) =>
  elementsOf(message).flatMap((e) => {
    if (e.type === 'static_select' || e.type === 'overflow')
      return (e.options as Element[]).map((o) => ({ label: o.text?.text ?? '', action: { ...e, selected_option: o } }));
    if (e.type === 'feedback_buttons')
      return [e.positive_button, e.negative_button].map((b) => ({
        label: (b as Element).text?.text ?? '',
        action: { type: e.type, action_id: e.action_id, value: (b as Element).value },
      }));
    return [{ label: e.text?.text ?? '', action: e }];
  });

/** Slack as a person uses it, over a workspace on loopback. */
export function slackDriver(slack: FakeSlack): Omit<Platform, 'stop'> {
  /** The message that comes next, or is changed next. */
  async function after(act: () => void): Promise<Shown> {
    const before = slack.messages.map((m) => m);
    const seen = () => slack.messages.find((m) => !before.includes(m));
    act();
    await until(() => seen() !== undefined, 'an answer');
    return shown(seen() as Message);
  }
  const shown = (m: Message): Shown => ({
    text: m.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    alone: m.user !== undefined,
    thread: m.thread_ts,
    buttons: buttonsOf(m).map(({ label, action }) => ({
      label,
      press: () =>
        after(() =>
          slack.send('interactive', pressed(action, m, slack.responseUrl(m.channel, 'U1', m.ts), m.user ?? 'U1')),
        ),
    })),
  });
  return {
    mention: (text, thread) => after(() => slack.send('events_api', mention(text, thread ? { thread } : {}))),
    direct: (text) => after(() => slack.send('events_api', directMessage(text))),
    command: (words) => after(() => slack.send('slash_commands', slashCommand(words, slack.responseUrl('C9')))),
    files: () => slack.files.flatMap(({ name, bytes, channel: to }) => (to && bytes ? [{ name, bytes }] : [])),
    pings: () => slack.pings,
  };
}
