import type { Item } from "../db/queries/items";
import { classOfCode } from "../plaid/errors";
import { isOurProblem } from "./our-problems";

/**
 * Whether no waiting and no signing in brings this connection back, although what came through it is kept: its token
 * opens nothing, or Plaid no longer offers the bank. Only a new link helps.
 */
export function isLost({ status, errorCode }: Pick<Item, "status" | "errorCode">): boolean {
  if (status !== "error" || errorCode === null) return false;
  if (isOurProblem(errorCode)) return errorCode === "TOKEN_UNREADABLE" || errorCode === "TOKEN_LOST";
  return ["gone", "unsupported"].includes(classOfCode(errorCode));
}
