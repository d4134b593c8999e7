import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { message } from "../../tests/support/ask-offline";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import {
  type ScriptedModelServer,
  startScriptedModelServer,
} from "../../tests/support/scripted-model-server";
import { type Agent, buildAgent } from "../agent/agent";
import { AnswerChanged } from "../agent/answer-changed";
import { answerWith } from "../agent/answer-with";
import { GO_ON, type UnfinishedAnswer } from "../agent/continuing";
import { OfflineAnalyst } from "../agent/offline/offline-analyst";
import { remoteModel } from "../agent/remote-model";
import type { MessagePart } from "../contract/chat";
import type { StreamChunk } from "../contract/stream-chunk";
import { ChunkFold } from "./fold-chunks";

const QUESTION = message("user", "Show my spending by category this year");

async function chunksOf(agent: Agent, unfinished?: UnfinishedAnswer): Promise<StreamChunk[]> {
  const signal = new AbortController().signal;
  const request = { messages: [QUESTION], ledger: householdWithTraps(), person: { name: "Dana" }, signal };
  const chunks: StreamChunk[] = [];
  for await (const chunk of answerWith(agent, { ...request, unfinished })) chunks.push(chunk);
  return chunks;
}

/** What a reader has at the end, without the ids of calls, which are made up anew when a call is lost. */
const partsOf = (chunks: StreamChunk[]): MessagePart[] =>
  ChunkFold.of(chunks).parts.map((part) =>
    part.type === "dynamic-tool" ? { ...part, toolCallId: "call" } : part,
  );

async function cutAndGoOn(agent: Agent, whole: StreamChunk[], at: number): Promise<MessagePart[]> {
  const begun = whole.slice(0, at);
  return partsOf([...begun, ...(await chunksOf(agent, ChunkFold.of(begun).unfinished()))]);
}

/** The first chunk that a reader can see. */
const firstShown = (chunks: StreamChunk[]) => chunks.findIndex(({ type }) => type.startsWith("tool-")) + 1;

describe("an answer of the offline analyst that was begun elsewhere", () => {
  const agent = buildAgent(new OfflineAnalyst({ pace: { pieceMilliseconds: 0, maxPieces: 64 } }));

  it("is the same answer, wherever it was cut", async () => {
    const whole = await chunksOf(agent);
    const cuts = fc.integer({ min: firstShown(whole), max: whole.length - 2 });
    const cutAt = async (at: number): Promise<void> => {
      expect(await cutAndGoOn(agent, whole, at)).toEqual(partsOf(whole));
    };
    for (const at of [firstShown(whole), firstShown(whole) + 1, whole.length - 2]) await cutAt(at);
    await fc.assert(fc.asyncProperty(cuts, cutAt), { numRuns: 15 });
  });

  it("is refused when it would read differently by now", async () => {
    const begun = (await chunksOf(agent))
      .slice(0, -6)
      .concat({ type: "text-delta", id: "text-2", delta: "?" });
    const unfinished = ChunkFold.of(begun).unfinished();
    await expect(chunksOf(agent, unfinished)).rejects.toBeInstanceOf(AnswerChanged);
  });
});

describe("an answer of a remote model that was begun elsewhere", () => {
  let model: ScriptedModelServer;
  let agent: Agent;
  beforeAll(async () => {
    model = await startScriptedModelServer([
      {
        kind: "by-request",
        turn: ({ messages }) =>
          messages.some(({ role }) => role === "tool")
            ? { kind: "text", pieces: ["You ", "spent ", "a lot ", "on groceries."], repeatedCharacters: 12 }
            : { kind: "tool-calls", text: "Let me see.", calls: [{ name: "get_accounts", args: {} }] },
      },
    ]);
    agent = buildAgent(remoteModel({ model: "scripted-model", apiKey: "test", baseUrl: model.url }));
  });
  afterAll(() => model.stop());

  it("reads as if nobody had interrupted it, and the model is sent the same bytes as before it", async () => {
    const whole = await chunksOf(agent);
    const sent = model.requests.at(-1)?.body.messages ?? [];
    for (let at = firstShown(whole); at < whole.length - 1; at += 1) {
      expect(await cutAndGoOn(agent, whole, at)).toEqual(partsOf(whole));
      const again = model.requests.at(-1)?.body.messages ?? [];
      expect(again.slice(0, sent.length)).toEqual(sent);
      const added = again.slice(sent.length);
      if (added.length > 0) expect(added[1]).toEqual({ role: "user", content: GO_ON });
      expect(added[0]?.role).toBe(added.length > 0 ? "assistant" : undefined);
    }
  });
});
