import { afterAll, beforeAll, expect, it } from "vitest";
import { askRemote } from "../../tests/support/ask-remote";
import {
  type ScriptedModelServer,
  startScriptedModelServer,
} from "../../tests/support/scripted-model-server";

let server: ScriptedModelServer;
const warnings: Error[] = [];
const hear = (warning: Error) => warnings.push(warning);
beforeAll(async () => {
  process.on("warning", hear);
  server = await startScriptedModelServer();
});
afterAll(async () => {
  process.off("warning", hear);
  await server.stop();
});

it("makes as many look-ups as a model asks for in one step, a few at a time, without a warning", async () => {
  const calls = Array.from({ length: 25 }, (_, index) => ({
    name: "summarize_spending",
    args: { period: { start: `2026-01-${String(index + 1).padStart(2, "0")}`, end: "2026-10-31" } },
  }));
  server.script([
    { kind: "tool-calls", calls },
    { kind: "text", pieces: ["Done."] },
  ]);
  const { text, error, chunks } = await askRemote(server.url);
  expect([text, error]).toEqual(["Done.", undefined]);
  expect(chunks.filter(({ type }) => type === "tool-output-available")).toHaveLength(calls.length);
  const toolMessages = server.requests.at(-1)?.body.messages.filter(({ role }) => role === "tool");
  expect(toolMessages).toHaveLength(calls.length);
  // Node tells of them a moment later.
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual([]);
});
