import { untilAborted } from "../until-aborted";

/** Why an answer is cut short from outside of the model. */
export class Halt extends Error {
  override readonly name = "Halt";
  readonly kind: "stopped" | "shutdown" | "silence" | "superseded";
  readonly seenSeq: number | undefined;

  constructor(kind: Halt["kind"], seenSeq?: number) {
    super(`The answer was halted: ${kind}.`);
    this.kind = kind;
    this.seenSeq = seenSeq;
  }
}

/**
 * What `source` yields, until the controller aborts. A source that yields nothing for `idleMs` aborts it itself. It
 * does not wait for a source that ignores the abort.
 * @throws the abort's reason
 */
export async function* untilHalted<Value>(
  source: AsyncIterable<Value>,
  controller: AbortController,
  idleMs: number,
): AsyncGenerator<Value> {
  const watchdog = setTimeout(() => controller.abort(new Halt("silence")), idleMs);
  try {
    for await (const value of untilAborted(source, controller.signal)) {
      watchdog.refresh();
      yield value;
    }
  } finally {
    clearTimeout(watchdog);
  }
}
