import { rmSync } from "node:fs";
import { startApplication } from "./application";
import { ensureBuild } from "./build";
import { type DataDirectory, openDataDirectory } from "./data-directory";
import { writeJsonFile } from "./json-file";
import { LaunchError } from "./launch-error";
import { startParts } from "./parts";
import { lockDataDirectory, requireFreePort, requireReachable } from "./preconditions";
import { ProcessRegister } from "./process-record";
import { step } from "./progress";
import { keyIdsIn, readOrMakeSecrets } from "./secrets";
import {
  applicationEnvironment,
  checkSettings,
  type LaunchSettings,
  missingParts,
  readSettings,
} from "./settings";
import { Supervisor } from "./supervisor";
import { workerNames } from "./worker-names";

export type Launched = { webUrl: string; demo: { email: string; password: string } | null };

const SERVERS = ["plaid", "redis", "mongo", "postgres"];

/** A running copy of Purser with all that it needs, and the way to end it. */
export class Launch {
  #supervisor: Supervisor | null = null;
  #unlock: (() => void) | null = null;
  #servicesFile: string | null = null;
  #workers: string[] = [];

  /** @throws {LaunchError} in the words of the person at the terminal */
  async start({ isDevelopment }: { isDevelopment: boolean }): Promise<Launched> {
    const settings = readSettings();
    const directory = openDataDirectory(settings.dataDirectory);
    // First: of two starts at once only one may make the secrets.
    this.#unlock = lockDataDirectory(directory.path);
    const secrets = readOrMakeSecrets(directory.file("secrets.json"));
    checkSettings(settings, secrets);
    this.#workers = workerNames(settings.configured);
    const register = new ProcessRegister(directory.file("processes.json"));
    await register.stopLeftovers();
    await requireFreePort(settings.port);
    await requireReachable(settings.configured);
    const supervisor = new Supervisor(register);
    this.#supervisor = supervisor;
    this.#servicesFile = directory.file("services.json");

    // The first start is long: the demo household is read in while the build runs.
    const stores = this.#startStores({ settings, secrets, directory, supervisor });
    const demo = stores.then((environment) =>
      environment.DEMO_ENABLED === "true" ? step("demo household", () => seed(environment)) : null,
    );
    demo.catch(() => undefined); // awaited below; a failed build is told first
    const [environment, build] = await Promise.all([
      stores,
      isDevelopment
        ? null
        : step(
            "build",
            () => ensureBuild(supervisor.stopping),
            ({ isNew }) => (isNew ? "new" : "unchanged"),
          ),
    ]);
    const application = step("web and worker", () =>
      startApplication({ environment, directory, supervisor, build: build?.folder ?? null }),
    );
    const [signIn] = await Promise.all([demo, application]);
    return { webUrl: environment.AUTH_URL ?? "", demo: signIn };
  }

  /**
   * Ends everything, what is only being started too. Web and workers let running work end first, then the bank and the
   * stores can go.
   */
  async stop(): Promise<void> {
    for (const names of [["web", ...this.#workers], SERVERS]) await this.#supervisor?.stop(names);
    if (this.#servicesFile) rmSync(this.#servicesFile, { force: true });
    this.#unlock?.();
  }

  kill(): void {
    this.#supervisor?.kill();
    this.#unlock?.();
  }

  /** @returns the settings of the application, with the URLs of what was started; the database is migrated */
  async #startStores({ settings, secrets, directory, supervisor }: Stores): Promise<Record<string, string>> {
    const parts = await startParts(missingParts(settings.configured), { directory, supervisor });
    const environment = applicationEnvironment(settings, secrets, parts);
    writeServices(directory, environment);
    await step("database schema", () => migrate(environment));
    return environment;
  }
}

type Stores = {
  settings: LaunchSettings;
  secrets: Record<string, string>;
  directory: DataDirectory;
  supervisor: Supervisor;
};

function writeServices(directory: DataDirectory, environment: Record<string, string>): void {
  writeJsonFile(directory.file("services.json"), {
    databaseUrl: environment.DATABASE_URL,
    mongoUrl: environment.MONGODB_URI,
    redisUrl: environment.REDIS_URL,
    plaidUrl: environment.PLAID_BASE_URL,
    webUrl: environment.AUTH_URL,
    // Their names only: who changes keys must know which ones this copy can open.
    encryptionKeyIds: keyIdsIn(environment.ENCRYPTION_KEYS ?? ""),
  });
}

async function migrate(environment: Record<string, string>): Promise<void> {
  const { migrateDatabase } = await import("../../lib/db/migrate");
  try {
    await migrateDatabase(environment.DATABASE_URL ?? "");
  } catch (error) {
    const reason = error instanceof Error ? (error.cause ?? error) : error;
    throw new LaunchError(
      `The database cannot be brought up to date: ${reason instanceof Error ? reason.message : reason}. Is DATABASE_URL right, and may its user create tables?`,
      { cause: error },
    );
  }
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
