import type { QueuePlace } from "../contract/stream-chunk";
import { log } from "../log";
import { countAhead } from "../queue/waiting";
import type { Aside } from "../stream/event-stream";

/** Tells one reader where a waiting run stands, whenever that changed. */
export class QueuePlaceTeller {
  readonly #runId: string;
  #told: number | undefined;

  constructor(runId: string) {
    this.#runId = runId;
  }

  /** Nothing, when its place is the same as before, or it waits no more. */
  async *news(): AsyncGenerator<Aside[], void, undefined> {
    const ahead = await countAhead("answer.generate", this.#runId).catch((error: unknown) => {
      log().debug({ runId: this.#runId, err: error }, "place in the queue unknown");
      return undefined;
    });
    if (ahead === undefined || ahead === this.#told) return;
    this.#told = ahead;
    const place: QueuePlace = { type: "data-queue", data: { ahead }, transient: true };
    yield [{ seq: null, json: JSON.stringify(place), terminal: false }];
  }
}
