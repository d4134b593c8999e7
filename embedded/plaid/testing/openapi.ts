import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const PATH = resolve(process.env.PLAID_OPENAPI ?? "../shared/reference/plaid-openapi.yml");

/** Null when Plaid's description is there, else why nothing can be checked against it. */
export const missingDescription: string | null = existsSync(PATH)
  ? null
  : `Plaid's API description is not at ${PATH}: set PLAID_OPENAPI to the path of plaid-openapi.yml`;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * OpenAPI 3.0 into the JSON Schema that ajv reads: `nullable` allows null wherever it stands (also beside `allOf` and
 * `$ref`), and the boolean `exclusiveMinimum` of draft 4 has no place there.
 */
function toJsonSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (typeof schema !== "object" || schema === null) return schema;
  const { nullable, exclusiveMinimum, exclusiveMaximum, example, examples, ...rest } = schema;
  const converted: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key.startsWith("x-")) continue;
    // Below `properties` the keys are names of fields, and a field may well be called "nullable" or "example".
    converted[key] = key === "properties" ? convertFields(value) : toJsonSchema(value);
  }
  return nullable === true ? { anyOf: [{ type: "null" }, converted] } : converted;
}

function convertFields(fields: Json): Json {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return fields;
  return Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, toJsonSchema(schema)]));
}

type Description = {
  paths: Record<
    string,
    {
      post: {
        requestBody: { content: { "application/json": { schema: { $ref: string } } } };
        responses: { "200": { content: { "application/json": { schema: { $ref: string } } } } };
      };
    }
  >;
  components: { schemas: Record<string, Json> };
};

/** What is wrong with a value, as texts; none when it is as described. */
export type Check = (value: unknown) => string[];

/** Reads the description once; each check compiles its schema when it is first asked for. */
export function openDescription(): {
  request(path: string): Check;
  response(path: string): Check;
  error: Check;
  schema(name: string): Check;
} {
  const description: Description = parse(readFileSync(PATH, "utf8"), { maxAliasCount: -1 });
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  for (const format of ["double", "float", "int32", "int64", "url", "path", "decimal"])
    ajv.addFormat(format, true);
  ajv.addSchema({ $id: "plaid", components: { schemas: convertFields(description.components.schemas) } });
  const check = (ref: string): Check => {
    const validate = ajv.compile({ $ref: `plaid${ref}` });
    return (value) => {
      if (validate(value)) return [];
      return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    };
  };
  const operation = (path: string) => {
    const found = description.paths[path];
    if (found === undefined) throw new Error(`Plaid has no ${path}`);
    return found.post;
  };
  return {
    request: (path) => check(operation(path).requestBody.content["application/json"].schema.$ref),
    response: (path) => check(operation(path).responses["200"].content["application/json"].schema.$ref),
    error: check("#/components/schemas/PlaidError"),
    schema: (name) => check(`#/components/schemas/${name}`),
  };
}
