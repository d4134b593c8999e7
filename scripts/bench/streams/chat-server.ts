import { createServer, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { findSessionPerson } from "../../../lib/account/find-session-person";
import { AppError } from "../../../lib/errors";
import { chatRoutes } from "../../../lib/web/chat-routes";
import { routeFor } from "../../../lib/web/route";
import { readSessionClaims } from "../../../lib/web/session-cookie";

/** The chat routes behind a plain HTTP server, for when there is no production build: `chat-server.ts <port>`. */
const routes = chatRoutes(
  routeFor(async (request) => {
    const claims = await readSessionClaims(request.headers.get("cookie"));
    const person = claims && (await findSessionPerson(claims, new Date()));
    if (!person) throw new AppError("unauthenticated", "Sign in.");
    return person;
  }),
);

const server = createServer(async (incoming, outgoing) => {
  const gone = new AbortController();
  outgoing.on("close", () => gone.abort());
  const request = toRequest(incoming, gone.signal);
  const [, conversationId] = /^\/api\/chat\/([^/]+)\/stream$/.exec(new URL(request.url).pathname) ?? [];
  const response =
    conversationId === undefined
      ? await routes.send(request, { params: Promise.resolve({}) })
      : await routes.resume(request, { params: Promise.resolve({ conversationId }) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) return void outgoing.end();
  const body = Readable.fromWeb(response.body as NodeReadableStream);
  outgoing.on("close", () => body.destroy());
  body.on("error", () => outgoing.destroy());
  body.pipe(outgoing);
});

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === "string") headers.set(name, value);
  const body = incoming.method === "POST" ? Readable.toWeb(incoming) : null;
  const init = { method: incoming.method ?? "GET", headers, body, signal, duplex: "half" };
  return new Request(`http://${incoming.headers.host}${incoming.url}`, init as RequestInit);
}

server.listen(Number(process.argv[2]), "127.0.0.1");
