import { ExactNumberKey } from "./bson-key";
import { typeName } from "./bson-order";
import { isPlainDocument, type View } from "./bson-view";
import { badValue, CommandError, notSupported, typeMismatch } from "./command-error";

const NUMERIC = new Set(["$inc", "$mul", "$bit"]);
const ORDERING = new Set(["$min", "$max"]);
const LISTS = new Set(["$push", "$addToSet", "$pull", "$pullAll", "$pop"]);
/** MongoDB lets these pass by when their path leads nowhere. */
const LENIENT = new Set(["$unset", "$rename", "$pull", "$pullAll", "$pop"]);

/** mingo leaves a document alone when an operator does not fit its target; MongoDB reports an error. */
export function checkTargets(document: View, operators: Record<string, View>): void {
  for (const [operator, operands] of Object.entries(operators)) {
    for (const [path, operand] of Object.entries(operands)) {
      const targets = targetsOf(document, path, LENIENT.has(operator));
      for (const target of targets) checkTarget(operator, path, target, operand);
    }
  }
}

function checkTarget(operator: string, path: string, target: unknown, operand: unknown): void {
  const isExact = target instanceof ExactNumberKey || operand instanceof ExactNumberKey;
  if (isExact && (NUMERIC.has(operator) || ORDERING.has(operator))) {
    throw notSupported(`${operator} on a Decimal128 or a long beyond 2^53`);
  }
  if (target === undefined) return;
  if (NUMERIC.has(operator) && typeof target !== "number") {
    throw typeMismatch(
      `Cannot apply ${operator} to a value of non-numeric type: the field '${path}' is of type ${typeName(target)}`,
    );
  }
  if (LISTS.has(operator) && !Array.isArray(target)) {
    throw badValue(`The field '${path}' must be an array but is of type ${typeName(target)}`);
  }
}

/** Every value that the path may lead to; a positional part leads to all elements. */
function targetsOf(document: View, path: string, isLenient: boolean): unknown[] {
  let current: unknown[] = [document];
  for (const part of path.split(".")) {
    current = current.flatMap((parent) => {
      const next = step(parent, part);
      if (next === undefined && !isLenient) throw notViable(path, part, parent);
      return next ?? [];
    });
  }
  return current;
}

/** Where one part of a path leads; nothing when it cannot lead anywhere. */
function step(parent: unknown, part: string): unknown[] | undefined {
  if (parent === undefined) return [undefined];
  if (isPlainDocument(parent)) return [Object.hasOwn(parent, part) ? parent[part] : undefined];
  if (!Array.isArray(parent)) return undefined;
  if (part.startsWith("$")) return parent;
  return /^\d+$/.test(part) ? [parent[Number(part)]] : undefined;
}

const notViable = (path: string, part: string, parent: unknown) =>
  new CommandError(
    28,
    "PathNotViable",
    `Cannot create field '${part}' of the path '${path}' in a value of type ${typeName(parent)}`,
  );
