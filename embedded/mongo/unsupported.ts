import { isPlainDocument, type View } from "./bson-view";
import { notSupported } from "./command-error";

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
  forEachOperator(filter, (name) => {
    if (SERVER_ONLY_FILTERS.has(name)) throw notSupported(`The query operator ${name}`);
  });
}

export function checkPipeline(pipeline: unknown[]): void {
  for (const stage of pipeline) {
    if (!isPlainDocument(stage)) continue;
    const [name = "", specification] = Object.entries(stage)[0] ?? [];
    if (SERVER_ONLY_STAGES.has(name)) throw notSupported(`The aggregation stage ${name}`);
    if (name === "$match") checkFilter(specification);
    forEachOperator(specification, (operator) => {
      if (operator === "$function" || operator === "$accumulator") throw notSupported(operator);
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
  const note = (name: string) => {
    if (ARITHMETIC.has(name)) found ??= name;
  };
  for (const stage of pipeline) {
    const { $match, ...rest } = stage;
    forEachOperator(rest, note);
    if (isPlainDocument($match)) forEachOperator($match.$expr, note);
  }
  return found;
}

function forEachOperator(value: unknown, visit: (name: string) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) forEachOperator(item, visit);
  } else if (isPlainDocument(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (name.startsWith("$")) visit(name);
      forEachOperator(item, visit);
    }
  }
}
