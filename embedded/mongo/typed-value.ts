import { BSONRegExp, Double, Int32, Long } from "bson";
import { BsonKey, originalOf } from "./bson-key";
import { isBsonNumber, isPlainDocument, numberOf } from "./bson-view";
import { notSupported } from "./command-error";
import { fromRegExp } from "./regular-expression";

type BsonNumber = Int32 | Double | Long;

/** Number types that the request spelled out, by value: `$inc` by a long makes a long. */
type NumberHints = ReadonlyMap<number, BsonNumber>;

export interface TypedOptions {
  hints?: NumberHints;
  /** Fields come in the order of the origin: what a projection promises. */
  originOrder?: boolean;
}

/**
 * The way back from a view to BSON types. A JavaScript number does not say whether it was an int, a long or a
 * double; `origin`, the typed value that stood at the same path before, does.
 */
export function toTyped(view: unknown, origin: unknown, options: TypedOptions = {}): unknown {
  if (typeof view === "number") return typedNumber(view, origin, options.hints);
  if (view instanceof BsonKey) return originalOf(view);
  if (view instanceof RegExp) return origin instanceof BSONRegExp ? origin : fromRegExp(view);
  if (typeof view === "bigint") return Long.fromBigInt(view);
  if (view === undefined || typeof view === "function" || typeof view === "symbol") return null;
  if (Array.isArray(view)) return typedArray(view, origin, options);
  if (isPlainDocument(view)) return typedDocument(view, origin, options);
  return view;
}

export function typedDocument(view: object, origin: unknown, options: TypedOptions = {}) {
  const before = isPlainDocument(origin) ? origin : {};
  const names = Object.keys(view);
  const known = options.originOrder ? Object.keys(before).filter((name) => Object.hasOwn(view, name)) : [];
  const typed: Record<string, unknown> = {};
  for (const name of new Set([...known, ...names])) {
    const value: unknown = Reflect.get(view, name);
    if (value !== undefined) typed[name] = toTyped(value, before[name], options);
  }
  return typed;
}

function typedArray(view: unknown[], origin: unknown, options: TypedOptions): unknown[] {
  const before: unknown[] = Array.isArray(origin) ? origin : [];
  // Elements move when one is pulled, so a number also finds its type among its old neighbours.
  const byValue = new Map<number, BsonNumber>(options.hints);
  for (const item of before) if (isBsonNumber(item)) byValue.set(numberOf(item), item);
  // Array.from, not map: mingo may leave holes, which MongoDB stores as null.
  return Array.from(view, (item, index) => toTyped(item, before[index], { ...options, hints: byValue }));
}

function typedNumber(value: number, origin: unknown, hints?: NumberHints): BsonNumber {
  if (isBsonNumber(origin) && Object.is(numberOf(origin), value)) return origin;
  const hint = hints?.get(value);
  if (hint !== undefined) return hint;
  if (origin instanceof Double) return new Double(value);
  if (origin instanceof Long && Number.isInteger(value)) return exactLong(value);
  if ((value | 0) === value && !Object.is(value, -0)) return new Int32(value);
  // MongoDB widens an int that overflows to a long.
  if (origin instanceof Int32 && Number.isInteger(value)) return exactLong(value);
  return new Double(value);
}

function exactLong(value: number): Long {
  if (!Number.isSafeInteger(value)) throw notSupported("Arithmetic on integers beyond 2^53");
  return Long.fromNumber(value);
}

/** Every long and every double without a fraction in a request, by its value. */
export function collectHints(value: unknown, hints = new Map<number, BsonNumber>()): Map<number, BsonNumber> {
  if (value instanceof Double || value instanceof Long) {
    if (isBsonNumber(value)) hints.set(numberOf(value), value);
  } else if (Array.isArray(value)) {
    for (const item of value) collectHints(item, hints);
  } else if (isPlainDocument(value)) {
    for (const item of Object.values(value)) collectHints(item, hints);
  }
  return hints;
}
