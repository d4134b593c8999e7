import { describe, expect, it } from "vitest";
import {
  CATEGORY_IDS,
  categoryLabel,
  categoryNames,
  categoryPhrases,
  findCategories,
  isCategoryId,
} from "./categories";

describe("findCategories", () => {
  it.each([
    ["food shopping", ["groceries"]],
    ["Groceries", ["groceries"]],
    ["GROCERY", ["groceries"]],
    ["gas", ["fuel"]],
    ["gas stations", ["fuel"]],
    ["paycheck", ["salary"]],
    ["Taxis & ride-shares", ["taxi_and_rideshare"]],
    ["internet_and_phone", ["internet_and_phone"]],
    ["eating out", ["restaurants", "coffee", "alcohol"]],
    ["food", ["groceries", "restaurants", "coffee", "alcohol"]],
    ["zebra taming", []],
    ["", []],
    ["constructor", []],
  ])("knows what %j means", (phrase, expected) => {
    expect(findCategories(phrase)).toEqual(expected);
  });

  it("finds every category by its id and its label", () => {
    for (const id of CATEGORY_IDS) {
      expect(findCategories(id)).toContain(id);
      expect(findCategories(categoryLabel(id))).toContain(id);
    }
  });

  it("gives no synonym to two categories", () => {
    const owners = new Map<string, string>();
    for (const id of CATEGORY_IDS) {
      for (const name of new Set(categoryNames(id))) {
        expect(owners.get(name) ?? id, `"${name}"`).toBe(id);
        owners.set(name, id);
      }
    }
  });

  it("finds something for every phrase that it offers", () => {
    for (const phrase of categoryPhrases()) expect(findCategories(phrase), phrase).not.toEqual([]);
  });
});

describe("categoryLabel", () => {
  it("shows an id that only a newer version knows as words", () => {
    expect(categoryLabel("space_travel")).toBe("Space travel");
    expect(isCategoryId("space_travel")).toBe(false);
    expect(isCategoryId("toString")).toBe(false);
  });
});
