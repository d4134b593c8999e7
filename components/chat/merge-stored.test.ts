import { expect, test } from "vitest";
import type { RunStatus } from "../../lib/contract/run";
import type { ChatUIMessage } from "./chat-message";
import { mergeStored } from "./merge-stored";

const question = (id: string): ChatUIMessage => ({ id, role: "user", parts: [{ type: "text", text: id }] });
const answer = (id: string, text: string, status?: RunStatus): ChatUIMessage => ({
  id,
  role: "assistant",
  parts: [{ type: "text", text }],
  ...(status && { metadata: { status } }),
});

test("messages of another device come in, and those that are shown stay the same objects", () => {
  const shown = [question("q1"), answer("a1", "One.", "completed")];
  const stored = [question("q1"), answer("a1", "One.", "completed"), question("q2")];
  const merged = mergeStored(shown, stored);
  expect(merged?.map(({ id }) => id)).toEqual(["q1", "a1", "q2"]);
  expect(merged?.slice(0, 2)).toEqual(shown);
  expect(merged?.[1]).toBe(shown[1]);
});

test("R12: an answer that ended here is never replaced by a shorter copy", () => {
  const shown = [question("q1"), answer("a1", "One and two.", "stopped")];
  expect(mergeStored(shown, [question("q1"), answer("a1", "One", "stopped")])).toEqual(shown);
});

test("an answer whose end this page missed gets it", () => {
  const shown = [question("q1"), answer("a1", "One and", "running")];
  const merged = mergeStored(shown, [question("q1"), answer("a1", "One and two.", "completed")]);
  expect(merged?.[1]).toMatchObject({ parts: [{ text: "One and two." }], metadata: { status: "completed" } });
});

test("a stored copy that lacks a message of this page is older than the page", () => {
  expect(mergeStored([question("q1"), question("q2")], [question("q1")])).toBeNull();
});

test("a branch that another device began is shown, one that it only looks at is not", () => {
  const shown = [question("q1"), answer("a1", "One.", "completed")];
  const there = { elsewhere: [{ id: "a1", parentId: "q1" }] };
  const stored = [question("q1"), answer("a2", "Two.", "completed")];
  expect(mergeStored(shown, stored, { elsewhere: [] }, there)).toEqual(stored);
  expect(mergeStored(shown, stored, { elsewhere: [{ id: "a2", parentId: "q1" }] }, there)).toBeNull();
});
