import type { Run } from "../db/queries/runs";
import type { MessageDocument } from "../documents/message-model";
import { type Ending, INTERRUPTED_BY_CRASH } from "./ending";

/** How a run ended, told from its row and its message when the chunks that said so are gone. */
export function endingOfStored(run: Run, message: MessageDocument | null): Ending {
  const { status } = run;
  if (status === "queued" || status === "running") return INTERRUPTED_BY_CRASH;
  if (status === "completed" || status === "stopped") return { status };
  const because = message?.metadata?.endedBecause ?? INTERRUPTED_BY_CRASH.because;
  return { status, because, errorCode: "unavailable" };
}
