import { BinaryKey, BsonKey, ExactNumberKey, ObjectIdKey, TimestampKey } from "./bson-key";

/**
 * Where a value's type stands in MongoDB's order of types, which mingo does not keep (a boolean comes after an
 * ObjectId, a missing field counts as null). https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export function typeRank(value: unknown): number {
  if (value === null || value === undefined) return 1;
  switch (typeof value) {
    case "number":
      return Number.isNaN(value) ? 2 : 3;
    case "string":
      return 4;
    case "boolean":
      return 9;
    default:
      return objectRank(value);
  }
}

function objectRank(value: unknown): number {
  if (value instanceof ExactNumberKey) return 3;
  if (Array.isArray(value)) return 6;
  if (value instanceof BinaryKey) return 7;
  if (value instanceof ObjectIdKey) return 8;
  if (value instanceof Date) return 10;
  if (value instanceof TimestampKey) return 11;
  if (value instanceof RegExp) return 12;
  return value instanceof BsonKey ? 13 : 5;
}

/** MongoDB's name of a view's type, as `$type` takes it; all numbers are "number". */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "missing";
  return TYPE_NAMES[typeRank(value)] ?? "unknown";
}

const TYPE_NAMES: Record<number, string> = {
  2: "number",
  3: "number",
  4: "string",
  5: "object",
  6: "array",
  7: "binData",
  8: "objectId",
  9: "bool",
  10: "date",
  11: "timestamp",
  12: "regex",
};
