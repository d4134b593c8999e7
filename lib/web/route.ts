import { randomUUID } from "node:crypto";
import { z } from "zod";
import { env } from "../env";
import { AppError } from "../errors";
import { log } from "../log";
import { errorAnswer } from "./error-answer";
import { readJson } from "./read-body";
import { requireSameOrigin } from "./same-origin";
import { requireUser } from "./session";

type Schemas<Params, Query, Body> = {
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  /** Left out: no body is read. */
  body?: z.ZodType<Body>;
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
      const { body, ...answer } = errorAnswer(thrown, requestId, line);
      return Response.json(body, answer);
    }
  };

/** A route for signed-in people; `user` is who asks. */
export const route = routeFor(requireUser);

async function readInput<Params, Query, Body>(
  request: Request,
  context: RouteContext,
  schemas: Schemas<Params, Query, Body>,
) {
  const { searchParams } = new URL(request.url);
  const params = parse(schemas.params, await context.params);
  const query = parse(schemas.query, Object.fromEntries(searchParams));
  const body = parse(schemas.body, schemas.body && (await readJson(request)));
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

const idOf = (user: unknown): unknown =>
  typeof user === "object" && user !== null && "id" in user ? user.id : undefined;
