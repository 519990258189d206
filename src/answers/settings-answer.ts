import type { Answer } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { clean } from './messages/english/text.ts';

interface SettingsView {
  zone?: string | undefined;
  locale?: string | undefined;
  subscribers?: string | undefined;
  quiet?: { from: string; to: string; zone: string } | null | undefined;
  mass?: number | undefined;
  pictures?: string | undefined;
}

/** The channel's settings. `asker`: the defaults that apply where the channel has none. */
export function composeSettings(settings: SettingsView, asker: Pick<SettingsView, 'zone' | 'locale'>): Answer {
  const line = (name: string, value: string | undefined, other: string | undefined) =>
    `${name}: ${value === undefined ? `not set here; yours is ${clean(other ?? '', 60)}` : clean(value, 60)}`;
  const parts = [
    line('Time zone', settings.zone, asker.zone),
    line('Language and order of dates', settings.locale, asker.locale),
    `Subscriptions are changed by: ${settings.subscribers ?? 'everyone'}`,
    `Quiet hours: ${quietText(settings)}`,
    `Pictures: ${settings.pictures ?? 'as the platform mostly looks'}`,
  ].map((text) => ({ kind: 'text' as const, text }));
  return { ...buildAnswer('The settings of this channel:', parts), audience: 'everyone' };
}

function quietText({ quiet, mass }: SettingsView): string {
  return quiet
    ? `${quiet.from} to ${quiet.to} (${clean(quiet.zone, 60)}); alerts wait until then, except of at least ${mass} killed`
    : 'none; alerts come at any hour';
}
