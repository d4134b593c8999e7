import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askOffline, message } from "../../tests/support/ask-offline";
import { askRemote, QUESTION } from "../../tests/support/ask-remote";
import { householdWithTraps } from "../../tests/support/household-with-traps";
import {
  type ScriptedModelServer,
  type ScriptedTurn,
  startScriptedModelServer,
} from "../../tests/support/scripted-model-server";
import { buildAgent } from "../agent/agent";
import { answerWith } from "../agent/answer-with";
import { toHistory } from "../agent/history";
import { remoteModel } from "../agent/remote-model";
import type { Grounding } from "../contract/grounding";
import type { StreamChunk } from "../contract/stream-chunk";
import { ChunkFold } from "./fold-chunks";

const LOOK_UP: ScriptedTurn = {
  kind: "tool-calls",
  calls: [{ name: "summarize_spending", args: { period: "last_month", categories: ["groceries"] } }],
};
const says = (text: string): ScriptedTurn => ({ kind: "text", pieces: text.split(/(?<= )/) });

const TRUE = "You spent $174.50 on groceries in October 2026.";
const FALSE = "You spent $174.51 on groceries in October 2026.";

const verdictsOf = (chunks: StreamChunk[]): Grounding[] =>
  chunks.flatMap((chunk) => (chunk.type === "data-grounding" ? [chunk.data] : []));

describe("the check of an answer", () => {
  let model: ScriptedModelServer;
  beforeAll(async () => {
    model = await startScriptedModelServer();
  });
  beforeEach(() => model.script([]));
  afterAll(() => model.stop());

  it("comes after the text, as part of the message, and links each number to its result", async () => {
    model.script([LOOK_UP, says(TRUE)]);
    const { chunks, error } = await askRemote(model.url);
    expect(error).toBeUndefined();
    expect(chunks.at(-1)).toMatchObject({
      type: "data-grounding",
      data: {
        isFinal: true,
        supersedes: [],
        texts: [
          {
            text: 0,
            numbers: [
              { start: 10, end: 17, kind: "amount", match: { ref: "r1", path: "totals[0]" } },
              { kind: "date", value: "2026-10", match: { ref: "r1", path: "period" } },
            ],
          },
        ],
      },
    });
    expect(model.requests).toHaveLength(2);
  });

  it("asks once for an answer without what is unverified; the second text supersedes the first", async () => {
    model.script([LOOK_UP, says(FALSE), says(TRUE)]);
    const { chunks, text } = await askRemote(model.url);
    expect(text).toBe(FALSE + TRUE);
    expect(verdictsOf(chunks)).toMatchObject([
      { isFinal: false, supersedes: [], texts: [{ text: 0 }] },
      { isFinal: true, supersedes: [0], texts: [{ text: 1 }] },
    ]);
    const asked = model.requests.at(-1)?.body.messages.at(-1);
    expect(asked).toMatchObject({ role: "user", content: expect.stringContaining('"$174.51"') });
    const { parts } = ChunkFold.of(chunks);
    const told = toHistory([message("user", QUESTION), { ...message("assistant", ""), parts }]);
    expect(told.map(({ text: one }) => one)).toEqual([QUESTION, TRUE]);
  });

  it("goes on in another process wherever it was cut, and asks with the same bytes", async () => {
    model.script([LOOK_UP, says(FALSE), says(TRUE)]);
    const { chunks } = await askRemote(model.url);
    const asked = model.requests.at(-1)?.body.messages ?? [];
    const agent = buildAgent(
      remoteModel({ model: "scripted-model", apiKey: "test-key", baseUrl: model.url }),
    );
    const checkedAt = chunks.findIndex(({ type }) => type === "data-grounding");
    for (let at = checkedAt + 1; at < chunks.length; at += 1) {
      model.script([says(TRUE)]);
      const begun = chunks.slice(0, at);
      const rest = answerWith(agent, {
        messages: [message("user", QUESTION)],
        ledger: householdWithTraps(),
        person: { name: "Dana" },
        signal: new AbortController().signal,
        unfinished: ChunkFold.of(begun).unfinished(),
      });
      const all = [...begun];
      for await (const chunk of rest) all.push(chunk);
      expect(ChunkFold.of(all).parts).toEqual(ChunkFold.of(chunks).parts);
      for (const { body } of model.requests) expect(body.messages.slice(0, asked.length)).toEqual(asked);
    }
  });

  it("marks what is still unverified after that, and does not ask again", async () => {
    model.script([LOOK_UP, says(FALSE), says(FALSE)]);
    const { chunks } = await askRemote(model.url);
    const [, last] = verdictsOf(chunks);
    expect(last?.isFinal).toBe(true);
    expect(last?.texts[0]?.numbers.map(({ match }) => match === null)).toEqual([true, false]);
    expect(model.requests).toHaveLength(3);
  });

  it("leaves the first answer as it is when the model fails to write it again", async () => {
    model.script([LOOK_UP, says(FALSE), { kind: "status", status: 400 }]);
    const { chunks, text, error } = await askRemote(model.url);
    expect(error).toBeUndefined();
    expect(text).toBe(FALSE);
    expect(verdictsOf(chunks)).toMatchObject([
      { isFinal: false },
      { isFinal: true, supersedes: [], texts: [] },
    ]);
  });

  it("is there without numbers, too: then the answer is known to be whole", async () => {
    model.script([says("You asked about last month, and nothing else.")]);
    const { chunks } = await askRemote(model.url);
    expect(verdictsOf(chunks)).toEqual([{ texts: [], supersedes: [], isFinal: true }]);
  });
});

describe("the offline analyst", () => {
  it.each([
    "Show my spending by category this year",
    "How much did I spend on groceries last month?",
    "groceries in Q3",
    "What are my accounts?",
    "income last month",
    "my last 5 purchases",
    "purchases over $60 in September",
    "spending by month this year",
  ])("states no number that is not in its results: %s", async (question) => {
    const { unverified } = await askOffline(householdWithTraps(), question);
    expect(unverified).toEqual([]);
  });
});
