import type { Document } from "bson";
import { Query } from "mingo/query";
import { BsonKey } from "./bson-key";
import { isPlainDocument, toView, type View, type ViewTraits } from "./bson-view";
import { badValue } from "./command-error";
import { conjuncts } from "./conjuncts";
import { optionsFor } from "./operators/context";
import { checkFilter } from "./unsupported";

export interface Filter {
  view: View;
  /** The filter itself holds exact numbers. */
  exact: boolean;
  test(document: View): boolean;
  /** The same filter for documents that hold exact numbers: throws rather than compare wrongly. */
  testExact(document: View): boolean;
  /** Fields that must equal one of some values, found at the top level: what an index can answer. */
  equalities: Map<string, unknown[]>;
}

/** @throws CommandError for operators that are unknown, malformed or not supported. */
export function compileFilter(filter: Document): Filter {
  const traits: ViewTraits = { exact: false, typedNumbers: false };
  const view = toView(filter, traits);
  if (!isPlainDocument(view)) throw badValue("a filter must be a document");
  checkFilter(view);
  const { $comment: _comment, ...condition } = view;
  let exactQuery: Query | undefined;
  const plain = new Query(condition, optionsFor(traits.exact));
  const testExact = (document: View) => {
    exactQuery ??= new Query(condition, optionsFor(true));
    return exactQuery.test(document);
  };
  return {
    view: condition,
    exact: traits.exact,
    test: (document) => plain.test(document),
    testExact,
    equalities: findEqualities(condition),
  };
}

function findEqualities(condition: View): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const [field, operand] of conjuncts(condition)) {
    const values = field.startsWith("$") ? undefined : equalValues(operand);
    if (values !== undefined && !found.has(field)) found.set(field, values);
  }
  return found;
}

function equalValues(operand: unknown): unknown[] | undefined {
  if (isIndexable(operand)) return [operand];
  if (!isPlainDocument(operand)) return undefined;
  if (isIndexable(operand.$eq)) return [operand.$eq];
  const list: unknown = operand.$in;
  return Array.isArray(list) && list.every(isIndexable) ? list : undefined;
}

const isIndexable = (value: unknown): boolean =>
  value === null ||
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  value instanceof Date ||
  value instanceof BsonKey;
