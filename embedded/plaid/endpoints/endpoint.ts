import { z } from "zod";
import type { Bank } from "../bank/open-bank";
import { type PlaidError, plaidErrors } from "../plaid-error";

/** What one path of the API does with a request; the answer lacks only its request id. */
export type Endpoint = (body: unknown, bank: Bank) => Promise<object>;

/** A request body of Plaid's: what it names, the credentials, and nothing else. */
export function plaidRequest<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ client_id: z.string().optional(), secret: z.string().optional(), ...shape });
}

/** Fields that Plaid takes and that change nothing here. */
export function ignored<Name extends string>(...names: Name[]): Record<Name, z.ZodOptional<z.ZodUnknown>> {
  return Object.fromEntries(names.map((name) => [name, z.unknown().optional()])) as Record<
    Name,
    z.ZodOptional<z.ZodUnknown>
  >;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
}

/** The complaint that Plaid would make first: unknown fields, then missing ones, then the first wrong one. */
function toPlaidError(error: z.ZodError, body: unknown): PlaidError {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key].join(".")) : [],
  );
  if (unknown.length > 0) return plaidErrors.unknownFields(unknown);
  const missing = error.issues.filter((issue) => valueAt(body, issue.path) === undefined);
  if (missing.length > 0) return plaidErrors.missingFields(missing.map((issue) => issue.path.join(".")));
  const [first] = error.issues;
  return plaidErrors.invalidField(`${first?.path.join(".")}: ${first?.message}`);
}

/** An endpoint from the schema of its request and a function of what that parses to. */
export function endpoint<Schema extends z.ZodType, Answer extends object>(
  schema: Schema,
  answer: (request: z.infer<Schema>, bank: Bank) => Promise<Answer> | Answer,
): Endpoint {
  return async (body, bank) => {
    const request = schema.safeParse(body);
    if (!request.success) throw toPlaidError(request.error, body);
    return answer(request.data, bank);
  };
}
