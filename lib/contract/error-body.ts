import { z } from "zod";
import { ERROR_CODES } from "../errors";

/** The body of every failed HTTP answer. `requestId` joins it to the log. */
export const ErrorBody = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    message: z.string(),
    requestId: z.string(),
    /** The header `Retry-After`, for whoever sees only the body: trying again before it cannot help. */
    retryAfterSeconds: z.int().min(1).optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** Why a server action was refused; `fields` says what is wrong with which field of the input. */
export type ActionError = ErrorBody["error"] & { fields?: Record<string, string> };

/** What every server action returns: data or a coded error, never an exception. */
export type ActionResult<Data> = { ok: true; data: Data } | { ok: false; error: ActionError };
