import { describe, expect, it } from "vitest";
import { message } from "../../tests/support/ask-offline";
import type { ChatMessage } from "../contract/chat";
import { splitTurns, toHistory } from "./history";
import { summaryOf } from "./older-turns";

const turn = (question: string, answer: string, input: object = { period: "last_month" }): ChatMessage[] => {
  const said = message("assistant", answer);
  const look = {
    type: "dynamic-tool",
    toolName: "summarize_spending",
    toolCallId: "c",
    state: "output-available",
    input,
    output: { secret: 1 },
  } as const;
  return [message("user", question), { ...said, parts: [look, ...said.parts] }];
};

const long = (turns: number): ChatMessage[] => [
  ...Array.from({ length: turns }, (_, n) => turn(`question ${n}`, `You spent **$${n}.17**.`)).flat(),
  message("user", "and now?"),
];

describe("a long conversation", () => {
  it("is told word by word within a budget, from a question on, and in a few lines before that", () => {
    const messages = long(40);
    const { older, recent } = splitTurns(messages);
    expect([...older, ...recent]).toEqual(messages);
    expect(recent.length).toBeLessThanOrEqual(30);
    expect(recent[0]?.role).toBe("user");
    const summary = summaryOf(messages) ?? "";
    expect(summary).toContain('"question 20"; looked up summarize_spending {"period":"last_month"}');
    expect(summary.split("\n").length).toBeLessThanOrEqual(25);
  });

  it("has no amount of an earlier answer and no result in its summary", () => {
    expect(summaryOf(long(40))).not.toMatch(/\$|secret|\.17/);
  });

  it("keeps the last question whole, however much there was before it", () => {
    const question = "x".repeat(8_000);
    const messages = [...turn("a", "y".repeat(30_000)), ...long(10).slice(0, -1), message("user", question)];
    expect(toHistory(messages).at(-1)?.text).toBe(question);
    const huge = Array.from({ length: 8 }, () => turn("z".repeat(4_000), "y".repeat(4_000))).flat();
    const history = toHistory([...huge, message("user", question)]);
    expect(history.map(({ text }) => text.length).reduce((sum, length) => sum + length)).toBeLessThanOrEqual(
      24_000,
    );
  });

  it("needs no summary while it is short", () => {
    expect(summaryOf(long(3))).toBeUndefined();
  });

  it("takes a model's summary as far as it reaches, and none of another branch", () => {
    const messages = long(40);
    const upTo = splitTurns(messages).older.at(-3)?.id ?? "";
    const text = "They asked about forty things.";
    const lines = summaryOf(messages, { upTo, text })?.split("\n") ?? [];
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(text);
    expect(summaryOf(messages, { upTo: "elsewhere", text })).not.toContain(text);
  });
});
