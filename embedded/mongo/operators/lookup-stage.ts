import { Aggregator } from "mingo/aggregator";
import { evalExpr } from "mingo/core";
import type { Iterator as LazyIterator } from "mingo/lazy";
import { $lookup as mingoLookup } from "mingo/operators/pipeline";
import type { AnyObject, Options } from "mingo/types";
import { failedToParse } from "../command-error";

type LookupSpecification = Parameters<typeof mingoLookup>[1];

/**
 * mingo's `$lookup` with two repairs: a local array with an element that nobody has gives no `undefined`
 * entry, and local/foreign fields together with a pipeline run the pipeline over the joined documents only.
 */
export function $lookup(documents: LazyIterator, specification: LookupSpecification, options: Options) {
  const { as, from, localField, foreignField, pipeline } = specification;
  if (typeof as !== "string") throw failedToParse("must specify 'as' field for a $lookup");
  if (localField === undefined || foreignField === undefined) {
    return mingoLookup(documents, specification, options);
  }
  const joined = mingoLookup(documents, { from, localField, foreignField, as }, options).map(
    (document: AnyObject) => ({ ...document, [as]: present(document[as]) }),
  );
  if (pipeline === undefined || pipeline.length === 0) return joined;
  return joined.map((document: AnyObject) => {
    const { [as]: matches, ...rest } = document;
    const variables = evalExpr(rest, specification.let ?? {}, options);
    const scoped = { ...plainOptions(options), variables: { ...options.variables, ...asObject(variables) } };
    return { ...document, [as]: new Aggregator(pipeline, scoped).run(present(matches)) };
  });
}

const present = (items: unknown): unknown[] =>
  Array.isArray(items) ? items.filter((item) => item !== undefined) : [];

const asObject = (value: unknown): AnyObject => ({ ...(typeof value === "object" ? value : {}) });

const plainOptions = (options: Options) => ({
  context: options.context,
  scriptEnabled: false,
  ...(options.collectionResolver ? { collectionResolver: options.collectionResolver } : {}),
});
