import { Lazy, type Iterator as LazyIterator } from "mingo/lazy";
import type { Options } from "mingo/types";
import { badValue } from "../command-error";

/** mingo counts 0 where MongoDB gives no document at all. */
export function $count(documents: LazyIterator, name: string, _options: Options): LazyIterator {
  if (typeof name !== "string" || name === "" || name.startsWith("$") || name.includes(".")) {
    throw badValue("the count field must be a non-empty string without '$' and '.'");
  }
  return documents.transform((items: unknown[]) => Lazy(items.length > 0 ? [{ [name]: items.length }] : []));
}
