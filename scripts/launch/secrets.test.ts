import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { EnvironmentSchema } from "../../lib/env";
import { addEncryptionKey, keyIdsIn, readOrMakeSecrets } from "./secrets";

const folder = mkdtempSync(join(tmpdir(), "purser-secrets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("puts a new key in front of the old ones and keeps everything else", () => {
  const file = join(folder, "secrets.json");
  const made = readOrMakeSecrets(file);
  expect(addEncryptionKey(file)).toBe("k2");
  expect(addEncryptionKey(file)).toBe("k3");
  const now = readOrMakeSecrets(file);
  expect(keyIdsIn(now.ENCRYPTION_KEYS)).toEqual(["k3", "k2", "k1"]);
  expect(now.ENCRYPTION_KEYS.endsWith(made.ENCRYPTION_KEYS)).toBe(true);
  expect(now.AUTH_SECRET).toBe(made.AUTH_SECRET);
  expect(EnvironmentSchema.shape.ENCRYPTION_KEYS.safeParse(now.ENCRYPTION_KEYS).success).toBe(true);
});

it("says that there is nothing to add a key to", () => {
  expect(() => addEncryptionKey(join(folder, "none.json"))).toThrow("Run `npm start` once");
});
