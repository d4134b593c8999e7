import type { PersonEvent } from "../contract/events";
import type { RunStatus } from "../contract/run";
import type { Run } from "../db/queries/runs";
import { publishToPerson } from "../stream/person-events";

type RunEvent = Extract<PersonEvent, { type: "run" }>;

/** Tells the person's tabs that a run began or how it ended. Call it after the commit; it is not waited for. */
export function announceRun(run: Run, status: RunStatus, row?: { title: string; updatedAt: Date }): void {
  const conversation: RunEvent["conversation"] = row && {
    title: row.title,
    updatedAt: row.updatedAt.toISOString(),
  };
  const { id: runId, conversationId } = run;
  publishToPerson(run.userId, {
    type: "run",
    conversationId,
    runId,
    status,
    ...(conversation && { conversation }),
  });
}
