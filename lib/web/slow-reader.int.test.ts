import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newPerson, post, question, until } from "../../tests/support/chat-harness";
import { serveRoutes } from "../../tests/support/serve-routes";
import { appendToLog, openLog } from "../stream/run-log";

const CHUNKS = 4_000;
const MORE = 500;
const CHUNK = JSON.stringify({ type: "text-delta", id: "t", delta: "x".repeat(8_192) });
const BATCH = 100;

const responses: ServerResponse[] = [];
const routes = serveRoutes();
const server = createServer((request, response) => {
  responses.push(response);
  void routes(request, response);
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

async function write(runId: string, from: number, count: number, isLast: boolean) {
  for (let after = from; after < from + count; after += BATCH) {
    const terminal = isLast && after + BATCH === from + count;
    await appendToLog(runId, { attempt: 1, after, chunks: Array(BATCH).fill(CHUNK), terminal });
  }
}

/** What this process keeps for the reader: neither in Redis any more nor with the kernel. */
const kept = (response: ServerResponse | undefined) =>
  (response?.writableLength ?? 0) + (response?.socket?.writableLength ?? 0);

async function readNumbers(socket: Socket, enough: number): Promise<number[]> {
  const numbers: number[] = [];
  let rest = "";
  for await (const bytes of socket) {
    const lines = (rest + (bytes as Buffer).toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("id: ")) numbers.push(Number(line.slice(4)));
    if (numbers.length >= enough) break;
  }
  return numbers;
}

it("keeps next to nothing for a reader that has stopped reading, and loses nothing of what it gets later", async () => {
  const person = await newPerson();
  const asked = question();
  const posted = await post(person.id, asked);
  await posted.body?.cancel();
  const runId = posted.headers.get("x-run-id") ?? "";
  await openLog(runId, 1);
  await write(runId, 0, CHUNKS, false);
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.pause();
  socket.write(
    `GET /api/chat/${asked.id}/stream?run=${runId} HTTP/1.1\r\nhost: localhost\r\nx-test-user: ${person.id}\r\n\r\n`,
  );
  await until(() => responses.length === 1);
  const [response] = responses;
  let most = 0;
  let before = -1;
  let still = 0;
  // Until the pipe to the reader is full.
  await until(() => {
    most = Math.max(most, kept(response));
    const sent = response?.socket?.bytesWritten ?? 0;
    still = sent > 0 && sent === before ? still + 1 : 0;
    before = sent;
    return still > 20;
  });
  // Published while nobody takes it.
  await write(runId, CHUNKS, MORE, true);
  most = Math.max(most, kept(response));
  expect(before).toBeLessThan((CHUNKS * CHUNK.length) / 2);
  expect(most).toBeLessThan(1_500_000);
  const numbers = await readNumbers(socket, CHUNKS + MORE);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(numbers).toHaveLength(CHUNKS + MORE);
  socket.destroy();
});
