import { ExactNumberKey } from "./bson-key";
import { isPlainDocument, type View } from "./bson-view";
import { notSupported } from "./command-error";
import { checkPattern } from "./regular-expression";

const SERVER_ONLY_FILTERS = new Set([
  "$text",
  "$where",
  "$near",
  "$nearSphere",
  "$geoWithin",
  "$geoIntersects",
  "$jsonSchema",
  "$rand",
  "$sampleRate",
]);

const SERVER_ONLY_STAGES = new Set([
  "$changeStream",
  "$collStats",
  "$currentOp",
  "$geoNear",
  "$indexStats",
  "$listSessions",
  "$merge",
  "$out",
  "$planCacheStats",
  "$search",
  "$searchMeta",
  "$vectorSearch",
]);

/** What mingo has but computes differently from MongoDB, or what nobody has compared yet. */
const DIFFERENT = new Set([
  "$accumulator",
  "$bucketAuto",
  "$densify",
  "$fill",
  "$function",
  "$graphLookup",
  "$median",
  "$percentile",
  "$redact",
  "$round",
  "$setWindowFields",
]);

/** Operators whose result over a Decimal128 or a long beyond 2^53 would be wrong without an error. */
const ARITHMETIC = new Set(
  (
    "$sum $avg $min $max $minN $maxN $stdDevPop $stdDevSamp $median $percentile $covariancePop $covarianceSamp " +
    "$add $subtract $multiply $divide $mod $abs $ceil $floor $round $trunc $pow $sqrt $exp $ln $log $log10 " +
    "$eq $ne $gt $gte $lt $lte $cmp $in $bucket $bucketAuto $sortArray $top $topN $bottom $bottomN $range " +
    "$toInt $toLong $toDouble $toDecimal $toString $toBool $convert $isNumber $type $densify $fill " +
    "$setWindowFields $inc $mul $graphLookup"
  ).split(" "),
);

/** Refuses what a MongoDB would do and mingo cannot, with the name of the thing. */
export function checkFilter(filter: unknown): void {
  forEachOperator(filter, (name, operand) => {
    if (SERVER_ONLY_FILTERS.has(name)) throw notSupported(`The query operator ${name}`);
    if (name === "$regex" && typeof operand === "string") checkPattern(operand);
  });
}

export function checkPipeline(pipeline: unknown[]): void {
  for (const stage of pipeline) {
    if (!isPlainDocument(stage)) continue;
    const [name = "", specification] = Object.entries(stage)[0] ?? [];
    if (SERVER_ONLY_STAGES.has(name)) throw notSupported(`The aggregation stage ${name}`);
    if (name === "$match") checkFilter(specification);
    forEachOperator(stage, (operator, operand) => {
      if (DIFFERENT.has(operator)) throw notSupported(operator);
      const pattern = operator.startsWith("$regex") && isPlainDocument(operand) ? operand.regex : undefined;
      if (typeof pattern === "string") checkPattern(pattern);
    });
    for (const nested of nestedPipelines(name, specification)) checkPipeline(nested);
  }
}

function nestedPipelines(name: string, specification: unknown): unknown[][] {
  if (!isPlainDocument(specification)) return [];
  const candidates = name === "$facet" ? Object.values(specification) : [specification.pipeline];
  return candidates.filter((candidate): candidate is unknown[] => Array.isArray(candidate));
}

/** The first operator in a pipeline that must not meet exact numbers. `$match` compares them correctly itself. */
export function arithmeticIn(pipeline: View[]): string | undefined {
  let found: string | undefined;
  const note = (name: string, operand: unknown) => {
    if (ARITHMETIC.has(name) && !isConstant(operand)) found ??= name;
  };
  for (const stage of pipeline) {
    const { $match, ...rest } = stage;
    forEachOperator(rest, note);
    if (isPlainDocument($match)) forEachOperator($match.$expr, note);
  }
  return found;
}

function forEachOperator(value: unknown, visit: (name: string, operand: unknown) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) forEachOperator(item, visit);
  } else if (isPlainDocument(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (name.startsWith("$")) visit(name, item);
      forEachOperator(item, visit);
    }
  }
}

/** `{$sum: 1}` counts, whatever the documents hold. */
function isConstant(operand: unknown): boolean {
  if (Array.isArray(operand)) return operand.every(isConstant);
  if (isPlainDocument(operand)) return Object.values(operand).every(isConstant);
  return typeof operand === "string" ? !operand.startsWith("$") : !(operand instanceof ExactNumberKey);
}
