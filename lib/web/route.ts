import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ErrorBody } from "../contract/error-body";
import { env } from "../env";
import { AppError, toAppError } from "../errors";
import { log } from "../log";
import { readJson } from "./read-body";
import { requireSameOrigin } from "./same-origin";
import { requireUser } from "./session";

const MAX_BODY_BYTES = 256 * 1024;
const RETRY_AFTER_SECONDS = 5;

type Schemas<Params, Query, Body> = {
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  /** Left out: no body is read. */
  body?: z.ZodType<Body>;
  /** How the body is read, no further than the limit. Left out: as JSON. */
  readBody?: (request: Request, limitBytes: number) => Promise<unknown>;
};

export type RouteInput<User, Params, Query, Body> = {
  request: Request;
  user: User;
  params: Params;
  query: Query;
  body: Body;
};

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * Makes the ONE wrapper of route handlers for one way of telling who asks: origin, session, then input, then work.
 * Every error leaves as `ErrorBody` with its status, every answer carries `x-request-id`, and each request is one log line.
 */
export const routeFor =
  <User>(authenticate: (request: Request) => Promise<User>) =>
  <Params = unknown, Query = unknown, Body = unknown>(
    schemas: Schemas<Params, Query, Body>,
    handler: (input: RouteInput<User, Params, Query, Body>) => Promise<Response>,
  ) =>
  async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    const line: Record<string, unknown> = {
      requestId,
      method: request.method,
      path: new URL(request.url).pathname,
    };
    try {
      requireSameOrigin(request, new URL(env().AUTH_URL).origin);
      const user = await authenticate(request);
      line.userId = idOf(user);
      const response = await handler({ request, user, ...(await readInput(request, context, schemas)) });
      response.headers.set("x-request-id", requestId);
      const ms = Math.round(performance.now() - startedAt);
      log().info(
        { ...line, runId: response.headers.get("x-run-id") ?? undefined, status: response.status, ms },
        "request",
      );
      return response;
    } catch (thrown) {
      return failure(thrown, requestId, line);
    }
  };

/** A route for signed-in people; `user` is who asks. */
export const route = routeFor(requireUser);

/** A route without a session: what is sent must prove itself. */
export const openRoute = routeFor(async () => null);

async function readInput<Params, Query, Body>(
  request: Request,
  context: RouteContext,
  schemas: Schemas<Params, Query, Body>,
) {
  const { searchParams } = new URL(request.url);
  const params = parse(schemas.params, await context.params);
  const query = parse(schemas.query, Object.fromEntries(searchParams));
  const readBody = schemas.readBody ?? readJson;
  const body = parse(schemas.body, schemas.body && (await readBody(request, MAX_BODY_BYTES)));
  return { params, query, body };
}

/** Without a schema nothing is passed on: what is not checked cannot be used. */
function parse<Output>(schema: z.ZodType<Output> | undefined, input: unknown): Output {
  const result = (schema ?? z.undefined().transform((nothing) => nothing as Output)).safeParse(
    schema === undefined ? undefined : input,
  );
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join(".");
  const what = issue?.message ?? "not valid";
  throw new AppError("invalid", where ? `${where}: ${what}` : what);
}

function failure(thrown: unknown, requestId: string, line: Record<string, unknown>): Response {
  const error = toAppError(thrown);
  const { code, message, status, retryable, cause } = error;
  const retryAfterSeconds = error.retryAfterSeconds ?? (retryable ? RETRY_AFTER_SECONDS : undefined);
  if (status >= 500) log().error({ ...line, status, code, err: cause ?? thrown }, "request failed");
  else log().info({ ...line, status, code, reason: message }, "request refused");
  const hasWait = retryAfterSeconds !== undefined;
  const body: ErrorBody = {
    error: { code, message, requestId, ...(hasWait && { retryAfterSeconds }) },
  };
  return Response.json(body, {
    status,
    headers: {
      "x-request-id": requestId,
      "cache-control": "no-store",
      ...(hasWait && { "retry-after": String(retryAfterSeconds) }),
    },
  });
}

const idOf = (user: unknown): unknown =>
  typeof user === "object" && user !== null && "id" in user ? user.id : undefined;
