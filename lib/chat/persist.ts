import { setTimeout as sleep } from "node:timers/promises";
import { toAppError } from "../errors";
import { log } from "../log";

const PAUSES_MS = [100, 300, 1_000, 2_000, 4_000];

/** Does a write that must not be lost, again and again while the store is merely away. @throws the last error */
export async function persist<Result>(what: string, write: () => Promise<Result>): Promise<Result> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await write();
    } catch (error) {
      const { code } = toAppError(error);
      if (code !== "unavailable" && code !== "internal") throw error;
      log().warn({ what, err: error }, "write failed, trying again");
      await sleep(pauseMs);
    }
  }
  return write();
}
