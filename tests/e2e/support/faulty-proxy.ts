import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What happens to the next answer of the chat on its way to the browser. */
export type Fault =
  /** The connection is torn down after so many bytes, wherever in an event that is. */
  | { kind: "cut"; afterBytes: number }
  /** The body ends after so many bytes, as cleanly as if it were whole. */
  | { kind: "end"; afterBytes: number }
  /** The connection stays open after so many bytes, and nothing more comes. */
  | { kind: "stall"; afterBytes: number }
  /** The application has got the request and answers, but not even the headers arrive. */
  | { kind: "swallow" }
  /** The application does not hear of the request. */
  | { kind: "answer"; status: number; headers: Record<string, string>; body: unknown };

export type ChatRequest = { method: string; path: string; messageId: string | undefined };

export type FaultyProxy = {
  url: string;
  /** Who is behind it. */
  forwardTo(url: string): void;
  /** Each of the next requests that ask for an answer takes one; after the last all is well. */
  prepare(faults: readonly Fault[]): void;
  /** The requests that asked for an answer since the faults were prepared. */
  requests: ChatRequest[];
  stop(): Promise<void>;
};

/** A real HTTP proxy between browser and application that spoils answers as networks do. It passes on the Host header. */
export async function startFaultyProxy(): Promise<FaultyProxy> {
  let target = new URL("http://localhost");
  let faults: Fault[] = [];
  const requests: ChatRequest[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const isChat = asksForAnswer(request);
    if (isChat) requests.push(describe(request, body));
    const fault = isChat ? faults.shift() : undefined;
    if (fault?.kind === "answer") {
      response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
      response.end(JSON.stringify(fault.body));
      return;
    }
    const onward = openRequest(
      new URL(request.url ?? "/", target),
      { method: request.method, headers: request.headers },
      (answer) => passOn(answer, response, fault),
    );
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    onward.end(body);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    forwardTo(url) {
      target = new URL(url);
    },
    prepare(next) {
      faults = [...next];
      requests.length = 0;
    },
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function passOn(answer: IncomingMessage, response: ServerResponse, fault: Fault | undefined): void {
  if (fault?.kind === "swallow") {
    response.destroy();
    return;
  }
  response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
  response.flushHeaders();
  let room = fault && "afterBytes" in fault ? fault.afterBytes : Number.POSITIVE_INFINITY;
  answer.on("data", (piece: Buffer) => {
    if (room <= 0) return;
    const part = piece.subarray(0, room);
    room -= part.length;
    response.write(part, () => {
      if (room > 0) return;
      if (fault?.kind === "cut") response.destroy();
      if (fault?.kind === "end") response.end();
    });
  });
  // A stalled connection hides also that the other side has ended.
  answer.on("end", () => room > 0 && response.end());
  answer.on("error", () => response.destroy());
}

const asksForAnswer = ({ method, url }: IncomingMessage): boolean =>
  (method === "POST" && url === "/api/chat") || /^\/api\/chat\/[^/]+\/stream/.test(url ?? "");

function describe({ method = "", url = "" }: IncomingMessage, body: Buffer): ChatRequest {
  const { message } =
    body.length > 0 ? (JSON.parse(body.toString("utf8")) as { message?: { id: string } }) : {};
  return { method, path: url, messageId: message?.id };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
