import { lockDirectory } from "../../embedded/process/directory-lock";
import { isPortFree } from "../../embedded/process/free-port";
import { startApplication } from "./application";
import { ensureBuild } from "./build";
import { type DataDirectory, openDataDirectory } from "./data-directory";
import { writeJsonFile } from "./json-file";
import { LaunchError } from "./launch-error";
import { startParts } from "./parts";
import { ProcessRegister } from "./process-record";
import { step } from "./progress";
import { readOrMakeSecrets } from "./secrets";
import {
  applicationEnvironment,
  checkSettings,
  type LaunchSettings,
  missingParts,
  readSettings,
} from "./settings";
import { Supervisor } from "./supervisor";

export type Launched = { webUrl: string; demo: { email: string; password: string } | null };

/** Web and worker let running work end first, then the bank and the stores can go. */
const STOP_ORDER = [
  ["web", "worker"],
  ["plaid", "redis", "mongo", "postgres"],
] as const;

/** A running copy of Purser with all that it needs, and the way to end it. */
export class Launch {
  #supervisor: Supervisor | null = null;
  #unlock: (() => void) | null = null;

  /** @throws {LaunchError} in the words of the person at the terminal */
  async start({ isDevelopment }: { isDevelopment: boolean }): Promise<Launched> {
    const settings = readSettings();
    const directory = openDataDirectory(settings.dataDirectory);
    const secrets = readOrMakeSecrets(directory.file("secrets.json"));
    checkSettings(settings, secrets);
    this.#unlock = lock(directory);
    const register = new ProcessRegister(directory.file("processes.json"));
    await register.stopLeftovers();
    await requireFreePort(settings.port);
    const supervisor = new Supervisor(register);
    this.#supervisor = supervisor;

    const [parts, build] = await Promise.all([
      startParts(missingParts(settings.configured), { directory, supervisor }),
      isDevelopment ? null : step("build", ensureBuild, ({ isNew }) => (isNew ? "new" : "unchanged")),
    ]);
    const environment = applicationEnvironment(settings, secrets, parts);
    writeServices(directory, environment);
    await step("database schema", () => migrate(environment));
    const [demo] = await Promise.all([
      environment.DEMO_ENABLED === "true" ? step("demo household", () => seed(environment)) : null,
      step("web and worker", () =>
        startApplication({ environment, directory, supervisor, build: build?.folder ?? null }),
      ),
    ]);
    return { webUrl: environment.AUTH_URL ?? "", demo };
  }

  async stop(): Promise<void> {
    for (const names of STOP_ORDER) await this.#supervisor?.stop(names);
    this.#unlock?.();
  }

  kill(): void {
    this.#supervisor?.kill();
    this.#unlock?.();
  }
}

function lock(directory: DataDirectory): () => void {
  try {
    return lockDirectory(directory.path, "`npm start`");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LaunchError(`${reason} A second copy needs its own: PORT=3001 DATA_DIR=.data-two npm start`);
  }
}

async function requireFreePort(port: LaunchSettings["port"]): Promise<void> {
  if (await isPortFree(port)) return;
  throw new LaunchError(
    `Port ${port} is taken by another program. Stop it, or use another: PORT=${port + 1} npm start`,
  );
}

function writeServices(directory: DataDirectory, environment: Record<string, string>): void {
  writeJsonFile(directory.file("services.json"), {
    databaseUrl: environment.DATABASE_URL,
    mongoUrl: environment.MONGODB_URI,
    redisUrl: environment.REDIS_URL,
    plaidUrl: environment.PLAID_BASE_URL,
    webUrl: environment.AUTH_URL,
  });
}

async function migrate(environment: Record<string, string>): Promise<void> {
  const { migrateDatabase } = await import("../../lib/db/migrate");
  await migrateDatabase(environment.DATABASE_URL ?? "");
}

/** Runs the application's own use cases in this process, with its settings; its log stays out of the terminal. */
async function seed(environment: Record<string, string>): Promise<{ email: string; password: string }> {
  Object.assign(process.env, environment, { LOG_LEVEL: "silent" });
  const { seedDemoPerson, closeSeeding } = await import("../seed");
  try {
    return await seedDemoPerson();
  } finally {
    await closeSeeding();
  }
}
