import { expect, test } from "vitest";
import type { Grounding } from "../../lib/contract/grounding";
import { SAMPLE_RESULTS } from "../../tests/support/sample-results";
import type { ChatUIMessage } from "./chat-message";
import { describePlace } from "./describe-place";
import { findResult } from "./find-result";
import { readCheck, unverifiedNumbers } from "./grounding";

const number = (start: number, end: number, isSure: boolean) => ({
  start,
  end,
  kind: "amount" as const,
  value: "5 USD",
  match: isSure ? { ref: "r1", path: "totals[0]" } : null,
});

const part = (data: unknown, id = "g"): ChatUIMessage["parts"][number] => ({
  type: "data-grounding",
  id,
  data,
});

const first: Grounding = {
  texts: [{ text: 0, numbers: [number(0, 2, false)] }],
  supersedes: [],
  isFinal: false,
};
const second: Grounding = {
  texts: [{ text: 1, numbers: [number(3, 5, true), number(6, 12, false), number(13, 15, false)] }],
  supersedes: [0],
  isFinal: true,
};

test("numbers of texts that were written again count no more; the others are named once, without marks", () => {
  const check = readCheck([part(first, "g0"), part(second, "g1")]);
  expect([...check.superseded]).toEqual([0]);
  expect([readCheck([part(first)]).isRewritten, check.isRewritten]).toEqual([true, false]);
  expect(unverifiedNumbers(["$5 a", "is $6 **$7** $7"], check)).toEqual(["$7"]);
});

test("what this page cannot read marks nothing", () => {
  const check = readCheck([part({ texts: "no" }), part(null)]);
  expect([check.numbers.size, check.superseded.size]).toEqual([0, 0]);
});

test("a result is found by its name among what tools gave", () => {
  const tool = (output: unknown) => ({
    type: "dynamic-tool" as const,
    toolName: "x",
    toolCallId: "c",
    state: "output-available" as const,
    input: {},
    output,
  });
  const result = { ...SAMPLE_RESULTS.names, ref: "r2" };
  const parts = [tool(null), tool({ ref: "r1", kind: "hologram" }), tool(result)];
  expect(findResult(parts, "r2")).toEqual(result);
  expect([findResult(parts, "r1"), findResult(parts, "r9")]).toEqual([null, null]);
});

test.each([
  ["totals[0]", "Totals"],
  ["groups[0].amount", "Groceries: amount"],
  ["groups[0].share", "Groceries: share"],
  ["rows[0].amount", "Orchard Market: amount"],
  ["rowCount", "Row count"],
  ["", null],
  ["nothing[3]", null],
])("the place %j of a result is said as %j", (path, words) => {
  expect(describePlace(SAMPLE_RESULTS.spending, path)).toBe(words);
});
