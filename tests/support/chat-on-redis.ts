import { expect } from "vitest";
import { closeQueues } from "../../lib/queue/enqueue";
import { closeRedis } from "../../lib/redis";
import {
  newPerson,
  post,
  question,
  quickTiming,
  type Script,
  scriptBook,
  startScriptedWorker,
  stop,
} from "./chat-harness";
import { readSteadily, type SteadyReader } from "./steady-reader";

type AskedQuestion = {
  runId: string;
  reader: SteadyReader;
  /** As the button does, having seen what the reader has. */
  stop(): Promise<Response>;
};

export type ChatOnRedis = {
  /** One person's question in a conversation of its own; the worker answers it as the script says. */
  ask(text: string, script: Script): Promise<AskedQuestion>;
  close(): Promise<void>;
};

/** The chat with a worker in this process on another Redis than the test file's own, for tests that kill its servers. */
export async function openChatOnRedis(url: string): Promise<ChatOnRedis> {
  process.env.REDIS_URL = url;
  const book = scriptBook();
  const person = await newPerson();
  // A server may be away for as long as a slow machine needs to start it again.
  const worker = await startScriptedWorker(book.play, { ...quickTiming, logPatienceMs: 30_000 });
  return {
    ask: async (text, script) => {
      book.when(text, script);
      const asked = question(text);
      const response = await post(person.id, asked);
      expect(response.status).toBe(200);
      const runId = response.headers.get("x-run-id") ?? "";
      const reader = readSteadily(person.id, asked.id, response);
      return {
        runId,
        reader,
        stop: () => stop(person.id, asked.id, { runId, seenSeq: reader.events.at(-1)?.id }),
      };
    },
    close: async () => {
      await worker.close(1_000);
      await closeQueues();
      await closeRedis();
    },
  };
}
