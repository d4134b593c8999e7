import type { Document } from "bson";
import { Aggregator } from "mingo/aggregator";
import { updateOne } from "mingo/updater";
import { documentToView, isPlainDocument, toView, type View, type ViewTraits } from "./bson-view";
import { badValue, CommandError, failedToParse, notSupported } from "./command-error";
import { optionsFor } from "./operators/context";
import { collectHints, typedDocument } from "./typed-value";
import { arithmeticIn, checkPipeline } from "./unsupported";
import { checkTargets } from "./update-targets";
import { valueKey } from "./value-key";

export type Update =
  | { kind: "replacement"; document: Document }
  | { kind: "modifiers"; modifiers: Document }
  | { kind: "pipeline"; stages: Document[] };

export interface UpdateContext {
  /** The filter, as a view, that the positional `$` refers to. */
  condition: View;
  arrayFilters: Document[];
}

const PIPELINE_STAGES = new Set(["$addFields", "$set", "$project", "$unset", "$replaceRoot", "$replaceWith"]);

/** @throws CommandError when it mixes operators with fields, or its operators get in each other's way. */
export function parseUpdate(update: unknown): Update {
  if (Array.isArray(update)) return { kind: "pipeline", stages: update.map(pipelineStage) };
  if (!isPlainDocument(update)) throw failedToParse("an update must be a document or a pipeline");
  const names = Object.keys(update);
  if (!names[0]?.startsWith("$")) {
    const operator = names.find((name) => name.startsWith("$"));
    if (operator !== undefined)
      throw failedToParse(`The dollar ($) prefixed field '${operator}' is not allowed`);
    return { kind: "replacement", document: update };
  }
  for (const [operator, fields] of Object.entries(update)) {
    if (!operator.startsWith("$")) throw failedToParse(`Unknown modifier: ${operator}`);
    if (!isPlainDocument(fields))
      throw failedToParse(`Modifiers operate on fields, but ${operator} has none`);
  }
  refuseOverlap(update);
  return { kind: "modifiers", modifiers: update };
}

function pipelineStage(stage: unknown): Document {
  if (!isPlainDocument(stage)) throw failedToParse("Each element of an update pipeline must be a document");
  const name = Object.keys(stage)[0] ?? "";
  if (!PIPELINE_STAGES.has(name)) {
    throw new CommandError(72, "InvalidOptions", `${name} is not allowed to be used within an update`);
  }
  return stage;
}

/** mingo watches the conflicts of the operators that it runs; `$setOnInsert` is ours. */
function refuseOverlap(update: Document): void {
  const { $setOnInsert = {}, ...rest } = update;
  const others = Object.values(rest).flatMap((fields) => Object.keys(fields));
  for (const path of Object.keys($setOnInsert)) {
    const rival = others.find(
      (other) => `${other}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${other}.`),
    );
    if (rival !== undefined) {
      throw new CommandError(
        40,
        "ConflictingUpdateOperators",
        `Updating the path '${path}' would create a conflict at '${rival}'`,
      );
    }
  }
}

/** The document after the update, typed. The given one stays as it is. */
export function applyUpdate(before: Document, update: Update, context: UpdateContext): Document {
  if (update.kind === "replacement") {
    return "_id" in before ? { _id: before._id, ...update.document } : update.document;
  }
  const traits: ViewTraits = { exact: false, typedNumbers: false };
  const view = documentToView(before, traits);
  if (update.kind === "pipeline") return applyPipeline(before, view, update.stages, traits);
  const { $setOnInsert: _skipped, ...modifiers } = update.modifiers;
  const operators = operatorsFor(modifiers, view, traits);
  const filters = context.arrayFilters.map((filter) => documentToView(filter, traits));
  checkTargets(view, operators);
  const isPositional = Object.values(operators).some((fields) => Object.keys(fields).some(hasPositional));
  const condition = isPositional ? context.condition : {};
  updateOne(
    [view],
    condition,
    operators,
    { arrayFilters: filters, cloneMode: "copy" },
    optionsFor(traits.exact),
  );
  return typedDocument(view, before, { hints: collectHints(modifiers) });
}

const hasPositional = (path: string): boolean => path.split(".").includes("$");

function applyPipeline(before: Document, view: View, stages: Document[], traits: ViewTraits): Document {
  const pipeline = stages.map((stage) => documentToView(stage, traits));
  checkPipeline(pipeline);
  if (traits.exact) {
    const operator = arithmeticIn(pipeline);
    if (operator !== undefined) throw notSupported(`${operator} over Decimal128 or longs beyond 2^53`);
  }
  const [after] = new Aggregator(pipeline, optionsFor(traits.exact)).run([view]);
  if (!isPlainDocument(after)) throw badValue("an update pipeline must give a document");
  return typedDocument(after, before, { hints: collectHints(stages) });
}

function operatorsFor(modifiers: Document, view: View, traits: ViewTraits): Record<string, View> {
  const operators: Record<string, View> = {};
  for (const [operator, fields] of Object.entries(modifiers)) {
    // What is set keeps its BSON types: mingo passes such objects through untouched.
    const operands: View = operator === "$set" ? { ...fields } : documentToView(fields, traits);
    if ("_id" in operands) {
      const isSame = operator === "$set" && valueKey(toView(operands._id)) === valueKey(view._id);
      if (!isSame) throw immutableId();
      delete operands._id;
    }
    refuseUnsupported(operator, operands);
    operators[operator] = operands;
  }
  return operators;
}

const immutableId = () =>
  new CommandError(
    66,
    "ImmutableField",
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );

function refuseUnsupported(operator: string, operands: View): void {
  for (const operand of Object.values(operands)) {
    if (!isPlainDocument(operand)) continue;
    if (operator === "$push" && isPlainDocument(operand.$sort) && Object.keys(operand.$sort).length > 1) {
      throw notSupported("$push with $sort by more than one field");
    }
    if (operator === "$currentDate" && operand.$type === "timestamp") {
      throw notSupported("$currentDate with a timestamp");
    }
  }
}
