import { createHash } from "node:crypto";
import { redis } from "../redis";

/** A Lua script that runs as one step on the server, sent by its digest; the text only travels when the server lacks it. */
export function script(lua: string): (keys: string[], args: (string | number)[]) => Promise<unknown> {
  const digest = createHash("sha1").update(lua).digest("hex");
  return async (keys, args) => {
    try {
      return await redis().evalsha(digest, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
      return redis().eval(lua, keys.length, ...keys, ...args);
    }
  };
}
