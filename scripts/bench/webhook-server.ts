import { createServer, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { webhookRoute } from "../../lib/web/webhook-route";

/** The webhook route behind a plain HTTP server, for when there is no production build: `webhook-server.ts <port>`. */
const server = createServer(async (incoming, outgoing) => {
  const response = await webhookRoute(toRequest(incoming), { params: Promise.resolve({}) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === "string") headers.set(name, value);
  const body = incoming.method === "POST" ? Readable.toWeb(incoming) : null;
  const init = { method: incoming.method ?? "GET", headers, body, duplex: "half" };
  return new Request(`http://${incoming.headers.host}${incoming.url}`, init as RequestInit);
}

server.listen(Number(process.argv[2]), "127.0.0.1");
