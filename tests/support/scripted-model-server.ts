import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { GO_ON } from "../../lib/agent/continuing";

/**
 * One answer of the scripted model. Each request takes the next; the last one is given again and again. A request that
 * carries an unfinished answer, however often and whenever it comes, gets the rest of the text that begins with it.
 */
export type ScriptedTurn =
  | {
      kind: "text";
      pieces: readonly string[];
      pieceMilliseconds?: number;
      /** When it goes on with an unfinished answer, it says so many of the last characters again, as models do. */
      repeatedCharacters?: number;
      /** After so many pieces nothing comes until this settles. Not when it goes on with an unfinished answer. */
      hold?: { afterPieces: number; until: Promise<void> };
    }
  /** Decided by what is asked, for many answers at once. */
  | { kind: "by-request"; turn: (request: ChatRequest) => Exclude<ScriptedTurn, { kind: "by-request" }> }
  /** Text made of what the tools returned: gets the contents of the tool messages that the request holds. */
  | { kind: "text-from-tools"; write: (toolContents: string[]) => string }
  | {
      kind: "tool-calls";
      calls: readonly { name: string; args: unknown }[];
      text?: string;
      /** As some endpoints do: what it has cost so far is told with every part. */
      countsAlong?: boolean;
    }
  | { kind: "status"; status: number; headers?: Record<string, string>; code?: string; message?: string }
  /** The socket is destroyed after these pieces, without an end. */
  | { kind: "cut"; pieces: readonly string[] }
  /** Nothing is sent: no headers, or headers and then silence. */
  | { kind: "silence"; afterHeaders: boolean }
  /** A data line that is not JSON. */
  | { kind: "malformed"; pieces: readonly string[] };

type RecordedRequest = {
  path: string;
  headers: IncomingMessage["headers"];
  body: ChatRequest;
  /** Settles when the client closes before the answer has ended; undefined while that has not happened. */
  closedByClientAt: number | undefined;
};

export type ChatRequest = {
  model?: string;
  stream?: boolean;
  tool_choice?: unknown;
  tools?: { function: { name: string } }[];
  messages: { role: string; content: unknown; tool_calls?: unknown[]; tool_call_id?: string }[];
};

export type ScriptedModelServer = {
  /** Ends in `/v1`, as OPENAI_BASE_URL wants it. */
  url: string;
  requests: RecordedRequest[];
  /** Begins a new script and forgets the requests so far. */
  script(turns: readonly ScriptedTurn[]): void;
  stop(): Promise<void>;
};

const MODEL = "scripted-model";

