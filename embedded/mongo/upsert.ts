import { type Document, ObjectId } from "bson";
import { updateOne } from "mingo/updater";
import { isPlainDocument, toView, type View } from "./bson-view";
import { CommandError } from "./command-error";
import { conjuncts } from "./conjuncts";
import { optionsFor } from "./operators/context";
import { applyUpdate, type Update, type UpdateContext } from "./update";
import { valueKey } from "./value-key";

/** What an upsert inserts when nothing matched: the filter's equalities, then the update with `$setOnInsert`. */
export function documentForUpsert(filter: Document, update: Update, context: UpdateContext): Document {
  const { _id: filterId, ...equalities } = equalitiesOf(filter);
  const base: Document = {};
  if (update.kind !== "replacement") updateOne([base], {}, { $set: equalities }, {}, optionsFor(false));
  if (update.kind !== "modifiers") {
    const { _id, ...rest } = applyUpdate(base, update, context);
    return { _id: chooseId(filterId, _id), ...rest };
  }
  const { $set = {}, $setOnInsert = {}, ...others } = update.modifiers;
  const { _id, ...fields } = { ...$set, ...$setOnInsert };
  const modifiers = { ...others, ...(Object.keys(fields).length > 0 ? { $set: fields } : {}) };
  return { _id: chooseId(filterId, _id), ...applyUpdate(base, { kind: "modifiers", modifiers }, context) };
}

function chooseId(filterId: unknown, ownId: unknown): unknown {
  if (filterId === undefined) return ownId ?? new ObjectId();
  if (ownId !== undefined && valueKey(toView(ownId)) !== valueKey(toView(filterId))) {
    throw new CommandError(66, "ImmutableField", "the update's _id differs from the filter's");
  }
  return filterId;
}

/** Fields that the filter pins to one value, typed: `{a: 1}`, `{a: {$eq: 1}}`, also inside `$and`. */
function equalitiesOf(filter: Document): View {
  const pinned = conjuncts(filter)
    .filter(([field]) => !field.startsWith("$"))
    .map(([field, operand]): [string, unknown] => [field, pinnedValue(operand)]);
  return Object.fromEntries(pinned.filter(([, value]) => value !== undefined));
}

function pinnedValue(operand: unknown): unknown {
  if (!isPlainDocument(operand)) return toView(operand) instanceof RegExp ? undefined : operand;
  if (!Object.keys(operand).some((name) => name.startsWith("$"))) return operand;
  return operand.$eq;
}
