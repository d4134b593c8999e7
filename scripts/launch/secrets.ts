import { randomBytes } from "node:crypto";
import { readJsonFile, writeJsonFile } from "./json-file";

type Secrets = { AUTH_SECRET: string; ENCRYPTION_KEYS: string };

/** Made once per data folder: they seal what is in it, so they live and die with it. */
export function readOrMakeSecrets(file: string): Secrets {
  const existing = readJsonFile<Secrets>(file);
  if (existing) return existing;
  const secrets = {
    AUTH_SECRET: randomBytes(48).toString("base64url"),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
  };
  writeJsonFile(file, secrets);
  return secrets;
}