/** A server that speaks OpenAI's chat completions and says what the test wrote. Listens on a free port of this machine. */
export async function startScriptedModelServer(
  turns: readonly ScriptedTurn[] = [{ kind: "text", pieces: ["Hello."] }],
  { port = 0 }: { port?: number } = {},
): Promise<ScriptedModelServer> {
  let script = [...turns];
  let known = turns;
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (request.method === "GET" && path === "/v1/models") {
      sendJson(response, 200, { object: "list", data: [{ id: MODEL, object: "model", owned_by: "tests" }] });
      return;
    }
    if (request.method !== "POST" || path !== "/v1/chat/completions") {
      sendJson(response, 404, {
        error: { message: `No route ${request.method} ${path}`, type: "not_found" },
      });
      return;
    }
    const recorded: RecordedRequest = {
      path,
      headers: request.headers,
      body: await readJson(request),
      closedByClientAt: undefined,
    };
    requests.push(recorded);
    response.on("close", () => {
      if (!response.writableFinished) recorded.closedByClientAt = performance.now();
    });
    const begun = unfinishedAnswerIn(recorded.body);
    const rest = begun === undefined ? undefined : restOf(known, begun, recorded.body);
    const next = rest ?? (script.length > 1 ? script.shift() : script[0]);
    const turn = next?.kind === "by-request" ? next.turn(recorded.body) : next;
    if (turn) await play(turn, recorded, response);
  }

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    script(next) {
      script = [...next];
      known = next;
      requests.length = 0;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readJson(request: IncomingMessage): Promise<ChatRequest> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8")) as ChatRequest;
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** The person's question that a request is about. */
export function questionIn({ messages }: ChatRequest): string {
  const asked = messages.findLast(({ role, content }) => role === "user" && content !== GO_ON);
  return String(asked?.content ?? "");
}

/** The text that a request asks to go on with, whole; undefined for a request that asks for a new message. */
function unfinishedAnswerIn({ messages }: ChatRequest): string | undefined {
  const [begun, last] = messages.slice(-2);
  if (last?.role !== "user" || last.content !== GO_ON) return undefined;
  return begun?.role === "assistant" ? String(begun.content ?? "") : "";
}

type TextTurn = Extract<ScriptedTurn, { kind: "text" }>;

/** What is left of the first known text that begins with `begun`, in the pieces that it has. */
function restOf(turns: readonly ScriptedTurn[], begun: string, request: ChatRequest): TextTurn | undefined {
  for (const known of turns) {
    const turn = known.kind === "by-request" ? known.turn(request) : known;
    const text = turn.kind === "text-from-tools" ? toTextTurn(turn.write(toolContentsOf(request))) : turn;
    if (text.kind !== "text" || !text.pieces.join("").startsWith(begun)) continue;
    const from = Math.max(0, begun.length - (text.repeatedCharacters ?? 0));
    let at = 0;
    const pieces = text.pieces.map((piece) => {
      const left = piece.slice(Math.max(0, from - at));
      at += piece.length;
      return left;
    });
    const { hold: _, ...unheld } = text;
    return { ...unheld, pieces: pieces.filter((piece) => piece !== "") };
  }
  return undefined;
}

const toTextTurn = (text: string): TextTurn => ({ kind: "text", pieces: [text] });

async function play(
  turn: Exclude<ScriptedTurn, { kind: "by-request" }>,
  { body }: RecordedRequest,
  response: ServerResponse,
): Promise<void> {
  if (turn.kind === "status") {
    const { status, headers, code, message } = turn;
    sendJson(
      response,
      status,
      { error: { message: message ?? `Scripted ${status}`, code: code ?? null } },
      headers,
    );
    return;
  }
  if (turn.kind === "silence" && !turn.afterHeaders) return;
  const countsAlong = turn.kind === "tool-calls" && turn.countsAlong === true;
  const answer = new AnswerWriter(response, countsAlong);
  if (turn.kind === "silence") return;
  if (turn.kind === "tool-calls") {
    if (turn.text) answer.text(turn.text);
    answer.calls(turn.calls);
    answer.end("tool_calls");
    return;
  }
  const pieces = turn.kind === "text-from-tools" ? [turn.write(toolContentsOf(body))] : turn.pieces;
  for (const [index, piece] of pieces.entries()) {
    if (turn.kind === "text" && turn.hold?.afterPieces === index) await turn.hold.until;
    if (turn.kind === "text" && turn.pieceMilliseconds) await sleep(turn.pieceMilliseconds);
    if (response.destroyed) return;
    answer.text(piece);
  }
  if (turn.kind === "malformed") response.write("data: {this is not JSON\n\n");
  // What was written has to leave before the socket dies, else the client sees an empty answer.
  if (turn.kind === "cut") await sleep(30).then(() => response.destroy());
  else answer.end("stop");
}

const toolContentsOf = ({ messages }: ChatRequest): string[] =>
  messages.filter(({ role }) => role === "tool").map(({ content }) => String(content));

const USAGE = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

/** Writes chat completion chunks the way OpenAI does: role first, then deltas, the reason, usage, `[DONE]`. */
class AnswerWriter {
  readonly #response: ServerResponse;
  /** Unique as OpenAI's are: LangGraph takes messages with one id for one message. */
  readonly #id = `chatcmpl-${randomUUID()}`;

  readonly #countsAlong: boolean;

  constructor(response: ServerResponse, countsAlong = false) {
    this.#response = response;
    this.#countsAlong = countsAlong;
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
    response.flushHeaders();
    this.#delta({ role: "assistant", content: "" });
  }

  text(content: string): void {
    this.#delta({ content });
  }

  /** The arguments come in two halves, as they do from a model that writes them token by token. */
  calls(calls: readonly { name: string; args: unknown }[]): void {
    for (const [index, { name, args }] of calls.entries()) {
      const json = JSON.stringify(args);
      const half = Math.ceil(json.length / 2);
      const id = `call_${Math.random().toString(36).slice(2)}`;
      this.#delta({
        tool_calls: [{ index, id, type: "function", function: { name, arguments: json.slice(0, half) } }],
      });
      this.#delta({ tool_calls: [{ index, function: { arguments: json.slice(half) } }] });
    }
  }

  end(finishReason: "stop" | "tool_calls"): void {
    this.#chunk({ choices: [{ index: 0, delta: {}, finish_reason: finishReason }] });
    this.#chunk({ choices: [], usage: USAGE });
    this.#response.end("data: [DONE]\n\n");
  }

  #delta(delta: unknown): void {
    this.#chunk({
      choices: [{ index: 0, delta, finish_reason: null }],
      ...(this.#countsAlong && { usage: USAGE }),
    });
  }

  #chunk(fields: Record<string, unknown>): void {
    const chunk = {
      id: this.#id,
      object: "chat.completion.chunk",
      created: 1,
      model: MODEL,
      ...fields,
    };
    this.#response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  }
}
