import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  type Document,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from "bson";
import { BinaryKey, decimalKey, longKey, ObjectIdKey, TimestampKey } from "./bson-key";
import { notSupported } from "./command-error";
import { toRegExp } from "./regular-expression";

/** A document as mingo sees it: plain numbers, dates, strings, and keys for everything else. */
export type View = Record<string, unknown>;

export interface ViewTraits {
  /** Holds a Decimal128, or a long beyond 2^53. */
  exact: boolean;
  /** Holds a number whose BSON type its value does not tell: a long, or a double without a fraction. */
  typedNumbers: boolean;
}

const isInt32 = (value: number) => (value | 0) === value && !Object.is(value, -0);

/** The typed tree of `deserialize(..., {promoteValues: false})` as a view; notes in `traits` what it met. */
export function toView(value: unknown, traits: ViewTraits = { exact: false, typedNumbers: false }): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date) return value ?? null;
  if (value instanceof Int32) return value.value;
  if (value instanceof ObjectId) return new ObjectIdKey(value.toHexString(), value);
  if (Array.isArray(value)) return value.map((item) => toView(item, traits));
  if ("_bsontype" in value) return scalarToView(value, traits);
  return documentToView(value, traits);
}

export const documentToView = (
  document: object,
  traits: ViewTraits = { exact: false, typedNumbers: false },
): View => {
  const view: View = {};
  for (const [name, value] of Object.entries(document)) {
    if (name === "__proto__") throw notSupported("A field called __proto__");
    view[name] = toView(value, traits);
  }
  return view;
};

function scalarToView(value: object, traits: ViewTraits): unknown {
  if (value instanceof Double) {
    traits.typedNumbers ||= isInt32(value.value);
    return value.value;
  }
  if (value instanceof Timestamp) return new TimestampKey(value.toString().padStart(20, "0"), value);
  if (value instanceof Long) {
    const number = value.toNumber();
    traits.typedNumbers = true;
    if (Number.isSafeInteger(number)) return number;
    traits.exact = true;
    return longKey(value);
  }
  if (value instanceof Decimal128) {
    traits.exact = true;
    return decimalKey(value);
  }
  if (value instanceof Binary) return binaryKey(value);
  if (value instanceof BSONRegExp) return toRegExp(value);
  if (value instanceof MinKey || value instanceof MaxKey) throw notSupported("MinKey or MaxKey");
  if (value instanceof Code || value instanceof DBRef || value instanceof BSONSymbol) {
    throw notSupported(`The BSON type ${value._bsontype}`);
  }
  throw notSupported(`The BSON type ${String(Reflect.get(value, "_bsontype"))}`);
}

/** MongoDB orders binaries by length, then subtype, then bytes. */
function binaryKey(value: Binary): BinaryKey {
  const bytes = Buffer.from(value.value());
  const length = bytes.length.toString(16).padStart(8, "0");
  const kind = value.sub_type.toString(16).padStart(2, "0");
  return new BinaryKey(`${length}${kind}${bytes.toString("hex")}`, value);
}

export const isBsonNumber = (value: unknown): value is Int32 | Double | Long =>
  value instanceof Int32 ||
  value instanceof Double ||
  (value instanceof Long && !(value instanceof Timestamp));

export function numberOf(value: Int32 | Double | Long): number {
  return value instanceof Long ? value.toNumber() : value.value;
}

/** An answer or a stored document must not be mistaken for a JavaScript object of another kind. */
export const isPlainDocument = (value: unknown): value is Document =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !("_bsontype" in value);
