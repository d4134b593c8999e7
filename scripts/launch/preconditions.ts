import { lockDirectory } from "../../embedded/process/directory-lock";
import { isPortFree } from "../../embedded/process/free-port";
import { hostsOf, parseRedisAddress } from "../../lib/redis-address";
import { answersAt } from "./answers-at";
import { LaunchError } from "./launch-error";

const STORE_URLS = [
  ["DATABASE_URL", 5432],
  ["MONGODB_URI", 27017],
] as const;

/** One copy per data folder; the lock of one that was killed is taken over. @returns what gives it back */
export function lockDataDirectory(path: string): () => void {
  try {
    return lockDirectory(path, "`npm start`");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LaunchError(`${reason} A second copy needs its own: PORT=3001 DATA_DIR=.data-two npm start`);
  }
}

/** A browser tries `localhost` on both addresses. */
export async function requireFreePort(port: number): Promise<void> {
  if ((await isPortFree(port)) && !(await answersAt(port, "::1"))) return;
  throw new LaunchError(
    `Port ${port} is taken by another program. Stop it, or use another: PORT=${port + 1} npm start`,
  );
}

/** Told here in one line, before a driver tries for minutes. @throws {LaunchError} */
export async function requireReachable(configured: Record<string, string>): Promise<void> {
  await Promise.all([
    requireRedis(configured.REDIS_URL),
    ...STORE_URLS.map(async ([key, port]) => {
      const value = configured[key];
      // The hosts of mongodb+srv:// stand in the DNS, and a list of hosts is no URL; their driver knows them.
      if (!value || !URL.canParse(value) || value.startsWith("mongodb+srv:")) return;
      const { hostname, port: named } = new URL(value);
      if (await answersAt(Number(named || port), hostname.replace(/^\[|\]$/g, ""))) return;
      throw new LaunchError(
        `${key} names ${hostname}:${named || port}, where nothing answers. Start that server, or leave ${key} out to use the built-in one.`,
      );
    }),
  ]);
}

/** Of a cluster or of sentinels one that answers is enough: it knows the others. */
async function requireRedis(value: string | undefined): Promise<void> {
  if (!value) return;
  const hosts = hostsOf(parseRedisAddress(value));
  const answers = await Promise.all(hosts.map(({ host, port }) => answersAt(port, host)));
  if (answers.includes(true)) return;
  throw new LaunchError(
    `REDIS_URL names ${hosts.map(({ host, port }) => `${host}:${port}`).join(", ")}, where nothing answers. Start that server, or leave REDIS_URL out to use the built-in one.`,
  );
}
