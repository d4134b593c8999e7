import { describe, expect, it } from "vitest";
import type { MessageDocument } from "../documents/message-model";
import { threadTo } from "./thread";

const message = (id: string, parentId: string | null): MessageDocument => ({
  _id: id,
  parentId,
  conversationId: "c",
  userId: "u",
  role: "user",
  parts: [],
  metadata: null,
  seq: 0,
  attempt: 0,
  createdAt: new Date(0),
});
const ids = (line: MessageDocument[]) => line.map(({ _id }) => _id);

describe("the line to a message", () => {
  const tree = [message("q1", null), message("a1", "q1"), message("a1b", "q1"), message("q2", "a1")];

  it("holds its ancestors in order and no other branch", () => {
    expect(ids(threadTo(tree, "q2"))).toEqual(["q1", "a1", "q2"]);
    expect(ids(threadTo(tree, "a1b"))).toEqual(["q1", "a1b"]);
  });

  it("is empty for a message that is not there", () => {
    expect(threadTo(tree, "gone")).toEqual([]);
  });

  it("ends where data that must not be forms a loop", () => {
    expect(ids(threadTo([message("a", "b"), message("b", "a")], "a"))).toEqual(["b", "a"]);
  });
});
