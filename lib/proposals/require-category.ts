import { type CategoryId, isCategoryId } from "../domain/categories";
import { AppError } from "../errors";

/** @throws {AppError} `invalid` for a category that does not exist */
export function requireCategory(category: string): CategoryId {
  if (isCategoryId(category)) return category;
  throw new AppError("invalid", "There is no such category. Choose one of the list.");
}
