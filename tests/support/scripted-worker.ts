import type { StreamChunk } from "../../lib/contract/stream-chunk";
import { saying, startScriptedWorker } from "./chat-harness";

/**
 * A worker in a process of its own, for tests that kill it. The question says what it does: "<words> then hang", or
 * the words alone. It tells its parent when it is ready and when it hangs.
 */
async function* play(text: string): AsyncGenerator<StreamChunk> {
  const [said = "", rest] = text.split(" then ");
  const words = said.split(" ").filter((word) => word !== "");
  yield* saying([...words, ...(rest === "hang" ? ["(never)"] : [])], async (index) => {
    if (index < words.length) return;
    process.send?.("hanging");
    await new Promise(() => undefined);
  });
}

const worker = await startScriptedWorker(({ messages }) => {
  const part = messages.at(-1)?.parts[0];
  return play(part?.type === "text" ? part.text : "");
});
process.on("SIGTERM", () => {
  worker.close(300).then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.send?.("ready");
