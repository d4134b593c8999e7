import { expect, test } from "vitest";
import { agentTools } from "../../lib/agent/tools/agent-tools";
import { SAMPLE_RESULTS } from "../../tests/support/sample-results";
import { describeTool } from "./describe-tool";
import { readToolOutput } from "./read-tool-output";

test("outputs are read as result, as failure in words, or as unknown", () => {
  const { spending } = SAMPLE_RESULTS;
  expect(readToolOutput(spending)).toEqual({ kind: "result", result: spending });
  expect(
    readToolOutput({ error: { code: "unknown_account", message: "No such account.", hint: "Ask for all." } }),
  ).toEqual({
    kind: "failure",
    message: "No such account. Ask for all.",
  });
  expect(readToolOutput({ kind: "hologram" })).toEqual({ kind: "unknown" });
  expect(readToolOutput(undefined)).toEqual({ kind: "unknown" });
});

test("every tool of the agent has words for what it does, and no two the same", () => {
  const words = agentTools().map(({ name }) => describeTool(name));
  expect(words).not.toContain(describeTool("no_such_tool"));
  expect(new Set(words).size).toBe(words.length);
});
