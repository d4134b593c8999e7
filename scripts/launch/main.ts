import { EventEmitter, once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Launch } from "./launch";
import { LaunchError } from "./launch-error";
import { say, warn } from "./progress";

/** The command. @returns the exit code, when it was told to stop */
export async function main(args: string[]): Promise<number> {
  // Who read our output may go away; what we run goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const launch = new Launch();
  const wishes = listenForWishes();
  const told = once(wishes, "stop");
  const again = once(wishes, "force");
  const started = launch.start({ isDevelopment: args.includes("--dev") });
  try {
    const launched = await Promise.race([started, told.then(() => null)]);
    if (launched) {
      tell(launched);
      await told;
    }
  } catch (error) {
    console.error(`✗ ${error instanceof LaunchError ? error.message : explain(error)}`);
    await launch.stop();
    return 1;
  }
  return end(launch, started, again);
}

function tell({ webUrl, demo }: Awaited<ReturnType<Launch["start"]>>): void {
  console.log(`\nready ${webUrl}`);
  if (demo) {
    console.log(`Press "Explore the demo" there, or sign in as ${demo.email} with password ${demo.password}`);
  }
  console.log("Ctrl-C stops everything and loses nothing.");
}

/** Stops everything in order; told again, at once. */
async function end(launch: Launch, started: Promise<unknown>, again: Promise<unknown>): Promise<number> {
  say("stopping");
  void again.then(() => {
    warn("stopping at once");
    launch.kill();
    process.exit(1);
  });
  // A start that is under way fails now, which is what was wanted.
  started.catch(() => undefined);
  try {
    await launch.stop();
    return 0;
  } catch (error) {
    warn(explain(error));
    return 1;
  }
}

/** A terminal's Ctrl-C reaches us twice: directly, and passed on by npm. */
const SAME_WISH_MS = 1_000;

/**
 * Says "stop" at the first signal, or when the npm that started us is gone (it passes no signal on when it is killed), and
 * "force" when somebody is impatient.
 */
function listenForWishes(): EventEmitter {
  const wishes = new EventEmitter();
  let firstAt: number | null = null;
  const handle = () => {
    if (firstAt !== null && performance.now() - firstAt > SAME_WISH_MS) wishes.emit("force");
    firstAt ??= performance.now();
    wishes.emit("stop");
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
  if (process.env.npm_lifecycle_event !== undefined) void whenParentIsGone().then(handle);
  return wishes;
}

async function whenParentIsGone(): Promise<void> {
  const parent = process.ppid;
  while (process.ppid === parent) await sleep(500, undefined, { ref: false });
}

const explain = (error: unknown): string => (error instanceof Error ? error.message : String(error));
