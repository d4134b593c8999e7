import { expect, test } from "vitest";
import { groupConversations } from "./group-conversations";

const at = (id: string, updatedAt: string) => ({ id, title: id, updatedAt, activeRunId: null });

test("conversations are grouped by the day on the person's own wall, newest first", () => {
  const groups = groupConversations(
    [
      at("july", "2026-07-04T12:00:00Z"),
      at("late yesterday in New York", "2026-11-24T04:30:00Z"),
      at("this morning", "2026-11-24T14:00:00Z"),
      at("noon", "2026-11-24T17:00:00Z"),
      at("last week", "2026-11-19T12:00:00Z"),
      at("early November", "2026-11-02T12:00:00Z"),
    ],
    { now: new Date("2026-11-24T18:00:00Z"), timeZone: "America/New_York" },
  );
  expect(groups.map((group) => [group.label, group.conversations.map(({ id }) => id)])).toEqual([
    ["Today", ["noon", "this morning"]],
    ["Yesterday", ["late yesterday in New York"]],
    ["Previous 7 days", ["last week"]],
    ["November 2026", ["early November"]],
    ["July 2026", ["july"]],
  ]);
});

test("a clock that runs behind does not put a conversation into the future", () => {
  const [group] = groupConversations([at("a", "2026-11-25T00:10:00Z")], {
    now: new Date("2026-11-24T23:59:00Z"),
    timeZone: "UTC",
  });
  expect(group?.label).toBe("Today");
});

test("the pinned come first, whenever they were touched, and the archived are left out", () => {
  const groups = groupConversations(
    [
      at("today", "2026-11-24T17:00:00Z"),
      { ...at("pinned in July", "2026-07-04T12:00:00Z"), isPinned: true },
      { ...at("archived", "2026-11-24T17:30:00Z"), isArchived: true },
      { ...at("pinned yesterday", "2026-11-23T12:00:00Z"), isPinned: true },
    ],
    { now: new Date("2026-11-24T18:00:00Z"), timeZone: "UTC" },
  );
  expect(groups.map((group) => [group.label, group.conversations.map(({ id }) => id)])).toEqual([
    ["Pinned", ["pinned yesterday", "pinned in July"]],
    ["Today", ["today"]],
  ]);
});
