import { describe, expect, it } from "vitest";
import { findCategories, isCategoryId } from "./categories";
import { categoryWords } from "./category-words";

describe("what people buy", () => {
  it("is filed under a category that there is, in lower case and without punctuation", () => {
    const words = [...categoryWords()];
    expect(words.filter(([, id]) => !isCategoryId(id))).toEqual([]);
    expect(words.filter(([word]) => !/^[a-z0-9 ]+$/.test(word))).toEqual([]);
  });

  it.each([
    ["cat food", "pets"],
    ["landlord", "rent"],
    ["Plane tickets", "flights"],
    ["meds", "pharmacy"],
    ["takeaways", "restaurants"],
  ])("%s is %s", (phrase, id) => expect(findCategories(phrase)).toEqual([id]));

  it("takes no name of a category for something else", () => {
    expect(findCategories("eating out")).toEqual(["restaurants", "coffee", "alcohol"]);
    expect(findCategories("gas")).toEqual(["fuel"]);
  });
});
