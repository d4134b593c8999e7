import { describe, expect, it } from "vitest";
import { type JudgedMessage, type JudgedRun, judge, type Stored } from "./judge";
import { planFor, questionOf, textOf } from "./plan";
import { newStory, type Story } from "./story";

const plan = planFor(1, 1, { answerMs: [2_000, 2_000] });
const WHOLE = textOf(plan);

function message(
  id: string,
  role: "user" | "assistant",
  text: string,
  status?: JudgedRun["status"],
): JudgedMessage {
  return {
    _id: id,
    role,
    parentId: role === "user" ? null : "question",
    parts: [{ type: "text", text }],
    metadata: status ? { status } : null,
  };
}

const run = (answer: string, status: JudgedRun["status"], stopSeenSeq: number | null = null): JudgedRun => ({
  id: `run of ${answer}`,
  status,
  attempt: 1,
  assistantMessageId: answer,
  stopSeenSeq,
});

const story = (change: Partial<Story> = {}): Story => ({
  ...newStory(plan, { userId: "robin", cookie: "" }, { conversationId: "c", messageId: "question" }),
  screen: { as: "completed", text: WHOLE },
  ...change,
});

const question = message("question", "user", questionOf(plan));
const completed: Stored = {
  chain: [run("a1", "completed")],
  messages: [question, message("a1", "assistant", WHOLE, "completed")],
};
const asked = (one: Story, stored: Stored, conflicts: Parameters<typeof judge>[2]["conflicts"] = []) =>
  judge(one, stored, { stories: [one], conflicts });

describe("the judge of answers under faults", () => {
  it("has nothing to say about an answer that is whole", () => {
    expect(asked(story(), completed)).toEqual([]);
  });

  it("allows an early end that was asked for again, and no second run without that", () => {
    const twice: Stored = {
      chain: [run("a1", "interrupted"), run("a2", "completed")],
      messages: [
        question,
        message("a1", "assistant", WHOLE.slice(0, 9), "interrupted"),
        message("a2", "assistant", WHOLE, "completed"),
      ],
    };
    expect(asked(story({ retries: 1 }), twice)).toEqual([]);
    expect(asked(story(), twice).join()).toMatch(/doubled: 2 runs after 0 retries/);
  });

  it("allows a stopped answer that is what was on the screen, and one word more never", () => {
    const kept = WHOLE.slice(0, 12);
    const stopped = story({ wasStopped: true, screen: { as: "stopped", text: kept } });
    const store = (text: string): Stored => ({
      chain: [run("a1", "stopped", 5)],
      messages: [question, message("a1", "assistant", text, "stopped")],
    });
    expect(asked(stopped, store(kept))).toEqual([]);
    expect(asked(stopped, store(WHOLE.slice(0, 20))).join()).toMatch(/stored, not on the screen/);
    expect(asked(story(), store(WHOLE)).join()).toMatch(/ended as stopped/);
  });

  it.each([
    ["a lost word", WHOLE.replace(/q1w3 /, ""), /not what the model said/],
    ["a doubled word", WHOLE.replace(/q1w3 /, "q1w3 q1w3 "), /not what the model said/],
    ["a lost end", WHOLE.slice(0, -3), /not what the model said/],
  ])("finds %s", (_, text, rule) => {
    const stored = { ...completed, messages: [question, message("a1", "assistant", text, "completed")] };
    expect(asked(story({ screen: { as: "completed", text } }), stored).join()).toMatch(rule);
  });

  it("finds what is lost, doubled or never ends", () => {
    expect(asked(story(), { chain: [], messages: [question] }).join()).toMatch(/lost/);
    expect(asked(story(), { ...completed, chain: [run("a1", "running")] }).join()).toMatch(/still running/);
    const twoQuestions = [question, message("other", "user", "?"), ...completed.messages.slice(1)];
    expect(asked(story(), { ...completed, messages: twoQuestions }).join()).toMatch(
      /2 questions stored, 1 asked/,
    );
    const ghost = [...completed.messages, message("ghost", "assistant", WHOLE, "completed")];
    expect(asked(story(), { ...completed, messages: ghost }).join()).toMatch(/no run has written/);
    expect(asked(story({ screen: null }), completed).join()).toMatch(/never ended/);
  });

  it("finds two texts under one number, unless a stop took them back", () => {
    const conflict = (seq: number) => [{ runId: "run of a1", seq, first: "x", other: "y" }];
    expect(asked(story(), completed, conflict(6)).join()).toMatch(/chunk 6 had two texts/);
    const text = WHOLE.slice(0, 4);
    const stopped = story({ wasStopped: true, screen: { as: "stopped", text } });
    const stored: Stored = {
      chain: [run("a1", "stopped", 5)],
      messages: [question, message("a1", "assistant", text, "stopped")],
    };
    expect(asked(stopped, stored, conflict(6))).toEqual([]);
    expect(asked(stopped, stored, conflict(5)).join()).toMatch(/chunk 5/);
  });
});
