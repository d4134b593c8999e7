import { type ScriptedModelServer, startScriptedModelServer } from "../../support/scripted-model-server";
import { type Application, startApplication } from "./application";
import { type FaultyProxy, startFaultyProxy } from "./faulty-proxy";
import { test as base } from "./test";

type WorkerFixtures = {
  /** A copy of its own that is reached through a proxy which spoils answers, with a model that writes what it is told. */
  faulty: { application: Application; model: ScriptedModelServer; proxy: FaultyProxy };
};

export const test = base.extend<object, WorkerFixtures>({
  faulty: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const model = await startScriptedModelServer();
      const proxy = await startFaultyProxy();
      const application = await startApplication({
        OPENAI_BASE_URL: model.url,
        OPENAI_MODEL: "scripted-model",
        AUTH_URL: proxy.url,
        // A second question has to wait.
        WORKER_CONCURRENCY: "1",
      });
      proxy.forwardTo(application.url);
      await use({ application, model, proxy });
      await application.stop();
      await proxy.stop();
      await model.stop();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  application: async ({ faulty }, use) => {
    await use({ url: faulty.application.url, dataDirectory: faulty.application.dataDirectory });
  },
  baseURL: async ({ faulty }, use) => {
    await use(faulty.proxy.url);
  },
});

export { expect } from "./test";
