import { z } from "zod";
import { receiveNews } from "../banking/receive-news";
import { readBytes } from "./read-body";
import { openRoute } from "./route";

/** News of banks from Plaid. Who sends it is proved by its signature, over exactly the bytes that came. */
export const webhookRoute = openRoute(
  { body: z.instanceof(Uint8Array), readBody: readBytes },
  async ({ request, body }) => {
    await receiveNews({ body, token: request.headers.get("plaid-verification") });
    // Nobody reads a body, and piping one costs more than the rest of the answer.
    return new Response(null, { headers: { "cache-control": "no-store" } });
  },
);
