import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

interface Dispatch {
  t: string;
  s: number;
  d: unknown;
}

/** The gateway, version 10, JSON: hello, identify, resume with replay, heartbeats, reconnect, invalid session, close codes. */
export function serveGateway(
  server: Server,
  ready: (shard: [number, number]) => { ready: object; after: [string, object][] },
) {
  const sockets = new WebSocketServer({ server });
  const told: Dispatch[] = [];
  const counts = { identified: 0, resumed: 0 };
  let control: { refuse?: number; silent?: boolean } = {};
  let current: WebSocket | undefined;
  const say = (socket: WebSocket, op: number, d: unknown = null) => socket.send(JSON.stringify({ op, d }));

  function dispatch(t: string, d: unknown): void {
    const event = { t, s: told.length + 1, d };
    told.push(event);
    if (current?.readyState === 1) current.send(JSON.stringify({ op: 0, ...event }));
  }

  function identify(socket: WebSocket, { shard = [0, 1] }: { shard?: [number, number] }): void {
    counts.identified++;
    current = socket;
    const { ready: d, after } = ready(shard);
    dispatch('READY', { v: 10, session_id: 'session', resume_gateway_url: url(), shard, ...d });
    for (const [t, data] of after) dispatch(t, data);
  }

  function resume(socket: WebSocket, { seq }: { seq: number }): void {
    counts.resumed++;
    current = socket;
    for (const event of told.slice(seq)) socket.send(JSON.stringify({ op: 0, ...event }));
    dispatch('RESUMED', {});
  }

  const url = () => `ws://127.0.0.1:${(server.address() as { port: number }).port}`;
  sockets.on('connection', (socket) => {
    if (control.silent) return;
    say(socket, 10, { heartbeat_interval: 41_250 });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data));
      if (op === 1) say(socket, 11);
      if (op === 2 && control.refuse) socket.close(control.refuse);
      else if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
    });
  });
  return {
    url,
    dispatch,
    counts,
    set: (rules: typeof control) => {
      control = rules;
    },
    /** A broken line; op 7, "reconnect"; op 9, "invalid session"; or a close code. */
    drop(how: 'broken' | 'reconnect' | 'invalid' | number): void {
      if (!current) return;
      if (how === 'broken') current.terminate();
      else if (how === 'reconnect') say(current, 7);
      else if (how === 'invalid') say(current, 9, false);
      else current.close(how);
    },
    close(): void {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
