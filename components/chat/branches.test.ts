import { describe, expect, it } from "vitest";
import { leaveBehind, versionsOf } from "./branches";
import type { ChatUIMessage } from "./chat-message";

const question = (id: string): ChatUIMessage => ({ id, role: "user", parts: [] });
const answer = (id: string, runId: string | undefined = `run of ${id}`): ChatUIMessage => ({
  id,
  role: "assistant",
  parts: [],
  ...(runId && { metadata: { runId } }),
});

const path = [question("1"), answer("2"), question("3"), answer("4")];

describe("the versions of shown messages", () => {
  it("are the messages at the same place, the oldest first", () => {
    const elsewhere = [
      { id: "0", parentId: null },
      { id: "9", parentId: "2" },
      { id: "5", parentId: "9" },
    ];
    expect([...versionsOf(path, elsewhere)]).toEqual([
      ["1", { ids: ["0", "1"], at: 1 }],
      ["3", { ids: ["3", "9"], at: 0 }],
    ]);
  });

  it("are counted once, also while the same message is told twice", () => {
    expect(versionsOf(path, [{ id: "4", parentId: "3" }]).size).toBe(0);
  });
});

describe("what is left for another branch", () => {
  it("stays where it was in the tree", () => {
    const elsewhere = leaveBehind([], path, 2);
    expect(elsewhere).toEqual([
      { id: "3", parentId: "2" },
      { id: "4", parentId: "3" },
    ]);
    expect(versionsOf([...path.slice(0, 2), question("5")], elsewhere).get("5")).toEqual({
      ids: ["3", "5"],
      at: 1,
    });
  });

  it("cannot be gone back to when nothing of it ever came", () => {
    expect(leaveBehind([], [question("1"), { id: "2", role: "assistant", parts: [] }], 1)).toEqual([]);
  });
});
