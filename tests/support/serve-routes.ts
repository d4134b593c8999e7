import type { IncomingMessage, RequestListener } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { routes } from "./chat-harness";

/** The chat's route handlers behind a plain HTTP server, as Next calls them. */
export const serveRoutes = (): RequestListener => serveWith(dispatch);

/** Whatever answers requests as route handlers do, behind a plain HTTP server. */
export function serveWith(answer: (request: Request) => Promise<Response>): RequestListener {
  return async (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on("close", () => gone.abort());
    const response = await answer(toRequest(incoming, gone.signal));
    // As a list: there may be several cookies.
    outgoing.writeHead(response.status, [...response.headers].flat());
    if (response.body === null) return void outgoing.end();
    const body = Readable.fromWeb(response.body as NodeReadableStream);
    outgoing.on("close", () => body.destroy());
    body.on("error", () => outgoing.destroy());
    body.pipe(outgoing);
  };
}

/** What Next would make of a request of `node:http`. */
function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === "string") headers.set(name, value);
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: incoming.method ?? "GET",
    headers,
    signal,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  } as RequestInit);
}

function dispatch(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, conversationId, verb] = /^\/api\/chat\/([^/]+)\/(stream|stop)$/.exec(pathname) ?? [];
  const context = { params: Promise.resolve({ conversationId }) };
  if (verb === "stream") return routes.resume(request, context);
  if (verb === "stop") return routes.stop(request, context);
  return routes.send(request, { params: Promise.resolve({}) });
}
