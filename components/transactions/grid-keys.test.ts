import { expect, it } from "vitest";
import { commandOf, moveTo } from "./grid-keys";
import { toItems } from "./list-items";
import { ALL_SELECTED, countSelected, extend, isSelected, NOTHING_SELECTED, toggle } from "./selection";

const press = (key: string, held = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

it("takes letters as well as arrows, and leaves combinations to the browser", () => {
  expect([press("j"), press("ArrowDown"), press("K"), press("x"), press("/")]).toEqual([
    "down",
    "down",
    "up",
    "select",
    "search",
  ]);
  expect([
    press("j", { ctrlKey: true }),
    press("x", { altKey: true }),
    press("f", { metaKey: true }),
  ]).toEqual([undefined, undefined, undefined]);
  expect(press("a", { ctrlKey: true })).toBe("all");
});

it("stays within the rows that are there", () => {
  expect(moveTo("down", -1, 5)).toBe(0);
  expect(moveTo("down", 4, 5)).toBe(4);
  expect(moveTo("up", 0, 5)).toBe(0);
  expect(moveTo("page-down", 1, 5)).toBe(4);
  expect(moveTo("last", 0, 5)).toBe(4);
});

it("selects some, all, and after all only what is chosen again", () => {
  const two = extend(toggle(NOTHING_SELECTED, "a"), ["b"]);
  expect([isSelected(two, "a"), isSelected(two, "c"), countSelected(two, 9)]).toEqual([true, false, 2]);
  expect(countSelected(toggle(two, "a"), 9)).toBe(1);
  expect([isSelected(ALL_SELECTED, "c"), countSelected(ALL_SELECTED, 9)]).toEqual([true, 9]);
  expect(toggle(ALL_SELECTED, "c")).toEqual({ ids: new Set(["c"]), isAll: false });
});

it("names each day once, above its rows", () => {
  const row = { merchant: "Shop", tags: [] } as never as Parameters<typeof toItems>[0][number];
  const rows = [
    { ...row, id: "c", date: "2026-11-02" },
    { ...row, id: "b", date: "2026-11-01" },
    { ...row, id: "a", date: "2026-11-01" },
  ];
  expect(toItems(rows).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    "day 2026-11-02",
    "row c",
    "day 2026-11-01",
    "row b",
    "row a",
  ]);
});
