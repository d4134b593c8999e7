import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DefaultChatTransport, readUIMessageStream, type UIMessage } from "ai";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chunksIn,
  door,
  lookingUp,
  newPerson,
  post,
  question,
  readAll,
  resume,
  routes,
  saying,
  scriptBook,
  startScriptedWorker,
  stop,
  textIn,
} from "../../tests/support/chat-harness";
import { serveRoutes } from "../../tests/support/serve-routes";
import { listConversations } from "../chat/list-conversations";
import { loadConversation } from "../chat/load-conversation";
import { database } from "../db/client";
import { outbox } from "../db/schema/chat";
import { listMessages } from "../documents/messages";
import type { Consumers } from "../queue/start-consumers";

const book = scriptBook();
let worker: Consumers;
beforeAll(async () => {
  worker = await startScriptedWorker(book.play);
});
afterAll(() => worker.close(1_000));

const refusal = async (response: Response) => {
  const body = await response.json();
  expect(body).toEqual({
    error: { code: expect.any(String), message: expect.any(String), requestId: expect.any(String) },
  });
  expect(response.headers.get("x-request-id")).toBe(body.error.requestId);
  return { status: response.status, ...body.error };
};

describe("POST /api/chat", () => {
  it("refuses what is no question, in words, and stores nothing", async () => {
    const person = await newPerson();
    const good = question();
    const bad: [unknown, number, RegExp][] = [
      ["", 400, /no body/],
      ["{not json", 400, /not valid JSON/],
      ["null", 400, /./],
      [{}, 400, /trigger/],
      [{ ...good, id: "1" }, 400, /id: /],
      [{ ...good, message: { ...good.message, parts: [] } }, 400, /empty/],
      [{ ...good, message: { ...good.message, parts: [{ type: "text", text: " \n " }] } }, 400, /empty/],
      [{ ...good, message: { ...good.message, role: "assistant" } }, 400, /role/],
      [{ ...good, message: { ...good.message, parts: [{ type: "file", url: "x" }] } }, 400, /type/],
      [
        { ...good, message: { ...good.message, parts: [{ type: "text", text: "x".repeat(8_001) }] } },
        400,
        /longer than 8000/,
      ],
      [JSON.stringify({ ...good, padding: "x".repeat(1_000_000) }), 413, /larger than 256 KB/],
    ];
    for (const [body, status, message] of bad) {
      const refused = await refusal(await post(person.id, body));
      expect(refused.status, JSON.stringify(body).slice(0, 80)).toBe(status);
      expect(refused.message).toMatch(message);
    }
    expect(await listConversations(person.id)).toEqual([]);
    expect(await listMessages(good.id)).toEqual([]);
  });

  it("stops reading a body that is too large even when it does not say how large it is", async () => {
    const person = await newPerson();
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(97));
      },
    });
    const request = new Request("http://localhost:3000/api/chat", {
      method: "POST",
      headers: { "x-test-user": person.id },
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect((await routes.send(request, { params: Promise.resolve({}) })).status).toBe(413);
    expect(sent).toBeLessThan(1_000_000);
  });

  it("refuses strangers, and pages of other sites", async () => {
    const person = await newPerson();
    const send = (headers: Record<string, string>) =>
      routes.send(
        new Request("http://localhost:3000/api/chat", {
          method: "POST",
          headers,
          body: JSON.stringify(question()),
        }),
        { params: Promise.resolve({}) },
      );
    expect(await refusal(await send({}))).toMatchObject({ status: 401, code: "unauthenticated" });
    for (const foreign of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ])
      expect(
        await refusal(await send({ "x-test-user": person.id, ...foreign } as Record<string, string>)),
      ).toMatchObject({
        status: 403,
        code: "forbidden",
      });
  });

  it("R1: the same message id finds the same run, while it runs and after", async () => {
    const gate = door();
    let asked = 0;
    book.when("twice", () => {
      asked += 1;
      return saying(["once"], gate.wait);
    });
    const person = await newPerson();
    const body = question("twice");
    const simultaneous = await Promise.all([1, 2, 3].map(() => post(person.id, body)));
    const runIds = new Set(simultaneous.map((response) => response.headers.get("x-run-id")));
    expect(runIds.size).toBe(1);
    gate.open();
    const [first, ...others] = await Promise.all(simultaneous.map(readAll));
    for (const other of others) expect(other).toEqual(first);
    expect(await readAll(await post(person.id, body))).toEqual(first);
    expect(asked).toBe(1);
    expect((await loadConversation(person.id, body.id)).messages).toHaveLength(2);
    expect(await database().select().from(outbox)).toEqual([]);
  });

  it("is a conflict while another answer is being written, and leaves no trace then", async () => {
    const gate = door();
    book.when("busy", () => saying(["busy"], gate.wait));
    const person = await newPerson();
    const body = question("busy");
    const reading = readAll(await post(person.id, body));
    await gate.reached;
    const second = question("me too", body.id);
    expect(await refusal(await post(person.id, second))).toMatchObject({ status: 409, code: "conflict" });
    expect((await listMessages(body.id)).map(({ _id }) => _id)).not.toContain(second.message.id);
    gate.open();
    await reading;
  });

  it("R1: exactly one of several simultaneous questions begins", async () => {
    const gate = door();
    const person = await newPerson();
    const conversation = newId();
    const bodies = ["r1", "r2", "r3", "r4"].map((text) => question(text, conversation));
    for (const text of ["r1", "r2", "r3", "r4"]) book.when(text, () => saying([text], gate.wait));
    const responses = await Promise.all(bodies.map((body) => post(person.id, body)));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    gate.open();
    for (const response of responses) await response.text();
    expect((await loadConversation(person.id, conversation)).messages).toHaveLength(2);
    expect(await listMessages(conversation)).toHaveLength(2);
  });

  it("does not write into another person's conversation, or over another's message", async () => {
    book.when("mine", () => saying(["mine"]));
    const [owner, stranger] = [await newPerson(), await newPerson()];
    const body = question("mine");
    await readAll(await post(owner.id, body));
    expect(await refusal(await post(stranger.id, question("hello", body.id)))).toMatchObject({ status: 404 });
    expect(await refusal(await post(stranger.id, { ...body, id: newId() }))).toMatchObject({ status: 409 });
    const view = await loadConversation(owner.id, body.id);
    expect(view.messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
  });

  it("answers again beside the old answer, which the next question does not see", async () => {
    let turn = 0;
    let history: string[] = [];
    book.when("again", () => {
      turn += 1;
      return saying([`answer ${turn}`]);
    });
    book.when("and then", ({ messages }) => {
      history = messages.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.type === "text" ? [part.text] : [])),
      );
      return saying(["then"]);
    });
    const person = await newPerson();
    const body = question("again");
    await readAll(await post(person.id, body));
    const first = (await loadConversation(person.id, body.id)).messages[1]?.id;
    const retry = { trigger: "regenerate-message", id: body.id, messageId: first };
    const retried = await readAll(await post(person.id, retry));
    expect(textIn(chunksIn(retried))).toBe("answer 2");
    expect(await readAll(await post(person.id, retry))).toEqual(retried);
    await readAll(await post(person.id, question("and then", body.id)));
    expect(history).toEqual(["again", "answer 2", "and then"]);
    const view = await loadConversation(person.id, body.id);
    expect(view.messages).toHaveLength(4);
    expect(await refusal(await post(person.id, { ...retry, messageId: newId() }))).toMatchObject({
      status: 404,
    });
  });
});

