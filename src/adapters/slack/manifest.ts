import { Document, type Scalar, visit } from 'yaml';
import type { Command } from '../../app/ports.ts';
import { promptsOf } from './listen-home.ts';
import { askAbout } from './listen-shortcut.ts';
import { events, optionalScopes, scopes } from './scopes.ts';

const hint = (menu: readonly Command[]) => `your question, or ${menu.map((c) => c.name).join(', ')}`;

interface ManifestOptions {
  /** Where Slack reaches the bot over HTTP; without it, it is Socket Mode. */
  address?: string | undefined;
  /** The public address of the pages where other workspaces install it. */
  install?: string | undefined;
  /** Questions that Slack suggests. */
  questions?: readonly string[];
}

const under = (address: string | undefined, path: string) =>
  address === undefined ? undefined : `${address.replace(/\/$/, '')}${path}`;

/** The app manifest as YAML, with why each scope is needed. Source: docs.slack.dev/reference/app-manifest */
export function manifestOf(
  menu: readonly Command[],
  { address, install, questions = [] }: ManifestOptions = {},
): string {
  const url = under(address, '/slack/events');
  const redirect = under(install, '/slack/oauth_redirect');
  const prompts = promptsOf(questions);
  const document = new Document({
    display_information: {
      name: 'Sitrep',
      description: 'Answers questions about reported incidents, and says who says so',
      background_color: '#1d3557',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      agent_view: {
        agent_description: 'Ask about reported attacks, clashes, airstrikes, protests and raids.',
        ...(prompts.length ? { suggested_prompts: prompts } : {}),
      },
      bot_user: { display_name: 'Sitrep', always_online: true },
      slash_commands: [
        {
          command: '/sitrep',
          description: 'Ask about reported incidents',
          usage_hint: hint(menu),
          should_escape: true,
          ...(url ? { url } : {}),
        },
      ],
      shortcuts: [
        {
          name: 'Ask Sitrep about this',
          type: 'message',
          callback_id: askAbout,
          description: 'Make a question of this message',
        },
      ],
    },
    oauth_config: {
      ...(redirect ? { redirect_urls: [redirect] } : {}),
      scopes: { bot: Object.keys(scopes), bot_optional: Object.keys(optionalScopes) },
    },
    settings: {
      event_subscriptions: { ...(url ? { request_url: url } : {}), bot_events: events },
      interactivity: { is_enabled: true, ...(url ? { request_url: url } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  });
  visit(document, {
    Scalar(_, node: Scalar) {
      const why = typeof node.value === 'string' ? { ...scopes, ...optionalScopes }[node.value] : undefined;
      if (why) node.comment = ` ${why}`;
    },
  });
  return document.toString({ lineWidth: 0 });
}
