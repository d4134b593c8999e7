import { Context } from "mingo/core";
import * as pipeline from "mingo/operators/pipeline";
import * as projection from "mingo/operators/projection";
import * as window from "mingo/operators/window";
import { accumulators } from "./accumulators";
import { $addFields } from "./add-fields-stage";
import { $bucket } from "./bucket-stage";
import { $count } from "./count-stage";
import { expressionOperators } from "./expression-operators";
import { $lookup } from "./lookup-stage";
import { guardedQueryOperators, queryOperators } from "./query-operators";
import { $sort } from "./sort-stage";
import { $unwind } from "./unwind-stage";

// These two write; a result that only lives in memory would be lost without a word.
const { $out: _out, $merge: _merge, ...readOnlyStages } = pipeline;

const groups = {
  accumulator: accumulators,
  expression: expressionOperators,
  pipeline: {
    ...readOnlyStages,
    $addFields,
    $bucket,
    $count,
    $lookup,
    $set: $addFields,
    $sort,
    $unwind,
  },
  projection,
  window,
};

/** Every operator that mingo knows, with repairs where it differs from MongoDB. */
const plainContext = Context.init({ ...groups, query: queryOperators });

/** The same for documents or filters with exact numbers: comparisons that would be silently wrong throw. */
const exactContext = Context.init({ ...groups, query: guardedQueryOperators });

export const optionsFor = (exact: boolean) => ({
  context: exact ? exactContext : plainContext,
  scriptEnabled: false,
  useStrictMode: true,
});
