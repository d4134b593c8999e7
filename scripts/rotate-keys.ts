import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { giveUpToken } from "../lib/banking/give-up-token";
import { type Rotation, rotateKeys } from "../lib/banking/rotate-keys";
import { closeDatabase } from "../lib/db/client";
import { EnvironmentError, env } from "../lib/env";
import { toAppError } from "../lib/errors";
import { readJsonFile } from "./launch/json-file";
import { addEncryptionKey, keyIdsIn } from "./launch/secrets";
import { attach } from "./seed/attach";

const COMMAND = "npm run keys:rotate";
const USAGE = `Usage: ${COMMAND} [-- --add-key | --give-up <id>...]
  brings every stored bank token under the first key of ENCRYPTION_KEYS, while Purser runs
  --add-key   for a copy whose keys \`npm start\` made: puts a new key in front of them; restart it, then rotate
  --give-up <id>   throws away the token of this row, as named by this command: its key is lost for good. The bank keeps its
              data and asks to be linked again; ask Plaid to end the old link, or it is billed on`;

/** The command. @returns the exit code: 1 when any token is not under the first key */
export async function main(args: string[]): Promise<number> {
  process.env.LOG_LEVEL ||= "silent";
  try {
    const { values } = parseArgs({
      args,
      options: {
        "add-key": { type: "boolean", default: false },
        "give-up": { type: "string", multiple: true },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return say(USAGE);
    if (values["add-key"]) return addKey();
    return values["give-up"] ? await giveUp(values["give-up"]) : await rotate();
  } catch (thrown) {
    console.error(explain(thrown));
    return 1;
  }
}

const dataFile = (name: string) => join(process.env.DATA_DIR || ".data", name);

function addKey(): number {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (process.env.ENCRYPTION_KEYS)
    throw new Error(
      'ENCRYPTION_KEYS is set by you, so put the new key in front of it yourself: `echo "k2:$(openssl rand -base64 32)"`, a comma, the old keys.',
    );
  const id = addEncryptionKey(dataFile("secrets.json"));
  return say(
    `Key "${id}" is now the first one. Restart Purser, so that it knows the key, then run \`${COMMAND}\`.`,
  );
}

async function giveUp(ids: string[]): Promise<number> {
  await attach(COMMAND);
  try {
    for (const id of ids) {
      const { table, plaidItemId } = await giveUpToken(id);
      const known = plaidItemId === null ? "its Plaid id is in the log of when it was unlinked" : plaidItemId;
      console.log(`${table} ${id}: given up. Ask Plaid to end this link, or it is billed on: ${known}`);
    }
    return 0;
  } finally {
    await closeDatabase();
  }
}

async function rotate(): Promise<number> {
  await attach(COMMAND);
  const ids = keyIdsIn(env().ENCRYPTION_KEYS);
  requireKnownKey(ids);
  try {
    console.log(`bringing bank tokens under key "${ids[0]}"`);
    const rotation = await rotateKeys(({ resealed, failed, left }) =>
      console.log(`${resealed} done, ${left} left${failed > 0 ? `, ${failed} cannot be opened` : ""}`),
    );
    return report(rotation, ids);
  } finally {
    await closeDatabase();
  }
}

/** What is resealed under a key that the running copy lacks, it could not open any more. */
function requireKnownKey([first = ""]: string[]): void {
  type Services = { databaseUrl?: string; encryptionKeyIds?: string[] };
  const running = readJsonFile<Services>(dataFile("services.json"));
  const known = running?.databaseUrl === process.env.DATABASE_URL ? running?.encryptionKeyIds : undefined;
  if (known && !known.includes(first))
    throw new Error(
      `The running copy does not know key "${first}" yet. Restart it, then run \`${COMMAND}\` again.`,
    );
}

function report({ resealed, failed, left }: Rotation, [first, ...others]: string[]): number {
  for (const { table, id, reason } of failed) console.error(`${table} ${id}: ${reason}`);
  console.log(`${resealed} brought under key "${first}", ${left} left`);
  if (left > 0) {
    console.error(
      `Not finished. Mend what is named above, then run it again. Where a key is lost for good: \`${COMMAND} -- --give-up <id>\`.`,
    );
    return 1;
  }
  if (others.length > 0)
    console.log(
      `No token needs ${others.map((id) => `"${id}"`).join(", ")} any more: take them out of ENCRYPTION_KEYS.`,
    );
  return 0;
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function explain(thrown: unknown): string {
  if (thrown instanceof EnvironmentError) return thrown.message;
  if (thrown instanceof Error && (thrown.name === "Error" || thrown.name === "LaunchError"))
    return thrown.message;
  const { message, cause } = toAppError(thrown);
  return cause instanceof Error ? `${message}\n  ${cause.message}` : message;
}
