import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askRemote } from "../../tests/support/ask-remote";
import {
  type ScriptedModelServer,
  startScriptedModelServer,
} from "../../tests/support/scripted-model-server";
import { AppError } from "../errors";

let server: ScriptedModelServer;
beforeAll(async () => {
  server = await startScriptedModelServer();
});
afterAll(() => server.stop());

const ask = (options?: Parameters<typeof askRemote>[1]) => askRemote(server.url, options);

function expectAppError(error: unknown, code: AppError["code"], words: RegExp) {
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code });
  expect((error as AppError).message).toMatch(words);
}

describe("a model that has trouble", () => {
  it.each([
    ["a 429 without Retry-After", { kind: "status", status: 429 } as const],
    ["a 429 with Retry-After", { kind: "status", status: 429, headers: { "retry-after": "1" } } as const],
    ["a 500", { kind: "status", status: 500 } as const],
  ])("is asked again after %s, before any text", async (_, trouble) => {
    server.script([trouble, { kind: "text", pieces: ["All good."] }]);
    const answer = await ask();
    expect(answer.error).toBeUndefined();
    expect(answer.text).toBe("All good.");
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    [{ kind: "status", status: 401 } as const, "internal", /OPENAI_API_KEY/],
    [{ kind: "status", status: 404 } as const, "internal", /OPENAI_MODEL/],
    [{ kind: "status", status: 429, code: "insufficient_quota" } as const, "internal", /credit/],
    [{ kind: "status", status: 429, headers: { "retry-after": "3600" } } as const, "rate_limited", /busy/],
    [{ kind: "status", status: 400, code: "context_length_exceeded" } as const, "too_large", /too long/],
    [{ kind: "status", status: 400 } as const, "internal", /did not accept/],
  ] as const)("is not asked again after %j", async (trouble, code, words) => {
    server.script([trouble]);
    const answer = await ask();
    expectAppError(answer.error, code, words);
    expect(server.requests).toHaveLength(1);
    expect(answer.chunks).toEqual([]);
  });

  it("that stays down is given up after three tries, and asking later can help", async () => {
    server.script([{ kind: "status", status: 503 }]);
    const answer = await ask();
    expectAppError(answer.error, "unavailable", /has a problem/);
    expect((answer.error as AppError).retryable).toBe(true);
    expect(server.requests).toHaveLength(3);
  }, 20_000);

  it("that is cut off mid-sentence is never asked again: the text was seen", async () => {
    server.script([{ kind: "cut", pieces: ["You spent "] }]);
    const answer = await ask();
    expect(answer.text).toBe("You spent ");
    expectAppError(answer.error, "unavailable", /connection to the language model broke/);
    expect(server.requests).toHaveLength(1);
  });

  it("that sends something unreadable ends the answer with an error", async () => {
    server.script([{ kind: "malformed", pieces: ["You "] }]);
    const answer = await ask();
    expect(answer.text).toBe("You ");
    expect(answer.error).toBeInstanceOf(AppError);
    expect(server.requests).toHaveLength(1);
  });

  it("that never answers is given up after the connect timeout", async () => {
    server.script([{ kind: "silence", afterHeaders: false }]);
    const answer = await ask({ connectTimeoutMilliseconds: 400 });
    expectAppError(answer.error, "unavailable", /did not answer in time/);
    expect(server.requests).toHaveLength(1);
  });

  it("that cannot be reached at all says so", async () => {
    const { error } = await askRemote("http://127.0.0.1:9/v1");
    expectAppError(error, "unavailable", /connection to the language model broke/);
  }, 20_000);
});

describe("an abort", () => {
  it.each([
    [
      "while text comes in",
      { kind: "text", pieces: Array(200).fill("word "), pieceMilliseconds: 20 } as const,
    ],
    ["while a started answer is silent", { kind: "silence", afterHeaders: true } as const],
    ["before any answer", { kind: "silence", afterHeaders: false } as const],
  ])("ends %s and closes the connection, without waiting for the model", async (_, turn) => {
    server.script([turn]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("stopped by the person")), 250);
    const answer = await ask({ signal: controller.signal });
    expect(answer.error).toMatchObject({ message: "stopped by the person" });
    await expect.poll(() => server.requests[0]?.closedByClientAt, { timeout: 10_000 }).toBeTypeOf("number");
  });
});
