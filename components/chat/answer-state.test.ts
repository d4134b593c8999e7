import { describe, expect, test } from "vitest";
import type { RunStatus } from "../../lib/contract/run";
import { activityOf, activityText, answerStatus } from "./answer-state";
import type { ChatUIMessage } from "./chat-message";

const tool = (state: "input-available" | "output-available"): ChatUIMessage["parts"][number] =>
  state === "input-available"
    ? { type: "dynamic-tool", toolName: "t", toolCallId: "c", state, input: {} }
    : { type: "dynamic-tool", toolName: "t", toolCallId: "c", state, input: {}, output: {} };

const answer = (parts: ChatUIMessage["parts"], status?: RunStatus): ChatUIMessage => ({
  id: "a",
  role: "assistant",
  parts,
  ...(status && { metadata: { status } }),
});

describe("how an answer stands", () => {
  test("its own word for its end counts, whoever follows it", () => {
    for (const status of ["completed", "stopped", "interrupted", "failed"] as const) {
      expect(answerStatus(answer([], status), true)).toBe(status);
      expect(answerStatus(answer([], status), false)).toBe(status);
    }
  });

  test("it waits until anything has arrived, then it runs", () => {
    expect(answerStatus(answer([], "queued"), true)).toBe("queued");
    expect(answerStatus(answer([{ type: "step-start" }], "queued"), true)).toBe("running");
  });

  test("one that nobody follows and that never ended was interrupted", () => {
    expect(answerStatus(answer([{ type: "text", text: "You" }], "running"), false)).toBe("interrupted");
  });

  test("old answers that say nothing are complete", () => {
    expect(answerStatus(answer([{ type: "text", text: "You" }]), false)).toBe("completed");
  });
});

describe("what is going on", () => {
  test.each([
    [[], "queued", "waiting"],
    [[], "running", "thinking"],
    [[tool("input-available")], "running", "reading"],
    [[tool("output-available")], "running", "thinking"],
    [[{ type: "text", text: "" }], "running", "thinking"],
    [[tool("output-available"), { type: "text", text: "You" }], "running", "writing"],
  ] as const)("parts %j while %s: %s", (parts, status, activity) => {
    expect(activityOf(answer([...parts]), status)).toBe(activity);
  });

  test("a queue is spoken of once it is one, and a long one is admitted", () => {
    expect(activityText("waiting", 0)).toBe("Starting…");
    expect(activityText("waiting", 3)).toBe("Waiting in the queue…");
    expect(activityText("waiting", 9)).toContain("Still waiting");
  });

  test("a question that the server does not have yet is not said to be in a queue", () => {
    expect(activityText("sending", 0)).toBe("Sending…");
    expect(activityText("sending", 9)).toBe("Still trying to send it…");
  });

  test("the place in the queue is told as the server says it", () => {
    expect(activityText("waiting", 0, 0)).toBe("Next in line…");
    expect(activityText("waiting", 20, 1)).toBe("1 answer ahead of yours…");
    expect(activityText("waiting", 20, 1_200)).toBe("1,200 answers ahead of yours…");
  });
});
