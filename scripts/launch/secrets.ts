import { randomBytes } from "node:crypto";
import { readJsonFile, writeJsonFile } from "./json-file";
import { LaunchError } from "./launch-error";

type Secrets = { AUTH_SECRET: string; ENCRYPTION_KEYS: string };

/** Made once per data folder: they seal what is in it, so they live and die with it. */
export function readOrMakeSecrets(file: string): Secrets {
  const existing = readJsonFile<Secrets>(file);
  if (existing) return existing;
  const secrets = {
    AUTH_SECRET: randomBytes(48).toString("base64url"),
    ENCRYPTION_KEYS: newPair("k1"),
  };
  writeJsonFile(file, secrets);
  return secrets;
}

/**
 * Puts a new key in front of those that seal bank tokens; the application takes it at its next start.
 * @returns its id
 * @throws {LaunchError} when there is no such file yet
 */
export function addEncryptionKey(file: string): string {
  const secrets = readJsonFile<Secrets>(file);
  if (!secrets) throw new LaunchError(`There is no ${file}. Run \`npm start\` once; it makes the first key.`);
  const known = keyIdsIn(secrets.ENCRYPTION_KEYS);
  let number = known.length + 1;
  while (known.includes(`k${number}`)) number += 1;
  const id = `k${number}`;
  writeJsonFile(file, { ...secrets, ENCRYPTION_KEYS: `${newPair(id)},${secrets.ENCRYPTION_KEYS}` });
  return id;
}

/** In their order: the first seals. */
export const keyIdsIn = (keys: string): string[] => keys.split(",").map((pair) => String(pair.split(":")[0]));

const newPair = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
