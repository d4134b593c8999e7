import { closeDatabase } from "../lib/db/client";
import { closeDocuments } from "../lib/documents/connection";
import { EnvironmentError } from "../lib/env";
import { toAppError } from "../lib/errors";
import { closeQueues } from "../lib/queue/enqueue";
import { closeRedis } from "../lib/redis";
import { attach } from "./seed/attach";
import { parseSeedOptions, type SeedOptions, USAGE } from "./seed/options";
import { type SeededPerson, seedPerson } from "./seed/seed-person";

const DEMO_HOUSEHOLD = { seed: 1, months: 24 };

/**
 * The demo household, once: further calls bring it up to date. Reads the settings from `process.env`, like the
 * application, and leaves its connections open: end with `closeSeeding`.
 */
export async function seedDemoPerson(
  progress: (line: string) => void = () => undefined,
): Promise<{ email: string; password: string }> {
  const { email, password } = await seedPerson(DEMO_HOUSEHOLD, progress);
  return { email, password };
}

/** Closes the connections that seeding opened. */
export async function closeSeeding(): Promise<void> {
  await Promise.all([closeDatabase(), closeQueues(), closeRedis(), closeDocuments()]);
}

/** The command. @returns the exit code */
export async function main(args: string[]): Promise<number> {
  try {
    const options = parseSeedOptions(args);
    if (options === "help") {
      console.log(USAGE);
      return 0;
    }
    // The log goes to standard output too; here the progress lines say it in the reader's words.
    if (options.json) process.env.LOG_LEVEL = "silent";
    process.env.LOG_LEVEL ||= "silent";
    await attach("npm run seed");
    await seedAndPrint(options);
    return 0;
  } catch (thrown) {
    console.error(explain(thrown));
    return 1;
  }
}

async function seedAndPrint(options: SeedOptions): Promise<void> {
  try {
    const people = await seedAll(options);
    console.log(options.json ? JSON.stringify(people, null, 2) : table(people));
  } finally {
    await closeSeeding();
  }
}

async function seedAll({ users, months, seed, json }: SeedOptions): Promise<Omit<SeededPerson, "userId">[]> {
  // With --json, standard output holds the JSON and nothing else.
  const progress = json ? console.error : console.log;
  const people: Omit<SeededPerson, "userId">[] = [];
  for (let index = 0; index < users; index += 1) {
    const { userId: _, ...person } = await seedPerson({ seed: seed + index, months }, (line) =>
      progress(`[${index + 1}/${users}] ${line}`),
    );
    people.push(person);
  }
  return people;
}

function table(people: readonly { name: string; email: string; password: string }[]): string {
  const width = Math.max(...people.map(({ email }) => email.length));
  return ["", ...people.map(({ email, password }) => `${email.padEnd(width)}  ${password}`)].join("\n");
}

function explain(thrown: unknown): string {
  if (thrown instanceof EnvironmentError) return thrown.message;
  if (thrown instanceof Error && thrown.name === "Error") return thrown.message;
  const { message, cause } = toAppError(thrown);
  return cause instanceof Error ? `${message}\n  ${cause.message}` : message;
}
