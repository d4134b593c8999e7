import type { StopRun } from "../../lib/contract/chat";
import { isTransient, toRequestError } from "./request-error";

/**
 * Asks the server to stop a run and to keep only what the person saw. The text on the screen is frozen already, so a
 * lost request must not let the answer grow back: it is sent again until the server has it, or there is nothing to stop.
 * Returns false when the server could not be reached.
 */
export async function requestStop(
  conversationId: string,
  stop: StopRun,
  options: { fetch: typeof fetch; pausesMs: readonly number[] },
): Promise<boolean> {
  for (const pauseMs of options.pausesMs) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    try {
      const response = await options.fetch(`/api/chat/${conversationId}/stop`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(stop),
        // The request outlives the page: closing the tab right after Stop still stops.
        keepalive: true,
      });
      if (response.ok) return true;
      // 404 or 409: the run has ended by itself.
      if (!isTransient(await toRequestError(response))) return true;
    } catch {
      // The network failed; the next turn tries again.
    }
  }
  return false;
}
