"use server";

import { z } from "zod";
import type { ActionResult } from "@/lib/contract/error-body";
import { unsubscribe } from "@/lib/insights/choose-digest";
import { publicAction } from "@/lib/web/action";

const stop = publicAction(z.object({ token: z.string().max(200) }), ({ token }) => unsubscribe(token));

export async function unsubscribeAction(input: unknown): Promise<ActionResult<void>> {
  return stop(input);
}
