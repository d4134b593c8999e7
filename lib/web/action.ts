import { randomUUID } from "node:crypto";
import { unstable_rethrow as rethrowNavigation } from "next/navigation";
import { z } from "zod";
import type { ActionResult } from "../contract/error-body";
import { AppError, toAppError } from "../errors";
import { log } from "../log";
import { requireUser } from "./session";

/**
 * Makes the wrapper of server actions for one way of telling who asks. Arguments of a server action come from the
 * network whatever TypeScript says, so `raw` is unknown until the schema has read it.
 */
export const actionFor =
  <User>(authenticate: () => Promise<User>) =>
  <Schema extends z.ZodType, Data>(
    schema: Schema,
    handler: (input: z.output<Schema>, user: User) => Promise<Data>,
  ) =>
  async (raw: unknown): Promise<ActionResult<Data>> => {
    try {
      const user = await authenticate();
      const input = schema.safeParse(raw);
      if (!input.success) return failure(invalid(input.error), fieldMessages(input.error));
      return { ok: true, data: await handler(input.data, user) };
    } catch (thrown) {
      // redirect() and notFound() are exceptions that Next must see.
      rethrowNavigation(thrown);
      return failure(toAppError(thrown));
    }
  };

/** A server action of the signed-in person: session, then input, then work; errors come back as data. */
export const action = actionFor(requireUser);

/** A server action that needs no session: signing in and up. */
export const publicAction = actionFor(async () => null);

function failure(error: AppError, fields?: Record<string, string>): ActionResult<never> {
  const requestId = randomUUID();
  if (error.code === "internal") log().error({ requestId, err: error.cause ?? error }, "action failed");
  else log().info({ requestId, code: error.code, err: error.cause }, "action refused");
  const { code, message } = error;
  return { ok: false, error: { code, message, requestId, ...(fields && { fields }) } };
}

const invalid = (error: z.ZodError): AppError =>
  new AppError("invalid", error.issues[0]?.message ?? "The input is not valid.");

/** The first message per field; what is wrong with the input as a whole has none. */
function fieldMessages(error: z.ZodError): Record<string, string> {
  const { fieldErrors } = z.flattenError<Record<string, unknown>>(
    error as z.ZodError<Record<string, unknown>>,
  );
  return Object.fromEntries(
    Object.entries(fieldErrors).flatMap(([field, messages]) => (messages?.[0] ? [[field, messages[0]]] : [])),
  );
}
