import { isPlainDocument } from "./bson-view";

/** The conditions of a filter that must all hold, `$and` unfolded: [field or operator, operand]. */
export function conjuncts(filter: object): [string, unknown][] {
  return Object.entries(filter).flatMap(([field, operand]): [string, unknown][] => {
    if (field !== "$and" || !Array.isArray(operand)) return [[field, operand]];
    return operand.filter(isPlainDocument).flatMap(conjuncts);
  });
}
