import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { type FaultyProxy, startFaultyProxy } from "./support/faulty-proxy";

const PIECES = ["id: 1\ndata: one\n\n", "id: 2\ndata: two\n\n"];
const WHOLE = PIECES.join("");

let behind: Server;
let proxy: FaultyProxy;
let received = 0;

test.beforeAll(async () => {
  behind = createServer((request, response) => {
    received += 1;
    response.writeHead(200, { "content-type": "text/event-stream", "x-host": request.headers.host });
    for (const piece of PIECES) response.write(piece);
    response.end();
  });
  await new Promise<void>((resolve) => behind.listen(0, "127.0.0.1", resolve));
  proxy = await startFaultyProxy();
  proxy.forwardTo(`http://127.0.0.1:${(behind.address() as AddressInfo).port}`);
});

test.afterAll(async () => {
  await proxy.stop();
  behind.close();
});

test.beforeEach(() => {
  received = 0;
});

const ask = (signal?: AbortSignal) =>
  fetch(`${proxy.url}/api/chat`, {
    method: "POST",
    body: JSON.stringify({ message: { id: "m1" } }),
    ...(signal && { signal }),
  });

/** What arrives until the body ends, breaks or has this many bytes. */
async function readUntil(response: Response, bytes: number): Promise<{ text: string; isBroken: boolean }> {
  let text = "";
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  try {
    while (reader && text.length < bytes) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value);
    }
    return { text, isBroken: false };
  } catch {
    return { text, isBroken: true };
  }
}

test("without a fault everything passes, with the browser's own Host", async () => {
  proxy.prepare([]);
  const response = await ask();
  expect(response.headers.get("x-host")).toBe(new URL(proxy.url).host);
  expect(await response.text()).toBe(WHOLE);
  expect(proxy.requests).toEqual([{ method: "POST", path: "/api/chat", messageId: "m1" }]);
});

test("other requests take no fault", async () => {
  proxy.prepare([{ kind: "swallow" }]);
  expect(await (await fetch(`${proxy.url}/chat`)).text()).toBe(WHOLE);
  await expect(ask()).rejects.toThrow();
  expect(received).toBeGreaterThan(1);
});

test("a cut breaks the body inside an event, a false end does not look broken", async () => {
  proxy.prepare([
    { kind: "cut", afterBytes: 20 },
    { kind: "end", afterBytes: 20 },
  ]);
  const cut = await readUntil(await ask(), 1_000);
  expect(cut.isBroken).toBe(true);
  expect(WHOLE.slice(0, 20).startsWith(cut.text)).toBe(true);
  expect(await readUntil(await ask(), 1_000)).toEqual({ text: WHOLE.slice(0, 20), isBroken: false });
});

test("a stall brings what came before it and then nothing, not even an end", async () => {
  proxy.prepare([{ kind: "stall", afterBytes: 20 }]);
  const hangUp = new AbortController();
  const response = await ask(hangUp.signal);
  expect((await readUntil(response, 20)).text).toBe(WHOLE.slice(0, 20));
  hangUp.abort();
});

test("an answer of the proxy's own does not reach the application", async () => {
  proxy.prepare([{ kind: "answer", status: 429, headers: { "retry-after": "3" }, body: { a: 1 } }]);
  const response = await ask();
  expect([response.status, response.headers.get("retry-after"), await response.json()]).toEqual([
    429,
    "3",
    { a: 1 },
  ]);
  expect(received).toBe(0);
});
