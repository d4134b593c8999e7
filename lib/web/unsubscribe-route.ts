import { z } from "zod";
import { unsubscribe } from "../insights/choose-digest";
import { routeFor } from "./route";

/** What mail programs call by themselves (RFC 8058): no session, the token says whose messages end. */
export const unsubscribeRoute = routeFor(async () => null)(
  { query: z.object({ token: z.string().max(200) }) },
  async ({ query }) => {
    await unsubscribe(query.token);
    return new Response(null, { status: 204 });
  },
);
