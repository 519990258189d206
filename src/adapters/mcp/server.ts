import { randomUUID } from 'node:crypto';
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Dispatcher, RequestContext } from '../../app/dispatcher.ts';
import type { Command } from '../../app/ports.ts';
import { frame } from '../../frames/frame.ts';
import { resultOf } from './content.ts';
import { askerOptions, type Defaults, toRequestContext } from './request-context.ts';

const instructions =
  'Answers questions about reported incidents (attacks, clashes, airstrikes, protests, raids) from its own data, with who says so and how sure it is. Ask in plain words; give a thread to follow up. It invents nothing, forecasts nothing and gives no safety advice: pass on what it declines and what it leaves open as it says it.';

/** What needs a channel that can be told later or has settings of its own, or a person who checks a draft. */
const needsChannel = new Set(['subscribe', 'subscriptions', 'missed', 'settings', 'report']);

const offered = ({ menu }: Dispatcher, { mayCurate }: Defaults): Command[] =>
  menu.filter((c) => !needsChannel.has(c.name) && (mayCurate || c.for === 'everyone'));

// The whole document is told in docs/asking.md; a client needs these two to know what it got.
const document = z.looseObject({ status: z.enum(['answered', 'unclear', 'declined']), text: z.string() });

/** One client's session: the menu as tools, incidents as resources. */
export function createServer(desk: Dispatcher, defaults: Defaults, version: string): McpServer {
  const server = new McpServer({ name: 'sitrep', title: 'Sitrep', version }, { instructions });
  const session = randomUUID();
  for (const command of offered(desk, defaults)) {
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
      async (given, { signal }) => {
        const { thread, now, zone, locale, ...options } = given as z.infer<typeof askerOptions>;
        const from = toRequestContext({ thread, now, zone, locale }, session, defaults, signal);
        return resultOf(await desk.run(command.name, options, from), defaults.log);
      },
    );
  }
  registerQuery(server, desk, (given, signal) => toRequestContext(given, session, defaults, signal), defaults);
  registerIncidents(server, desk, () => toRequestContext({}, session, defaults));
  return server;
}

const queryTool = {
  title: 'Ask in slots instead of words',
  description:
    'Answers a question told slot by slot: nothing of it is guessed. Places and actors by key or by name; a name that several have is asked back, with a frame for each choice. For example: {"measure": "sum", "of": "killed", "places": [{"place": "Mosul"}], "period": {"start": "2016-01-01", "end": "2017-01-01"}}',
  inputSchema: z.strictObject({ ...askerOptions.shape, ...frame.shape }),
  outputSchema: document,
  annotations: { readOnlyHint: true, openWorldHint: false },
};

/** The question of a program: what is asked for is told in a frame. What is wrong with it is an error that says what to do. */
function registerQuery(
  server: McpServer,
  desk: Dispatcher,
  from: (given: z.infer<typeof askerOptions>, signal: AbortSignal) => RequestContext,
  { log }: Defaults,
): void {
  server.registerTool('query', queryTool, async ({ thread, now, zone, locale, ...asked }, { signal }) =>
    resultOf(await desk.query(asked, from({ thread, now, zone, locale }, signal)), log),
  );
}

/** `sitrep://incident/ID`: an incident with its sources and its history, in words and as data. */
function registerIncidents(server: McpServer, desk: Dispatcher, from: () => ReturnType<typeof toRequestContext>): void {
  const complete = {
    id: async (typed: string) => (await desk.autocomplete('incident', typed)).map(({ value }) => value),
  };
  server.registerResource(
    'incident',
    new ResourceTemplate('sitrep://incident/{id}', { list: undefined, complete }),
    { title: 'An incident', description: 'With its sources and history, by its id', mimeType: 'text/plain' },
    async ({ href: uri }, { id }) => {
      const answer = await desk.run('show', { id: decodeURIComponent(String(id)) }, from());
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
