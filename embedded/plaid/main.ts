import { parseArgs } from "node:util";
import { startSandboxBank } from "./server";

/** Entry of the bank as its own process: `--port 4010 --directory .data/plaid [--today 2026-11-24]`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: "string" }, directory: { type: "string" }, today: { type: "string" } },
  });
  const port = Number(values.port ?? "0");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port`);
  const bank = await startSandboxBank({ port, directory: values.directory, today: values.today });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    bank.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // The launcher died without a word: nobody is left to stop us.
  process.once("disconnect", stop);

  console.log(`sandbox bank ready ${bank.url}`);
  process.send?.({ type: "ready", url: bank.url });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
