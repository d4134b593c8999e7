import { BsonKey } from "./bson-key";

/** One text per value: equal values, equal texts. Numbers of all widths are equal; field order counts, as in MongoDB. */
export function valueKey(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number") return `number:${value === 0 ? 0 : value}`;
  if (typeof value === "string") return `string:${JSON.stringify(value)}`;
  if (value instanceof Date) return `date:${value.getTime()}`;
  if (value instanceof BsonKey) return `${value.constructor.name}:${value.key}`;
  if (value instanceof RegExp) return `regexp:${JSON.stringify([value.source, value.flags])}`;
  if (Array.isArray(value)) return `[${value.map(valueKey).join(",")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value)
      .map(([name, item]) => `${JSON.stringify(name)}:${valueKey(item)}`)
      .join(",")}}`;
  }
  return `${typeof value}:${String(value)}`;
}
