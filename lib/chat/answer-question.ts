import type { SendMessage } from "../contract/chat";
import { database } from "../db/client";
import { keepPromise } from "../db/queries/outbox";
import type { Run } from "../db/queries/runs";
import { AppError } from "../errors";
import { log } from "../log";
import { enqueuePromised } from "../queue/enqueue";
import { acceptMessage } from "./accept-message";
import { followRun, type RunFeed } from "./follow-run";

/**
 * Takes a question and answers with the feed of its run from the first chunk. The run does not depend on the feed:
 * whoever stops reading stops nothing. The abort of `reader` lets go of the feed; a question that cannot be put into the
 * queue aborts it right here.
 * @throws {AppError} see `acceptMessage`; `unavailable` when the question is stored but cannot be followed just now:
 *   sending it again with the same id finds the same run
 */
export async function answerQuestion(
  userId: string,
  input: SendMessage,
  reader: AbortController,
): Promise<{ run: Run; feed: RunFeed }> {
  const { run, promised } = await acceptMessage(userId, input);
  const feed = await followRun(run, 0, reader.signal).catch((error: unknown) => {
    throw new AppError("unavailable", "The answer cannot be shown just now. Send the question again.", {
      cause: error,
    });
  });
  if (promised !== undefined) {
    try {
      await enqueuePromised(promised.job, promised.payload);
    } catch (error) {
      reader.abort();
      throw error;
    }
    // Not awaited: a promise that stays behind is delivered again by the sweeper, which does nothing then.
    keepPromise(database(), promised.id).catch((error: unknown) =>
      log().warn({ runId: run.id, err: error }, "outbox row left to the sweeper"),
    );
  }
  return { run, feed };
}
