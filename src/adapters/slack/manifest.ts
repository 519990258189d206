import { Document, type Scalar, visit } from 'yaml';
import type { Command } from '../../app/ports.ts';
import { askAbout } from './listen-shortcut.ts';
import { events, optionalScopes, scopes } from './scopes.ts';

const hint = (menu: readonly Command[]) => `your question, or ${menu.map((c) => c.name).join(', ')}`;

/**
 * The app manifest as YAML, with why each scope is needed. `address` is where Slack reaches the bot over HTTP; without
 * one it is Socket Mode. Source: docs.slack.dev/reference/app-manifest
 */
export function manifestOf(menu: readonly Command[], address?: string): string {
  const url = address === undefined ? undefined : `${address.replace(/\/$/, '')}/slack/events`;
  const document = new Document({
    display_information: {
      name: 'Sitrep',
      description: 'Answers questions about reported incidents, and says who says so',
      background_color: '#1d3557',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      agent_view: { agent_description: 'Ask about reported attacks, clashes, airstrikes, protests and raids.' },
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
    oauth_config: { scopes: { bot: Object.keys(scopes), bot_optional: Object.keys(optionalScopes) } },
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
