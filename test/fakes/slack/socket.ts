import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';
interface Envelope {
  envelope_id: string;
  type: EnvelopeType;
  payload: unknown;
  retry_attempt: number;
  retry_reason: string;
}

/** The server's end of Socket Mode: what is not acknowledged before the socket goes is delivered again. */
export function serveSocket(server: Server) {
  const sockets = new WebSocketServer({ server });
  const waiting = new Map<string, Envelope>();
  const acknowledgements: unknown[] = [];
  const open = () => [...sockets.clients].find((s) => s.readyState === 1);

  function send(socket: WebSocket, envelope: Envelope): void {
    socket.send(JSON.stringify({ ...envelope, accepts_response_payload: envelope.type !== 'events_api' }));
  }
  let connections = 0;
  sockets.on('connection', (socket) => {
    connections++;
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      if (payload?.response_type) acknowledgements.push(payload);
      waiting.delete(envelope_id);
    });
    for (const envelope of waiting.values()) {
      envelope.retry_attempt++;
      envelope.retry_reason = 'timeout';
      send(socket, envelope);
    }
  });
  return {
    deliver(type: EnvelopeType, payload: unknown): void {
      const envelope = { envelope_id: randomUUID(), type, payload, retry_attempt: 0, retry_reason: '' };
      waiting.set(envelope.envelope_id, envelope);
      const socket = open();
      if (socket) send(socket, envelope);
    },
    /** Cuts every connection off: politely with Slack's "disconnect", or as a broken line. */
    drop(how: 'disconnect' | 'broken'): void {
      for (const socket of sockets.clients) {
        if (how === 'disconnect') socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
        else socket.terminate();
      }
    },
    /** How often the bot has connected. */
    connections: () => connections,
    unacknowledged: () => waiting.size,
    /** What was sent back with acknowledgements. */
    acknowledgements: () => acknowledgements,
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
