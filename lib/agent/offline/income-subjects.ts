import { isCategoryId } from "../../domain/categories";
import { CATALOGUE } from "../../domain/category-catalogue";
import type { Subject } from "./question";

/** "My tax refund", "dividends this year": money that comes in, without a word that says so. */
export const areIncome = (subjects: readonly Subject[]): boolean =>
  subjects.length > 0 &&
  subjects.every(
    ({ categories }) =>
      categories.length > 0 && categories.every((id) => isCategoryId(id) && CATALOGUE[id].group === "income"),
  );
