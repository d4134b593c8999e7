import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answersAt } from "../launch/answers-at";

const notRunning = (command: string) =>
  `Purser is not running here. Run \`npm start\` first, then \`${command}\` beside it.`;

/** What `npm start` wrote about the parts that it runs. */
type Services = Partial<Record<"databaseUrl" | "mongoUrl" | "redisUrl" | "plaidUrl" | "webUrl", string>>;

/**
 * Points this process at the stores of the running application: what is configured (environment or `.env`) wins, the rest
 * comes from what `npm start` left in DATA_DIR.
 * @param command what the person typed, for the message
 * @throws {Error} when nothing is configured and nothing runs
 */
export async function attach(command: string): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const directory = process.env.DATA_DIR || ".data";
  const services = readJson<Services>(join(directory, "services.json"));
  const settings: Record<string, string | undefined> = {
    ...readJson<Record<string, string>>(join(directory, "secrets.json")),
    DATABASE_URL: services.databaseUrl,
    MONGODB_URI: services.mongoUrl,
    REDIS_URL: services.redisUrl,
    AUTH_URL: services.webUrl,
    // Keys of one's own mean Plaid's own sandbox.
    ...(!process.env.PLAID_CLIENT_ID && {
      PLAID_BASE_URL: services.plaidUrl,
      PLAID_CLIENT_ID: "sandbox",
      PLAID_SECRET: "sandbox",
    }),
  };
  for (const [key, value] of Object.entries(settings)) {
    if (value !== undefined) process.env[key] ||= value;
  }
  if (!process.env.DATABASE_URL || !(await answers(process.env.DATABASE_URL)))
    throw new Error(notRunning(command));
}

function readJson<Shape extends object>(path: string): Partial<Shape> {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Partial<Shape>) : {};
}

/** Asked here, because the driver would try for half a minute before it gives up. */
function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return answersAt(Number(port) || 5432, hostname.replace(/^\[|\]$/g, ""));
}
