import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { message } from "../../tests/support/ask-offline";
import { newPerson } from "../../tests/support/chat-harness";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import {
  type ScriptedModelServer,
  startScriptedModelServer,
} from "../../tests/support/scripted-model-server";
import { buildAgent } from "../agent/agent";
import { answerWith } from "../agent/answer-with";
import { remoteModel } from "../agent/remote-model";
import { summarise } from "../agent/summarise";
import type { ChatMessage } from "../contract/chat";
import { database } from "../db/client";
import { touchConversation } from "../db/queries/conversations";
import { findSummary, keepSummary } from "./keep-summary";

const modelAt = (baseUrl: string) => remoteModel({ model: "scripted-model", apiKey: "test-key", baseUrl });

let server: ScriptedModelServer;
beforeAll(async () => {
  server = await startScriptedModelServer();
  Object.assign(process.env, { OPENAI_BASE_URL: server.url, OPENAI_MODEL: "scripted-model" });
});
afterAll(() => server.stop());

const talk = (): ChatMessage[] => [
  ...Array.from({ length: 25 }, (_, n) => [
    message("user", `Was account 123456789 of Dana Smith used in month ${n}?`),
    message("assistant", "Yes."),
  ]).flat(),
  message("user", "How much was it?"),
];

describe("a model's summary of older turns", () => {
  it("is kept for the next question, without amounts, of what was redacted before it was sent", async () => {
    const { id: userId } = await newPerson();
    const conversationId = newId();
    await touchConversation(database(), { id: conversationId, userId, title: "Test" });
    server.script([{ kind: "text", pieces: ["They asked about one account; it came to $123.45."] }]);
    const messages = talk();
    await keepSummary({ userId, conversationId, messages, personName: "Dana Smith" });
    expect(await findSummary({ userId, conversationId })).toMatchObject({
      text: "They asked about one account; it came to ….",
    });
    const sent = JSON.stringify(server.requests[0]?.body.messages);
    expect(sent).toContain("••••6789 of [account holder]");
    expect(sent).not.toMatch(/123456789|Dana Smith/);
    const stranger = (await newPerson()).id;
    expect(await findSummary({ userId: stranger, conversationId })).toBeUndefined();
  });

  it("is not left behind by a conversation that was deleted meanwhile", async () => {
    const { id: userId } = await newPerson();
    const conversation = { userId, conversationId: newId() };
    server.script([{ kind: "text", pieces: ["A summary."] }]);
    await keepSummary({ ...conversation, messages: talk(), personName: "Dana" });
    expect(server.requests).toHaveLength(1);
    expect(await findSummary(conversation)).toBeUndefined();
  });

  it("is not asked for while there is little to sum up", async () => {
    server.script([{ kind: "text", pieces: ["A summary."] }]);
    const wanted = { messages: talk().slice(-9), kept: undefined, personName: "Dana" };
    const signal = new AbortController().signal;
    expect(await summarise(modelAt(server.url), { ...wanted, signal })).toBeUndefined();
    expect(server.requests).toHaveLength(0);
  });

  it("is told to the next answer, and its numbers are no evidence", async () => {
    const messages = talk();
    const upTo = messages[19]?.id ?? "";
    server.script([{ kind: "text", pieces: ["It was $77.31."] }]);
    const chunks = answerWith(buildAgent(modelAt(server.url)), {
      messages,
      ledger: householdWithTraps(),
      person: { name: "Dana" },
      background: { memories: ["My rent is $77.31"] },
      summary: { upTo, text: "They had found $77.31." },
      signal: new AbortController().signal,
    });
    const matches: unknown[] = [];
    for await (const chunk of chunks)
      if (chunk.type === "data-grounding")
        for (const { numbers } of chunk.data.texts) matches.push(...numbers.map(({ match }) => match));
    expect(JSON.stringify(server.requests[0]?.body.messages[0])).toContain("They had found $77.31.");
    expect(matches.length).toBeGreaterThan(0);
    expect(matches.every((match) => match === null)).toBe(true);
  });
});
