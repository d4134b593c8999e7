import { type ScriptedModelServer, startScriptedModelServer } from "../../support/scripted-model-server";
import { type Application, startApplication } from "./application";
import { test as base } from "./test";

type WorkerFixtures = {
  /** A copy of its own whose model writes what the test tells it to. Tests may kill its parts. */
  scripted: { application: Application; model: ScriptedModelServer };
};

/** Words that a reader can check one by one, a second for every twenty. */
export const LONG_TEXT = Array.from({ length: 120 }, (_, index) => `word${index + 1} `);
const PIECE_MS = 50;

export const longAnswer = { kind: "text", pieces: LONG_TEXT, pieceMilliseconds: PIECE_MS } as const;

export const test = base.extend<object, WorkerFixtures>({
  scripted: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const model = await startScriptedModelServer();
      const application = await startApplication({
        OPENAI_BASE_URL: model.url,
        OPENAI_MODEL: "scripted-model",
      });
      await use({ application, model });
      await application.stop();
      await model.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  application: async ({ scripted }, use) => {
    const { url, dataDirectory } = scripted.application;
    await use({ url, dataDirectory });
  },
});

export { expect } from "./test";
