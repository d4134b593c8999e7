import { parseArgs } from "node:util";
import { startMongoServer } from "./server";

/** `tsx embedded/mongo/main.ts --directory DIR [--port PORT]` */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string" }, directory: { type: "string" } } });
  if (values.directory === undefined) throw new Error("--directory is missing: say where the data goes");
  const starting = startMongoServer({ directory: values.directory, port: parsePort(values.port) });
  const stop = () => {
    starting
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // The channel closes when the parent dies, however it dies.
  process.on("disconnect", stop);
  const { url } = await starting;
  console.log(`ready ${url}`);
}

function parsePort(text = "0"): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`--port must be a number from 0 to 65535, not "${text}"`);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

main().catch(fail);
