import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { chunksIn, newPerson, post, question, sseEvents, textIn } from "../tests/support/chat-harness";
import { type ScriptedModelServer, startScriptedModelServer } from "../tests/support/scripted-model-server";

let child: ChildProcess | undefined;
let model: ScriptedModelServer | undefined;
afterEach(async () => {
  child?.kill("SIGKILL");
  await model?.stop();
});

const PIECES = Array.from({ length: 20 }, (_, index) => `word${index} `);

it("a web process that is its own worker finishes what it is answering before it goes", async () => {
  model = await startScriptedModelServer([{ kind: "text", pieces: PIECES, pieceMilliseconds: 60 }]);
  child = fork("tests/support/inline-web.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, WORKER_MODE: "inline", OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "scripted" },
    silent: true,
  });
  await once(child, "message");
  const exited = once(child, "exit");
  const person = await newPerson();
  const events = [];
  for await (const event of sseEvents(await post(person.id, question("Hello")))) {
    events.push(event);
    if (event.data.includes("word0")) child.kill("SIGTERM");
  }
  const chunks = chunksIn(events.filter(({ id }) => id !== null));
  expect(textIn(chunks)).toBe(PIECES.join(""));
  expect(chunks.at(-1)).toMatchObject({ type: "finish" });
  expect(await exited).toEqual([0, null]);
});
