import { parseArgs } from "node:util";
import { startMongoServer } from "./server";

/** `tsx embedded/mongo/main.ts --directory DIR [--port PORT]` */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string" }, directory: { type: "string" } } });
  if (values.directory === undefined) throw new Error("--directory is missing: say where the data goes");
  const server = await startMongoServer({ directory: values.directory, port: Number(values.port ?? 0) });
  const stop = () => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // The channel closes when the parent dies, however it dies.
  process.on("disconnect", stop);
  console.log(`ready ${server.url}`);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

main().catch(fail);
