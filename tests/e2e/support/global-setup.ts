import { type ApplicationAddress, startApplication } from "./application";

/** One application for all browser tests; those that break things start their own. */
export default async function setup(): Promise<() => Promise<void>> {
  const application = await startApplication();
  const address: ApplicationAddress = { url: application.url, dataDirectory: application.dataDirectory };
  process.env.PURSER_E2E = JSON.stringify(address);
  return async () => {
    await application.stop();
  };
}
