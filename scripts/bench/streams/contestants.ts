import { v7 as newId } from "uuid";
import type { BenchParts } from "../start-parts";
import { buildPeers } from "./build-peers";
import type { SignedIn } from "./people";
import { type Reading, readAnswer } from "./read-answer";
import { questionFor, type Wish } from "./spoken-words";
import type { Pipeline } from "./start-pipeline";
import { startServer } from "./start-server";

/** One way from a question to its words at a reader. */
export type Contestant = {
  name: string;
  ask(wish: Wish, onFirst?: () => void): Promise<Reading>;
  /** Every process that works for the answers, by name; neither the model nor the reader. */
  processes: Record<string, number>;
};

export const startModel = (parts: BenchParts) =>
  startServer(parts, {
    name: "model",
    command: (port) => ["scripts/bench/streams/model-server.ts", String(port)],
  });

/** What is asked of the application: a new conversation of the next person each time. */
export function purser(pipeline: Pipeline, parts: BenchParts, people: readonly SignedIn[]): Contestant {
  let asked = 0;
  return {
    name: "purser",
    processes: {
      web: pipeline.web.pid,
      ...Object.fromEntries(pipeline.workers.map(({ pid }, index) => [`worker ${index + 1}`, pid])),
      ...parts.pids,
    },
    ask: (wish, onFirst) => {
      const person = people[asked++ % people.length];
      return readAnswer({
        url: `${pipeline.url}/api/chat`,
        headers: { cookie: person?.cookie ?? "" },
        body: { trigger: "submit-message", id: newId(), message: messageOf(wish) },
        words: wish.words,
        onFirst,
      });
    },
  };
}

/** The least that it can cost: a bare HTTP server between the model and the reader. */
export async function startFloor(
  parts: BenchParts,
  modelUrl: string,
): Promise<Contestant & { stop(): Promise<void> }> {
  const server = await startServer(parts, {
    name: "floor",
    command: (port) => ["scripts/bench/streams/floor-server.ts", String(port)],
    env: { OPENAI_BASE_URL: modelUrl },
  });
  return {
    name: "floor",
    processes: { floor: server.pid },
    ask: (wish) => readAnswer({ url: server.url, body: { messages: [messageOf(wish)] }, words: wish.words }),
    stop: server.stop,
  };
}

/** What people would use instead: the AI SDK's own route, alone and with `resumable-stream`, in the same Next. */
export async function startPeers(
  parts: BenchParts,
  modelUrl: string,
  say: (line: string) => void,
): Promise<{ direct: Contestant; resumable: Contestant; url: string; stop(): Promise<void> }> {
  const folder = await buildPeers(say);
  const env = { OPENAI_BASE_URL: modelUrl, REDIS_URL: String(parts.environment.REDIS_URL) };
  const command = (port: number) =>
    ["node_modules/next/dist/bin/next", "start", folder, "-p", String(port), "-H", "127.0.0.1"] as const;
  const [direct, resumable] = await Promise.all(
    ["direct", "resumable"].map((name) => startServer(parts, { name, command, env })),
  );
  if (!direct || !resumable) throw new Error("The peers did not start.");
  const body = (wish: Wish) => ({ id: newId(), messages: [messageOf(wish)] });
  return {
    url: resumable.url,
    direct: {
      name: "direct",
      processes: { web: direct.pid },
      ask: (wish) => readAnswer({ url: `${direct.url}/api/direct`, body: body(wish), words: wish.words }),
    },
    resumable: {
      name: "resumable",
      processes: { web: resumable.pid, redis: parts.pids.redis },
      ask: (wish) =>
        readAnswer({ url: `${resumable.url}/api/resumable`, body: body(wish), words: wish.words }),
    },
    stop: async () => {
      await Promise.all([direct.stop(), resumable.stop()]);
    },
  };
}

export const messageOf = (wish: Wish) => ({
  id: newId(),
  role: "user",
  parts: [{ type: "text", text: questionFor(wish) }],
});
