import { Launch } from "./launch";
import { LaunchError } from "./launch-error";
import { say, warn } from "./progress";

/** The command. @returns the exit code, when it was told to stop */
export async function main(args: string[]): Promise<number> {
  const launch = new Launch();
  const stopped = onSignal(launch);
  try {
    const { webUrl, demo } = await Promise.race([
      launch.start({ isDevelopment: args.includes("--dev") }),
      stopped.then(() => null),
    ]).then((launched) => launched ?? { webUrl: null, demo: null });
    if (webUrl === null) return await stopped;
    console.log(`\nready ${webUrl}`);
    if (demo)
      console.log(
        `Press "Explore the demo" there, or sign in as ${demo.email} with password ${demo.password}`,
      );
    console.log("Ctrl-C stops everything and loses nothing.");
  } catch (error) {
    console.error(`✗ ${error instanceof LaunchError ? error.message : explain(error)}`);
    await launch.stop();
    return 1;
  }
  return stopped;
}

/** Settles with the exit code when a signal has stopped everything. */
function onSignal(launch: Launch): Promise<number> {
  return new Promise((resolve) => {
    let isStopping = false;
    const handle = () => {
      if (isStopping) {
        warn("stopping at once");
        launch.kill();
        process.exit(1);
      }
      isStopping = true;
      say("stopping");
      launch.stop().then(
        () => resolve(0),
        (error: unknown) => {
          warn(explain(error));
          resolve(1);
        },
      );
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
  });
}

const explain = (error: unknown): string => (error instanceof Error ? error.message : String(error));
