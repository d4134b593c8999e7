import { say, step, warn } from "../launch/progress";
import type { Undo } from "./step";

/** Takes back what was begun, the last first. What cannot be taken back is told, with the command that does it. */
export async function rollBack(undos: readonly Undo[], show: (text: string) => string): Promise<void> {
  if (undos.length === 0) return;
  say("rolling back");
  for (const { title, run, byHand } of undos.toReversed()) {
    if (run === null) {
      warn(`${title}: ${byHand}`);
      continue;
    }
    try {
      await step(`${title} is as before`, run);
    } catch (error) {
      warn(
        show(
          `The ${title} could not be rolled back: ${error instanceof Error ? error.message : String(error)}`,
        ),
      );
      warn(`Do it by hand: ${byHand}`);
    }
  }
}