describe("the AI SDK's own transport, over HTTP", () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer(serveRoutes());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  async function fold(stream: ReadableStream): Promise<UIMessage | undefined> {
    let last: UIMessage | undefined;
    for await (const message of readUIMessageStream({ stream })) last = message;
    return last;
  }

  it("reads an answer, and resumes one", async () => {
    const gate = door();
    book.when("stock", async function* () {
      yield* lookingUp("call-1");
      yield* saying(["half ", "whole"], (index) => (index === 1 ? gate.wait() : Promise.resolve()));
    });
    const person = await newPerson();
    const { id: chatId, message } = question("stock");
    const transport = new DefaultChatTransport({
      api: `${origin}/api/chat`,
      headers: { "x-test-user": person.id },
    });
    const send = await transport.sendMessages({
      chatId,
      messages: [message],
      trigger: "submit-message",
      messageId: undefined,
      abortSignal: undefined,
    });
    const sent = fold(send);
    await gate.reached;
    const resumed = await transport.reconnectToStream({ chatId });
    expect(resumed).not.toBeNull();
    const again = fold(resumed as ReadableStream);
    gate.open();
    expect(await again).toEqual(await sent);
    const view = await loadConversation(person.id, chatId);
    const stock = JSON.parse(JSON.stringify(await sent));
    expect(stock).toMatchObject({
      id: view.messages[1]?.id,
      parts: view.messages[1]?.parts,
      metadata: view.messages[1]?.metadata,
    });
    expect(await transport.reconnectToStream({ chatId })).toBeNull();
    book.when("stock", () => saying(["anew"]));
    const regenerated = await transport.sendMessages({
      chatId,
      messages: [message],
      trigger: "regenerate-message",
      messageId: undefined,
      abortSignal: undefined,
    });
    expect((await fold(regenerated))?.parts.at(-1)).toMatchObject({ type: "text", text: "anew" });
  });

  it("gets a refusal as an error with our words", async () => {
    const person = await newPerson();
    const transport = new DefaultChatTransport({
      api: `${origin}/api/chat`,
      headers: { "x-test-user": person.id },
    });
    const { id: chatId, message } = question("   ");
    const refused = transport.sendMessages({
      chatId,
      messages: [message],
      trigger: "submit-message",
      messageId: undefined,
      abortSignal: undefined,
    });
    await expect(refused).rejects.toThrow("The message is empty.");
  });

  it("goes on when a client closes its connection: only asking stops it", async () => {
    const gate = door();
    book.when("closing", () =>
      saying(["a", "b"], (index) => (index === 1 ? gate.wait() : Promise.resolve())),
    );
    const person = await newPerson();
    const { id: chatId, message } = question("closing");
    const abort = new AbortController();
    const transport = new DefaultChatTransport({
      api: `${origin}/api/chat`,
      headers: { "x-test-user": person.id },
    });
    const stream = await transport.sendMessages({
      chatId,
      messages: [message],
      trigger: "submit-message",
      messageId: undefined,
      abortSignal: abort.signal,
    });
    await gate.reached;
    abort.abort();
    await stream.cancel().catch(() => undefined);
    const other = readAll(await resume(person.id, chatId));
    gate.open();
    expect(textIn(chunksIn(await other))).toBe("ab");
    expect(await (await stop(person.id, chatId)).json()).toMatchObject({ status: "completed" });
  });
});
