import { randomUUID } from 'node:crypto';
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Dispatcher, RequestContext } from '../../app/dispatcher.ts';
import type { Command } from '../../app/ports.ts';
import { frame } from '../../frames/frame.ts';
import { toToolResult } from './content.ts';
import { askerOptions, type Defaults, toRequestContext } from './request-context.ts';

const instructions =
  'Answers questions about reported incidents (attacks, clashes, airstrikes, protests, raids) from its own data, with who says so and how sure it is. Ask in plain words; give a thread to follow up. It invents nothing, forecasts nothing and gives no safety advice: pass on what it declines and what it leaves open as it says it.';

/** Commands that need a channel to notify, channel settings, or a person to check a draft. */
const needsChannel = new Set(['subscribe', 'subscriptions', 'missed', 'settings', 'report']);

const offeredCommands = ({ menu }: Dispatcher, { mayCurate }: Defaults): Command[] =>
  menu.filter((c) => !needsChannel.has(c.name) && (mayCurate || c.for === 'everyone'));

// docs/asking.md describes the whole document; clients rely on these two members.
const document = z.looseObject({ status: z.enum(['answered', 'unclear', 'declined']), text: z.string() });

/** A server for one client's session: commands as tools, incidents as resources. */
export function createServer(dispatcher: Dispatcher, defaults: Defaults, version: string): McpServer {
  const server = new McpServer({ name: 'sitrep', title: 'Sitrep', version }, { instructions });
  const session = randomUUID();
  for (const command of offeredCommands(dispatcher, defaults)) {
    const readOnlyHint = command.for === 'everyone';
    server.registerTool(
      command.name,
      {
        title: command.summary,
        description: `${command.summary}. For example: ${command.examples.join('; ')}`,
        inputSchema: z.object({ ...askerOptions.shape, ...command.options.shape }),
        outputSchema: document,
        annotations: { readOnlyHint, openWorldHint: !readOnlyHint },
      },
      async (args, { signal }) => {
        const { thread, now, zone, locale, ...options } = args as z.infer<typeof askerOptions>;
        const request = toRequestContext({ thread, now, zone, locale }, session, defaults, signal);
        return toToolResult(await dispatcher.run(command.name, options, request), defaults.log);
      },
    );
  }
  registerQuery(server, dispatcher, (args, signal) => toRequestContext(args, session, defaults, signal), defaults);
  registerIncidents(server, dispatcher, () => toRequestContext({}, session, defaults));
  return server;
}

const queryTool = {
  title: 'Ask in slots instead of words',
  description:
    'Answers a question given in slots, so nothing has to be guessed. Places and actors by key or by name; for an ambiguous name it asks back, with a frame for each choice. For example: {"measure": "sum", "of": "killed", "places": [{"place": "Mosul"}], "period": {"start": "2016-01-01", "end": "2017-01-01"}}',
  inputSchema: z.strictObject({ ...askerOptions.shape, ...frame.shape }),
  outputSchema: document,
  annotations: { readOnlyHint: true, openWorldHint: false },
};

/** Registers the `query` tool, which takes a frame. A problem with the frame is an error that says how to mend it. */
function registerQuery(
  server: McpServer,
  dispatcher: Dispatcher,
  request: (args: z.infer<typeof askerOptions>, signal: AbortSignal) => RequestContext,
  { log }: Defaults,
): void {
  server.registerTool('query', queryTool, async ({ thread, now, zone, locale, ...frameSlots }, { signal }) =>
    toToolResult(await dispatcher.query(frameSlots, request({ thread, now, zone, locale }, signal)), log),
  );
}

/** Registers the resource `sitrep://incident/ID`: an incident with its sources and history. */
function registerIncidents(
  server: McpServer,
  dispatcher: Dispatcher,
  request: () => ReturnType<typeof toRequestContext>,
): void {
  const complete = {
    id: async (typed: string) => (await dispatcher.autocomplete('incident', typed)).map(({ value }) => value),
  };
  server.registerResource(
    'incident',
    new ResourceTemplate('sitrep://incident/{id}', { list: undefined, complete }),
    { title: 'An incident', description: 'With its sources and history, by its id', mimeType: 'text/plain' },
    async ({ href: uri }, { id }) => {
      const answer = await dispatcher.run('show', { id: decodeURIComponent(String(id)) }, request());
      if (answer.failed) throw new Error(answer.text);
      return {
        contents: [
          { uri, mimeType: 'text/plain', text: answer.text },
          { uri, mimeType: 'application/json', text: JSON.stringify(answer.data) },
        ],
      };
    },
  );
}
